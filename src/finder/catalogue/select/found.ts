import { bitset } from '../../../base/bitset.ts'
import { newNumbers } from './numbers.ts'
import { type Bits, allBits, intersection, union, without } from './bits.ts'

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
  const sure = parts.map((part) => part.sure).reduce(intersection)
  const likely = parts.map(likelyOf).reduce(intersection)
  return withScores(parts, { sure, maybe: without(likely, sure) }, 'sum')
}

/** What is in any of several; the best score counts. */
export function foundInAny(parts: readonly FoundDocs[], count: number): FoundDocs {
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
  const scored = parts.flatMap(({ scores }) => scores ?? [])
  const [first, ...more] = scored
  if (!first) return found
  const scores = more.length > 0 ? newNumbers(first.length) : first
  if (more.length > 0) scores.set(first)
  for (const other of more) {
    if (join === 'sum') addEach(scores, other)
    else raiseEach(scores, other)
  }
  const unsure = parts
    .flatMap((part) => part.unsure ?? [])
    .reduce(union, new Uint32Array(found.sure.length))
  return { ...found, scores, unsure }
}

function addEach(scores: Float64Array, other: Float64Array): void {
  for (let doc = 0; doc < scores.length; doc++)
    scores[doc] = (scores[doc] as number) + (other[doc] as number)
}

function raiseEach(scores: Float64Array, other: Float64Array): void {
  for (let doc = 0; doc < scores.length; doc++)
    if ((other[doc] as number) > (scores[doc] as number)) scores[doc] = other[doc] as number
}
