import { bitset } from '../../../base/bitset.ts'
import { newNumbers } from './numbers.ts'
import { type Bits, allBits, forEachBit, intersection, union, without } from './bits.ts'

/** What of a segment is found: for sure, or perhaps, so that its record has to be read. */
export interface FoundDocs {
  readonly sure: Bits
  readonly maybe?: Bits | undefined
  /** By document, where it is asked; 0 where nothing ranks or nothing is found. */
  readonly scores?: Float64Array
  /** Where the score is not sure. */
  readonly unsure?: Bits
}

/** Where something is for sure, and where it may be, so that records have to be read. */
export interface Likely {
  readonly sure: Bits
  readonly maybe: Bits
}

/** What is in all of several; scores add up. */
export function foundInAll(parts: readonly FoundDocs[], count: number): FoundDocs {
  if (parts.length === 0) return { sure: allBits(count) }
  const different = [...new Set(parts)]
  const sure = different.map((part) => part.sure).reduce(intersection)
  const likely = different.map(likelyOf).reduce(intersection)
  return withScores(parts, { sure, maybe: without(likely, sure) }, 'sum')
}

/** What is in any of several; the best score counts. */
export function foundInAny(all: readonly FoundDocs[], count: number): FoundDocs {
  const parts = [...new Set(all)]
  if (parts.length === 0) return { sure: bitset(count) }
  const sure = parts.map((part) => part.sure).reduce(union)
  const likely = parts.map(likelyOf).reduce(union)
  const found = withScores(parts, { sure, maybe: without(likely, sure) }, 'best')
  if (!found.scores) return found
  // What is found anyway may be worth more by a part that has to be read.
  const unread = parts.flatMap(({ maybe }) => maybe ?? []).reduce(union, bitset(count))
  return { ...found, unsure: found.unsure ? union(found.unsure, unread) : unread }
}

/** What is not found. */
export function foundElsewhere(part: FoundDocs, count: number): FoundDocs {
  const sure = without(allBits(count), likelyOf(part))
  return { sure, ...(part.maybe && { maybe: part.maybe }) }
}

/** All that is found, for sure or perhaps. */
export function likelyOf({ sure, maybe }: FoundDocs): Bits {
  return maybe ? union(sure, maybe) : sure
}

function withScores(
  parts: readonly FoundDocs[],
  found: FoundDocs,
  join: 'sum' | 'best',
): FoundDocs {
  const scored = parts.filter((part) => part.scores)
  const first = scored[0]?.scores
  if (!first) return found
  const isJoined = (join === 'sum' ? scored : parts).length > 1
  const scores = isJoined ? newNumbers(first.length) : first
  if (isJoined) (join === 'sum' ? addEach : raiseEach)(scores, parts, likelyOf(found))
  const unsure = [...new Set(parts)]
    .flatMap((part) => part.unsure ?? [])
    .reduce(union, new Uint32Array(found.sure.length))
  return { ...found, scores, unsure }
}

/** Only where something is found: a score elsewhere is asked by nobody. */
function addEach(scores: Float64Array, parts: readonly FoundDocs[], found: Bits): void {
  const all = parts.flatMap((part) => part.scores ?? [])
  forEachBit(found, (doc) => {
    let sum = 0
    for (const one of all) sum += one[doc] as number
    scores[doc] = sum
  })
}

/** A part is worth something only where it is found: one of its words may be elsewhere. A word that is nearly everywhere is worth less than nothing. */
function raiseEach(scores: Float64Array, parts: readonly FoundDocs[], found: Bits): void {
  forEachBit(found, (doc) => (scores[doc] = -Infinity))
  for (const part of parts)
    forEachBit(likelyOf(part), (doc) => {
      const own = part.scores?.[doc] ?? 0
      if (own > (scores[doc] as number)) scores[doc] = own
    })
}
