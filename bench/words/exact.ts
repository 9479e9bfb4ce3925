import type { Query } from '../../src/finder/catalogue/model/query.ts'
import type { Engine } from '../../src/finder/catalogue/search/engine.ts'
import { isFiller } from '../../src/finder/catalogue/search/fillers.ts'
import type { StoredStudy } from '../../src/finder/catalogue/model/stored.ts'
import { isOneNumber, readStudyId } from '../../src/finder/registry/study-id.ts'
import { tokens } from '../../src/finder/vocabulary/fold.ts'
import { pick } from '../random.ts'
import { type Oracle, fts, openOracle, sorted } from './exact-oracle.ts'

/** The kinds of generated questions. */
const exactKinds = [
  'word',
  'phrase',
  'beginning',
  'boolean',
  'radius',
  'rules for joining',
] as const
type ExactKind = (typeof exactKinds)[number]

/** Of generated questions, how many found exactly the studies of the oracle, and the first that did not. */
export interface ExactFigures {
  readonly asked: number
  readonly equal: number
  /** Of those that did not, the phrases of the rules for joining of which the search reads only the first studies. */
  readonly named: number
  readonly kinds: Readonly<Record<ExactKind, { readonly asked: number; readonly equal: number }>>
  readonly unequal: readonly Unequal[]
}

interface Unequal {
  readonly kind: ExactKind
  readonly query: Partial<Query>
  /** Studies that only one of the two found. */
  readonly tooMany: readonly string[]
  readonly missing: readonly string[]
}

/** What is asked: the search of an engine, over every study given. */
export interface ExactOptions {
  readonly engine: Pick<Engine, 'search'>
  readonly studies: Iterable<StoredStudy>
  readonly questions?: number
  readonly seed?: number
}

/** Generates questions by a fixed seed, and holds the studies found to SQLite's full-text index and a naive reading. */
export function measureExact({
  engine,
  studies,
  questions = 1000,
  seed = 20261129,
}: ExactOptions): ExactFigures {
  const oracle = openOracle(studies)
  const kinds = Object.fromEntries(
    exactKinds.map((kind) => [kind, { asked: 0, equal: 0 }]),
  ) as Record<ExactKind, { asked: number; equal: number }>
  const unequal: Unequal[] = []
  let named = 0
  for (let index = 0; index < questions; index++) {
    const kind = exactKinds[index % exactKinds.length] ?? 'word'
    const { query, expected } = draw[kind]({
      oracle,
      chance: (count, key) => pick(count, seed + key, index),
    })
    const found = foundBy(engine, query)
    kinds[kind].asked++
    if (found.join() === expected.join()) kinds[kind].equal++
    else {
      const difference = differences(found, expected)
      unequal.push({ kind, query, ...difference })
      // Of common words only the first studies that hold them are read for a phrase (decision 0007).
      const isPhrase = query.elig?.startsWith('"') === true
      if (isPhrase && difference.tooMany.length === 0 && found.length > 0) named++
    }
  }
  oracle.close()
  return {
    asked: questions,
    equal: questions - unequal.length,
    named,
    kinds,
    unequal: unequal.slice(0, 20),
  }
}

function foundBy(engine: ExactOptions['engine'], query: Partial<Query>): readonly string[] {
  const found: string[] = []
  for (let page = 1; ; page++) {
    const asked = { exact: true, today: '2026-11-29', ...query, page, pageSize: 1000 }
    const { hits, total, inEligibility } = engine.search(asked)
    // Where nothing else is found the long texts are searched too: that is another question.
    if (inEligibility) return []
    found.push(...hits.map(({ nctId }) => nctId))
    if (page * 1000 >= total) return sorted(found)
  }
}

function differences(found: readonly string[], expected: readonly string[]) {
  const [ours, theirs] = [new Set(found), new Set(expected)]
  return {
    tooMany: [...ours.difference(theirs)].slice(0, 5),
    missing: [...theirs.difference(ours)].slice(0, 5),
  }
}

interface Drawing {
  readonly oracle: Oracle
  /** A whole number below `count`, another for each key. */
  readonly chance: (count: number, key: number) => number
}

interface Question {
  readonly query: Partial<Query>
  readonly expected: readonly string[]
}

const draw: Readonly<Record<ExactKind, (drawing: Drawing) => Question>> = {
  word: ({ oracle, chance }) => {
    const q = wordFrom(oracle.texts, chance, 1)
    const asked = isOneNumber(q) ? readStudyId(q) : undefined
    const numbered = asked?.kind === 'number' ? oracle.numbered(asked.number) : []
    return { query: { q }, expected: sorted([...oracle.match(fts(q)), ...numbered]) }
  },
  phrase: ({ oracle, chance }) => {
    const words = phraseFrom(oracle.texts, chance)
    return { query: { q: `"${words.join(' ')}"` }, expected: oracle.match(phraseOf(words)) }
  },
  beginning: ({ oracle, chance }) => {
    const { forms } = oracle
    const form = forms[chance(forms.length, 1)] ?? 'kawasaki'
    const prefix = form.slice(0, 3 + chance(form.length - 2, 2))
    // One that holds a number is looked for as two words too.
    const words = tokens(prefix)
    const also = words.length > 1 ? oracle.match(phraseOf(words)) : []
    return { query: { q: `${prefix}*` }, expected: sorted([...oracle.beginning(prefix), ...also]) }
  },
  boolean: ({ oracle, chance }) => {
    const [a = '', b = '', c = ''] = [1, 2, 3].map((key) =>
      wordFrom(oracle.texts, chance, key * 10),
    )
    const [q, expression] = formulas[chance(formulas.length, 4)]?.(a, b, c) ?? ['', '']
    return { query: { q }, expected: oracle.match(expression) }
  },
  radius: ({ oracle, chance }) => {
    const point = oracle.points[chance(oracle.points.length, 1)] ?? { lat: 0, lon: 0 }
    // A step aside, and a distance to the tenth: sites lie close to its edge.
    const near = {
      lat: clamped(point.lat + (chance(4001, 2) - 2000) / 10_000),
      lon: point.lon + (chance(4001, 3) - 2000) / 10_000,
    }
    const withinKm = (1 + chance(2000, 4)) / 10
    return { query: { near, withinKm }, expected: oracle.within(near, withinKm) }
  },
  'rules for joining': ({ oracle, chance }) => {
    const words = phraseFrom(oracle.rules, chance)
    const one = words[0] ?? ''
    const isPhrase = chance(2, 9) === 1
    return {
      query: { elig: isPhrase ? `"${words.join(' ')}"` : one },
      expected: oracle.match(isPhrase ? phraseOf(words) : fts(one), 'rules'),
    }
  },
}

const formulas: readonly ((a: string, b: string, c: string) => [ours: string, theirs: string])[] = [
  (a, b) => [`${a} AND ${b}`, `${fts(a)} AND ${fts(b)}`],
  (a, b) => [`${a} OR ${b}`, `${fts(a)} OR ${fts(b)}`],
  (a, b) => [`${a} NOT ${b}`, `${fts(a)} NOT ${fts(b)}`],
  (a, b, c) => [`(${a} OR ${b}) AND ${c}`, `(${fts(a)} OR ${fts(b)}) AND ${fts(c)}`],
  (a, b, c) => [`${a} -(${b} OR ${c})`, `${fts(a)} NOT (${fts(b)} OR ${fts(c)})`],
  (a, b, c) => [`(${a} AND ${b}) OR ${c}`, `(${fts(a)} AND ${fts(b)}) OR ${fts(c)}`],
]

/** One word, that a search box takes as it is. */
function isPlain(word: string): boolean {
  return tokens(word).join() === word && !/^\d{1,2}$/.test(word)
}

function wordFrom(texts: Oracle['texts'], chance: Drawing['chance'], key: number): string {
  for (let turn = 0; turn < 50; turn++) {
    const words = texts[chance(texts.length, key + turn * 101)] ?? []
    const word = words[chance(words.length, key + turn * 103 + 1)] ?? ''
    // Small words do not matter among others: the help says so.
    if (isPlain(word) && !isFiller(word)) return word
  }
  return 'disease'
}

function phraseFrom(texts: Oracle['texts'], chance: Drawing['chance']): readonly string[] {
  for (let turn = 0; turn < 50; turn++) {
    const words = texts[chance(texts.length, 1 + turn * 101)] ?? []
    const at = chance(Math.max(1, words.length - 1), 2 + turn * 103)
    const run = words.slice(at, at + 2 + chance(3, 3 + turn))
    if (run.length >= 2 && run.every(isPlain)) return run
  }
  return ['quality', 'of', 'life']
}

function phraseOf(words: readonly string[]): string {
  return words.map(fts).join(' + ')
}

function clamped(lat: number): number {
  return Math.max(-90, Math.min(90, lat))
}
