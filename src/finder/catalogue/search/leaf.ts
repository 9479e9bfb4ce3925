import { bodyFields, fields, ranking, type Weights } from '../fields.ts'
import type { Index } from '../segment/segment.ts'
import { type Matches, none } from './matches.ts'

/**
 * The studies one term stands in, scored: the weight of the best field, a share of the others', how
 * often, and how rare the term is. Studies in which it stands only in fields of no weight are left out.
 */
export function matchTerm(postings: Uint8Array, documents: number, scoreOf: ScoreOf): Matches {
  const header = readCodes(postings)
  const table = header.codes.map(scoreOf)
  if (table.every((score) => score === 0)) return none
  return table.length === 1
    ? decodeSingle(postings, header.at, documents, table[0] ?? 0)
    : decodeCoded(postings, header.at, documents, Float32Array.from(table))
}

/** What a posting's code (fields and frequency) is worth. */
export type ScoreOf = (code: number) => number

export function scorer(index: Index, weights: Weights, rarity: number): ScoreOf {
  const names: readonly (keyof Weights)[] = index === 'main' ? fields : bodyFields
  const byField = names.map((name) => weights[name] ?? 0)
  return (code) => {
    let best = 0
    let sum = 0
    for (let field = 0; field < byField.length; field++) {
      if ((code >> (field + 2)) % 2 === 0) continue
      const weight = byField[field] ?? 0
      sum += weight
      if (weight > best) best = weight
    }
    const often = ranking.frequency[code & 3] ?? 1
    return (best + ranking.furtherField * (sum - best)) * often * rarity
  }
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
  const docs = new Int32Array(documents)
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
  return { docs, scores: new Float32Array(documents).fill(score), count: documents }
}

function decodeCoded(
  bytes: Uint8Array,
  start: number,
  documents: number,
  table: Float32Array,
): Matches {
  const docs = new Int32Array(documents)
  const scores = new Float32Array(documents)
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
