import { bitset, hasBit, setBit } from '../../../base/bitset.ts'
import type { Index } from '../model/fields.ts'
import { placedBlocks, placedBodyPieces } from '../segment/placed-blocks.ts'
import type { Segment } from '../segment/segment.ts'
import { endOfRun, mostPlaces, noPlaces } from '../segment/term-places.ts'
import { type Bits, isEmpty } from './bits.ts'

/** Blocks of texts whose words have places, as fields of the registry's records: those of an ordinary search, and one long one. */
export const inOrderBlocks: readonly (readonly number[])[] = [
  ...placedBlocks.map(({ fields }) => fields),
  placedBodyPieces,
]

/** Where words stand side by side in one of those blocks, and where that cannot be told. */
export interface InOrder {
  /** By document the places in `inOrderBlocks`, each a bit. */
  readonly found: Uint32Array
  readonly unknown: Bits
}

/** Of some studies, by the index their texts are in, those where words stand side by side in order. Throws `PieceDamaged`. */
export function wordsInOrder(
  words: readonly string[],
  among: Readonly<Record<Index, Bits>>,
  segment: Segment,
): InOrder {
  const found = new Uint32Array(segment.count)
  const unknown = bitset(segment.count)
  if (!isEmpty(among.main)) {
    const { blocks } = segment.byPiece
    const { docs, from, places } = startsOf(
      words,
      { index: 'main', among: among.main },
      segment,
      unknown,
    )
    for (const [at, doc] of docs.entries())
      found[doc] = blocks.blocksOf(doc, places, from[at] as number, from[at + 1] as number)
  }
  if (!isEmpty(among.body)) {
    const { docs } = startsOf(words, { index: 'body', among: among.body }, segment, unknown)
    for (const doc of docs) found[doc] = (found[doc] as number) | (1 << placedBlocks.length)
  }
  return { found, unknown }
}

/**
 * Of some studies, those in which words are the first, or all, of one of some blocks of the ordinary search that have one text, and
 * where that cannot be told. Throws `PieceDamaged`.
 */
export function wordsFirstIn(
  { blocks, isWhole }: { readonly blocks: readonly number[]; readonly isWhole: boolean },
  words: readonly string[],
  among: Bits,
  segment: Segment,
): { readonly found: Bits; readonly unknown: Bits } {
  const [found, unknown] = [bitset(segment.count), bitset(segment.count)]
  if (isEmpty(among)) return { found, unknown }
  const { docs, from, places } = startsOf(words, { index: 'main', among }, segment, unknown)
  const placed = segment.byPiece.blocks
  for (const [at, doc] of docs.entries()) {
    const own = places.subarray(from[at], from[at + 1])
    const isThere = blocks.some((block) => {
      const text = placed.textOf(doc, block)
      return own.includes(text.begin) && (!isWhole || text.words === words.length)
    })
    if (isThere) setBit(found, doc)
  }
  return { found, unknown }
}

/** Studies in order, and where in each the words may begin: rising, from `from[at]` to below `from[at + 1]`. */
interface Starts {
  readonly docs: readonly number[]
  readonly from: readonly number[]
  readonly places: Int32Array
}

/** For each study the places where the words begin. */
function startsOf(
  words: readonly string[],
  { index, among }: { readonly index: Index; readonly among: Bits },
  segment: Segment,
  unknown: Bits,
): Starts {
  const stored = words.map((word, offset) => ({ offset, term: segment.term(index, word) }))
  const rarestFirst = stored.toSorted((a, b) => (a.term?.documents ?? 0) - (b.term?.documents ?? 0))
  // Where the words could begin, as far as the words that were looked at say.
  let starts: Starts | undefined
  for (const { offset, term } of rarestFirst) {
    if (!term) return { docs: [], from: [0], places: new Int32Array(0) }
    starts = narrowed({ term, offset, index, among, before: starts }, segment, unknown)
    if (starts.docs.length === 0) break
  }
  return starts ?? { docs: [], from: [0], places: new Int32Array(0) }
}

interface Narrowing {
  readonly term: NonNullable<ReturnType<Segment['term']>>
  /** How many words after the first. */
  readonly offset: number
  readonly index: Index
  readonly among: Bits
  /** What the words before have left. */
  readonly before: Starts | undefined
}

/** Of where the words before may begin that where this one stands in its place. */
function narrowed(
  { term, offset, index, among, before }: Narrowing,
  segment: Segment,
  unknown: Bits,
): Starts {
  const { bytes, starts } = segment.places(term, index)
  const docs: number[] = []
  const from = [0]
  let places = new Int32Array(before ? before.places.length : 1024)
  let count = 0
  let next = 0
  const { docs: all } = term
  for (let i = 0; i < all.length; i++) {
    const doc = all[i] as number
    const start = starts[i] as number
    // A long text may have none.
    if (!hasBit(among, doc) || start === noPlaces) continue
    if (before) {
      while (next < before.docs.length && (before.docs[next] as number) < doc) next++
      if (next === before.docs.length) break
      if (before.docs[next] !== doc) continue
    }
    const end = endOfRun(bytes, start)
    // A place takes a byte at least.
    while (count + end - start > places.length) places = twice(places)
    const read = readPlaces(bytes, start, end, places, count)
    if (read >= mostPlaces) setBit(unknown, doc)
    const kept = keepCommon(places, { start: count, count: read, offset }, before, next)
    if (kept === count) continue
    docs.push(doc)
    from.push(kept)
    count = kept
  }
  return { docs, from, places }
}

function twice(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(places.length * 2 + 64)
  larger.set(places)
  return larger
}

/** Reads the places of a word in a study behind others; gives how many. */
function readPlaces(
  bytes: Uint8Array,
  from: number,
  to: number,
  places: Int32Array,
  behind: number,
): number {
  let count = 0
  let place = 0
  for (let at = from; at < to;) {
    const first = bytes[at++] as number
    let step = (first & 127) >>> 1
    for (let byte = first, shift = 6; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      step |= (byte & 127) << shift
    }
    places[behind + count++] = place += step
  }
  return count
}

/** Turns places of a word into where the words would begin, as far as that is left; gives the end of what is kept. */
function keepCommon(
  places: Int32Array,
  {
    start,
    count,
    offset,
  }: { readonly start: number; readonly count: number; readonly offset: number },
  before: Starts | undefined,
  which: number,
): number {
  let end = start
  let at = before ? (before.from[which] as number) : 0
  const last = before ? (before.from[which + 1] as number) : 0
  for (let one = start; one < start + count; one++) {
    const begin = (places[one] as number) - offset
    if (before) {
      while (at < last && (before.places[at] as number) < begin) at++
      if (at === last || before.places[at] !== begin) continue
    }
    places[end++] = begin
  }
  return end
}
