import { ByteReader } from '../bytes.ts'
import { bodyFields, type Field, fields, ranking, type Weights } from '../fields.ts'
import type { Index, StoredTerm } from '../segment/segment.ts'
import { type Matches, none } from './matches.ts'
import { newDocs, newScores } from './scratch.ts'

/**
 * The studies one term stands in, scored: the weight of the best field, a share of the others', how
 * often, and how rare the term is. Studies in which it stands only in fields of no weight are left out,
 * and, where other words have narrowed the search, those not `within` it.
 */
export function matchTerm(
  postings: Uint8Array,
  documents: number,
  scoreOf: ScoreOf,
  within?: Matches,
): Matches {
  const header = readCodes(postings)
  if (within) return decodeWithin(postings, header, documents, scoreOf, within)
  const table = header.codes.map(scoreOf)
  if (table.every((score) => score === 0)) return none
  return table.length === 1
    ? decodeSingle(postings, header.at, documents, table[0] ?? 0)
    : decodeCoded(postings, header.at, documents, Float32Array.from(table))
}

/** The best field a term stands in in one study; undefined where it does not stand there. */
export function fieldOf({ postings, documents }: StoredTerm, doc: number): Field | undefined {
  const { codes, at } = readCodes(postings)
  const reader = new ByteReader(postings)
  reader.at = at
  let here = -1
  for (let i = 0; i < documents && here < doc; i++) {
    here += reader.number()
    const code = codes.length > 1 ? reader.number() : 0
    if (here === doc)
      return fields.find((_, field) => ((codes[code] ?? 0) >> (field + 2)) % 2 === 1)
  }
  return undefined
}

/** What a posting's code (fields and frequency) is worth. */
export type ScoreOf = (code: number) => number

export function scorer(index: Index, weights: Weights, rarity: number): ScoreOf {
  const known = bases.get(weights) ?? new Map<number, number>()
  bases.set(weights, known)
  return (code) => {
    const before = known.get(code)
    if (before !== undefined) return before * rarity
    const base = baseScore(index, weights, code)
    known.set(code, base)
    return base * rarity
  }
}

/** What each code is worth by the weights of an area, before the word's rarity. */
const bases = new WeakMap<Weights, Map<number, number>>()

function baseScore(index: Index, weights: Weights, code: number): number {
  const names: readonly (keyof Weights)[] = index === 'main' ? fields : bodyFields
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
  let at = 0
  const number = () => {
    let value = 0
    let shift = 0
    for (;;) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) return value
      shift += 7
    }
  }
  const codes: number[] = []
  for (let left = number(); left > 0; left--) codes.push(number())
  return { codes, at }
}

function decodeSingle(bytes: Uint8Array, start: number, documents: number, score: number): Matches {
  const docs = newDocs(documents)
  let at = start
  let doc = -1
  for (let i = 0; i < documents; i++) {
    let byte = bytes[at++] as number
    let delta = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      delta |= (byte & 127) << shift
    }
    doc += delta
    docs[i] = doc
  }
  return { docs, scores: newScores(documents).fill(score), count: documents }
}

function decodeCoded(
  bytes: Uint8Array,
  start: number,
  documents: number,
  table: Float32Array,
): Matches {
  const docs = newDocs(documents)
  const scores = newScores(documents)
  let count = 0
  let at = start
  let doc = -1
  for (let i = 0; i < documents; i++) {
    let byte = bytes[at++] as number
    let delta = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      delta |= (byte & 127) << shift
    }
    byte = bytes[at++] as number
    let code = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      code |= (byte & 127) << shift
    }
    doc += delta
    const score = table[code] as number
    if (score > 0) {
      docs[count] = doc
      scores[count++] = score
    }
  }
  return { docs, scores, count }
}

function decodeWithin(
  bytes: Uint8Array,
  { codes, at: start }: { readonly codes: readonly number[]; readonly at: number },
  documents: number,
  scoreOf: ScoreOf,
  within: Matches,
): Matches {
  const docs = newDocs(Math.min(documents, within.count))
  const scores = newScores(docs.length)
  const isCoded = codes.length > 1
  let count = 0
  let at = start
  let doc = -1
  let wanted = 0
  for (let i = 0; i < documents && wanted < within.count; i++) {
    let byte = bytes[at++] as number
    let delta = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      delta |= (byte & 127) << shift
    }
    let code = 0
    if (isCoded) {
      byte = bytes[at++] as number
      code = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        code |= (byte & 127) << shift
      }
    }
    doc += delta
    while (wanted < within.count && (within.docs[wanted] as number) < doc) wanted++
    if (within.docs[wanted] !== doc || wanted === within.count) continue
    const score = scoreOf(codes[code] as number)
    if (score === 0) continue
    docs[count] = doc
    scores[count++] = score
  }
  return { docs, scores, count }
}
