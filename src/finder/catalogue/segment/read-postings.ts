import { ByteReader } from '../../../base/bytes.ts'
import {
  type SearchField,
  type Index,
  type Weights,
  bodyFields,
  searchFields,
  ranking,
} from '../model/fields.ts'
import { type Matches, none } from './matches.ts'
import { newDocs, newScores } from './scratch.ts'

/** A term of an index, with its postings as they are kept. */
export interface StoredTerm {
  readonly term: string
  readonly documents: number
  readonly postings: Uint8Array
}

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
  const { at, codes, tables } = prepare(stored)
  let table = tables.get(weights)
  if (!table) {
    table = Float32Array.from(codes, (code) => baseScore(index, weights, code))
    tables.set(weights, table)
  }
  if (table.every((score) => score === 0)) return none
  return decode(stored, at, table, rarity, within)
}

/** The studies one term is in, in whatever field, all with one score. */
export function matchAnywhere(stored: StoredTerm, score: number, within?: Matches): Matches {
  const { at, codes } = prepare(stored)
  return decode(stored, at, new Float32Array(codes.length).fill(1), score, within)
}

/** The codes before a term's postings, and the worth of each code by the weights it was asked with. */
interface Prepared {
  readonly codes: readonly number[]
  readonly at: number
  readonly tables: Map<Weights, Float32Array>
}

/** For as long as the term itself is kept. */
const prepared = new WeakMap<StoredTerm, Prepared>()

function prepare(stored: StoredTerm): Prepared {
  const known = prepared.get(stored)
  if (known) return known
  const made = { ...readCodes(stored.postings), tables: new Map<Weights, Float32Array>() }
  prepared.set(stored, made)
  return made
}

/**
 * Reads postings from `start` on, in the order of documents: those that the table of scores, by code, gives a
 * score, and of those only what is `within`, where that is given. A term with one code in all documents keeps
 * no code with each. Nearly all the time of a search on common words is spent here.
 */
function decode(
  { postings, documents }: StoredTerm,
  start: number,
  table: Float32Array,
  rarity: number,
  within: Matches | undefined,
): Matches {
  const docs = newDocs(within ? Math.min(documents, within.count) : documents)
  const scores = newScores(docs.length)
  const isCoded = table.length > 1
  const wantedDocs = within?.docs ?? docs
  const wantedCount = within ? within.count : Infinity
  const reader = new ByteReader(postings)
  let count = 0
  let at = start
  let doc = -1
  let wanted = 0
  for (let i = 0; i < documents; i++) {
    // Nearly every number is one byte, read here: a call for each would cost a tenth of a search.
    let delta = postings[at++] as number
    if (delta > 127) {
      reader.at = at - 1
      delta = reader.number()
      at = reader.at
    }
    doc += delta
    let code = 0
    if (isCoded) {
      code = postings[at++] as number
      if (code > 127) {
        reader.at = at - 1
        code = reader.number()
        at = reader.at
      }
    }
    const score = table[code] as number
    if (within) {
      while (wanted < wantedCount && (wantedDocs[wanted] as number) < doc) wanted++
      if (wanted === wantedCount) break
      if (wantedDocs[wanted] !== doc) continue
    }
    if (score === 0) continue
    docs[count] = doc
    scores[count++] = score * rarity
  }
  return { docs, scores, count }
}

/** Every document of a term in order, with its code: which fields, how often. */
export function forEachPosting(stored: StoredTerm, use: (doc: number, code: number) => void): void {
  const { codes, at } = readCodes(stored.postings)
  const reader = new ByteReader(stored.postings, at)
  let doc = -1
  for (let i = 0; i < stored.documents; i++) {
    doc += reader.number()
    use(doc, codes[codes.length > 1 ? reader.number() : 0] as number)
  }
}

/** The best field a term is in within one study; undefined where the study does not have it. */
export function fieldOf(stored: StoredTerm, doc: number): SearchField | undefined {
  const { postings, documents } = stored
  const { codes, at } = prepare(stored)
  const reader = new ByteReader(postings, at)
  let here = -1
  for (let i = 0; i < documents && here < doc; i++) {
    here += reader.number()
    const code = codes.length > 1 ? reader.number() : 0
    if (here === doc)
      return searchFields.find((_, field) => ((codes[code] ?? 0) >> (field + 2)) % 2 === 1)
  }
  return undefined
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

function readCodes(bytes: Uint8Array): { codes: number[]; at: number } {
  const reader = new ByteReader(bytes)
  const codes: number[] = []
  for (let left = reader.number(); left > 0; left--) codes.push(reader.number())
  return { codes, at: reader.at }
}
