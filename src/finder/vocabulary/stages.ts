import { tokens } from './fold.ts'
import { listedRows } from './listed-names.ts'
import { PhraseTree, type PlacedPhrase } from './phrases.ts'
import { spreadTo } from './spread-to.ts'

/** The stage or the course of an illness among words: from `start` (inclusive) to `end` (exclusive). */
export interface StageMention {
  readonly start: number
  readonly end: number
  /** The words that records use for it. */
  readonly english: string
  /** A stage, or a course that makes it another illness to treat ("relapsed"); others only describe ("itchy", "mild"). */
  readonly isTelling: boolean
  /** No stage but what is looked for itself ("kidney transplant"); `english` has several ways to write it, with | between. */
  readonly isSubject?: true
}

/** The words for a stage or a course ("métastatique", "came back") in a run of words from `tokens()`, the longest first. */
export function stagesIn(words: readonly string[]): readonly StageMention[] {
  const { tree, stages } = (read ??= readStages())
  return tree.longestIn(words).flatMap(({ start, end, value }) => {
    const stage = stages[value]
    if (stage?.english !== metastatic) return stage ? { start, end, ...stage } : []
    // "Has spread to his liver" says more than "has spread".
    const next = beginningWithin({ start, end }, words, tree)
    const where = next && stages[next.value]
    return next && where?.english.endsWith(' metastases')
      ? { start, end: next.end, ...where }
      : { start, end, ...stage }
  })
}

const metastatic = 'metastatic'

/** The first phrase that begins after the first word of another, and before its end. */
function beginningWithin(
  { start, end }: Pick<PlacedPhrase, 'start' | 'end'>,
  words: readonly string[],
  tree: PhraseTree,
): PlacedPhrase | undefined {
  for (let at = start + 1; at < end; at++) {
    const phrase = tree.longestAt(words, at, () => true)
    if (phrase) return { start: at, end: at + phrase.length, value: phrase.value }
  }
  return undefined
}

type Stage = Pick<StageMention, 'english' | 'isTelling' | 'isSubject'>

interface Stages {
  readonly tree: PhraseTree
  readonly stages: readonly Stage[]
}

let read: Stages | undefined

function readStages(): Stages {
  const rows = [
    ...['modifiers-en.tsv', 'modifiers-fr.tsv'].flatMap(rowsOf),
    ...spreadTo().map((one) => ({ ...one, isTelling: true })),
    ...subjects(),
  ]
  const names = rows.map(({ name }) => tokens(name))
  const tree = new PhraseTree(names.reduce((sum, { length }) => sum + length, 1))
  names.forEach((name, index) => tree.add(name, index))
  return { tree, stages: rows }
}

function rowsOf(file: string): (Stage & { readonly name: string })[] {
  return listedRows(file).flatMap(([name = '', english = '', kind]) =>
    kind === 'stage' || kind === 'course'
      ? [{ name, english, isTelling: kind === 'stage' || telling.has(english) }]
      : [],
  )
}

function subjects(): (Stage & { readonly name: string })[] {
  return listedRows('subjects.tsv').map(([name = '', english = '']) => ({
    name,
    english,
    isTelling: true,
    isSubject: true,
  }))
}

const telling: ReadonlySet<string> = new Set([
  'recurrent',
  'relapsed',
  'refractory',
  'relapsed or refractory',
  'resistant',
  'platinum resistant',
  'platinum sensitive',
  'acute',
  'chronic',
])
