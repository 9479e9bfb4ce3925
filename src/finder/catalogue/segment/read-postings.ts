import {
  type SearchField,
  type Index,
  type Weights,
  bodyFields,
  searchFields,
  ranking,
} from '../model/fields.ts'
import { type Matches, none } from './matches.ts'
import { type StoredTerm, seekDoc } from './postings.ts'
import { newDocs, newScores } from './scratch.ts'

/**
 * The studies one term is in, scored: the weight of the best field, a share of the others', how
 * often, and how rare the term is. Studies that have it only in fields of no weight are left out,
 * and, where other words have narrowed the search, those not `within` it.
 */
export function matchTerm(
  stored: StoredTerm,
  index: Index,
  weights: Weights,
  rarity: number,
  within?: Matches,
): Matches {
  const tables = tablesOf(stored)
  let table = tables.get(weights)
  if (!table) {
    table = Float32Array.from(stored.codes, (code) => baseScore(index, weights, code))
    tables.set(weights, table)
  }
  if (table.every((score) => score === 0)) return none
  return within ? scoredWithin(stored, table, rarity, within) : scored(stored, table, rarity)
}

/** The studies one term is in, in whatever field, all with one score. */
export function matchAnywhere(stored: StoredTerm, score: number, within?: Matches): Matches {
  const table = new Float32Array(stored.codes.length).fill(1)
  return within ? scoredWithin(stored, table, score, within) : scored(stored, table, score)
}

/** The worth of each code by the weights it was asked with, for as long as the term itself is kept. */
const tables = new WeakMap<StoredTerm, Map<Weights, Float32Array>>()

function tablesOf(stored: StoredTerm): Map<Weights, Float32Array> {
  const known = tables.get(stored)
  if (known) return known
  const made = new Map<Weights, Float32Array>()
  tables.set(stored, made)
  return made
}

/** The documents to which the table of scores, by place of a code, gives one. Much of a search on common words is spent here. */
function scored(
  { docs: all, coded, documents }: StoredTerm,
  table: Float32Array,
  rarity: number,
): Matches {
  const docs = newDocs(documents)
  const scores = newScores(documents)
  if (!coded) {
    for (let i = 0; i < documents; i++) docs[i] = all[i] as number
    scores.fill((table[0] as number) * rarity)
    return { docs, scores, count: documents }
  }
  let count = 0
  for (let i = 0; i < documents; i++) {
    const score = table[coded[i] as number] as number
    if (score === 0) continue
    docs[count] = all[i] as number
    scores[count++] = score * rarity
  }
  return { docs, scores, count }
}

/** The same of what is `within`: the list is jumped in, as it may be much the longer. */
function scoredWithin(
  { docs: all, coded }: StoredTerm,
  table: Float32Array,
  rarity: number,
  within: Matches,
): Matches {
  const docs = newDocs(Math.min(all.length, within.count))
  const scores = newScores(docs.length)
  let count = 0
  let at = 0
  for (let i = 0; i < within.count; i++) {
    const doc = within.docs[i] as number
    at = seekDoc(all, at, doc)
    if (at === all.length) break
    if (all[at] !== doc) continue
    const score = table[coded ? (coded[at] as number) : 0] as number
    if (score === 0) continue
    docs[count] = doc
    scores[count++] = score * rarity
  }
  return { docs, scores, count }
}

/** Every document of a term in order, with its code: which fields, how often. */
export function forEachPosting(
  { docs, codes, coded }: StoredTerm,
  use: (doc: number, code: number) => void,
): void {
  for (let i = 0; i < docs.length; i++)
    use(docs[i] as number, codes[coded ? (coded[i] as number) : 0] as number)
}

/** Whether a study has a term, in whatever field. */
export function holdsTerm({ docs }: StoredTerm, doc: number): boolean {
  return docs[seekDoc(docs, 0, doc)] === doc
}

/** The best field a term is in within one study; undefined where the study does not have it. */
export function fieldOf({ docs, codes, coded }: StoredTerm, doc: number): SearchField | undefined {
  const at = seekDoc(docs, 0, doc)
  if (docs[at] !== doc) return undefined
  const code = codes[coded ? (coded[at] as number) : 0] ?? 0
  return searchFields.find((_, field) => (code >> (field + 2)) % 2 === 1)
}

/** What a posting's code (fields and frequency) is worth, before the word's rarity. */
function baseScore(index: Index, weights: Weights, code: number): number {
  const names: readonly (keyof Weights)[] = index === 'main' ? searchFields : bodyFields
  let best = 0
  let sum = 0
  names.forEach((name, field) => {
    if ((code >> (field + 2)) % 2 === 0) return
    const weight = weights[name] ?? 0
    sum += weight
    if (weight > best) best = weight
  })
  return (best + ranking.furtherField * (sum - best)) * (ranking.frequency[code & 3] ?? 1)
}

/** BM25's inverse document frequency. */
export function rarityOf(documents: number, all: number): number {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5))
}
