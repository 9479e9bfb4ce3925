import { readFileSync } from 'node:fs'
import { tokens } from './fold.ts'
import { PhraseTree } from './phrases.ts'
import { spreadTo } from './spread-to.ts'

/** The stage or the course of an illness among words: from `start` (inclusive) to `end` (exclusive). */
export interface StageMention {
  readonly start: number
  readonly end: number
  /** The words that records use for it. */
  readonly english: string
  /** A stage, or a course that makes it another illness to treat ("relapsed"); others only describe ("itchy", "mild"). */
  readonly isTelling: boolean
}

/** The words for a stage or a course ("métastatique", "came back") in a run of words from `tokens()`, the longest first. */
export function stagesIn(words: readonly string[]): readonly StageMention[] {
  const { tree, stages } = (read ??= readStages())
  return tree.longestIn(words).flatMap(({ start, end, value }) => {
    const stage = stages[value]
    if (stage?.english !== metastatic) return stage ? { start, end, ...stage } : []
    // "Has spread to his liver" says more than "has spread".
    const [next] = tree.longestIn(words.slice(start + 1))
    const where = next && start + 1 + next.start < end ? stages[next.value] : undefined
    return where?.english.endsWith(' metastases') && next
      ? { start, end: start + 1 + next.end, ...where }
      : { start, end, ...stage }
  })
}

const metastatic = 'metastatic'

type Stage = Pick<StageMention, 'english' | 'isTelling'>

interface Stages {
  readonly tree: PhraseTree
  readonly stages: readonly Stage[]
}

let read: Stages | undefined

function readStages(): Stages {
  const rows = [
    ...['modifiers-en.tsv', 'modifiers-fr.tsv'].flatMap(rowsOf),
    ...spreadTo().map((one) => ({ ...one, isTelling: true })),
  ]
  const tree = new PhraseTree(rows.reduce((sum, { name }) => sum + tokens(name).length, 1))
  rows.forEach(({ name }, index) => tree.add(tokens(name), index))
  return { tree, stages: rows }
}

function rowsOf(file: string): (Stage & { readonly name: string })[] {
  const text = readFileSync(new URL(`../../../data/vocabulary/${file}`, import.meta.url), 'utf8')
  return text.split('\n').flatMap((line) => {
    const [name = '', english = '', kind = ''] = line.split('\t')
    if (line.startsWith('#') || (kind !== 'stage' && kind !== 'course')) return []
    return { name, english, isTelling: kind === 'stage' || telling.has(english) }
  })
}

const telling: ReadonlySet<string> = new Set([
  'recurrent',
  'relapsed',
  'refractory',
  'relapsed or refractory',
  'resistant',
  'acute',
  'chronic',
])
