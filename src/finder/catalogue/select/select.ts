import { hasBit } from '../../../base/bitset.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Selected, Selection, SortKey } from '../model/where.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { type Sought, soughtOf, isRanked } from './sought.ts'
import { type Bits, intersection, countOf, forEachBit } from './bits.ts'
import { findIn } from './find.ts'
import { type FoundDocs, foundInAll, likelyOf } from './found.ts'
import { beginNumbers } from './numbers.ts'
import { type OrderKeys, keysIn } from './keys.ts'
import {
  type Directions,
  FirstPlaces,
  type OrderedAt,
  type Placed,
  compared,
  orderedAt,
  selectedOf,
} from './order.ts'
import { readInOrder } from './read-in-order.ts'
import { type ReadUntil, holding, verified } from './verify.ts'

/** A catalogue as it is selected from: its segments, oldest first, and how many studies count. */
export interface SelectParts {
  readonly loaded: readonly LoadedSegment[]
  readonly studies: number
  readonly vocabulary: Vocabulary
}

/** What was found, before it is known which state of the catalogue it is of. */
export type SelectedHere = Omit<Selected, 'state'>

/**
 * Which studies are asked for, exactly: looked up in the index, and read where that does not tell. Throws `ReadingTooLong` past
 * the deadline, `PieceDamaged` and `StudyDamaged` where what it needs is damaged.
 */
export function selectFrom(
  selection: Selection,
  parts: SelectParts,
  deadline: ReadUntil,
): SelectedHere {
  const { where, filter, sort, after, mostRead } = selection
  const documents = documentsIn(parts.loaded)
  const read = { ...parts, documents, known: new Map<string, Sought>() }
  const asked: Question = {
    where: soughtOf(where ?? { kind: 'everything' }, read),
    filter: soughtOf(filter ?? { kind: 'everything' }, read),
  }
  const ranks = isRanked(asked.where)
  const keys = sort.length > 0 ? sort : ranks ? ([byRelevance] as const) : []
  const isScored = ranks && keys.some(({ piece }) => piece === '@relevance')
  const directions = keys.map(({ direction }) => direction)
  const from = after && orderedAt(after, directions)
  const selecting = { asked, keys, directions, isScored, from, parts, deadline }
  if (mostRead === undefined || isScored) return selectAll(selection, selecting)
  const found = parts.loaded.map((one) => lookedUp(asked, one, deadline, false))
  const inDoubt = found.reduce((sum, { maybe }) => sum + (maybe ? countOf(maybe) : 0), 0)
  return inDoubt > mostRead
    ? selectSome(selection, mostRead, { ...selecting, found })
    : selectAll(selection, { ...selecting, found })
}

/** A question with all that finding its studies needs. */
interface Selecting {
  readonly asked: Question
  readonly keys: readonly SortKey[]
  readonly directions: Directions
  readonly isScored: boolean
  readonly from: OrderedAt | undefined
  readonly parts: SelectParts
  readonly deadline: ReadUntil
  /** What the index says by segment, where it was asked already. */
  readonly found?: readonly FoundDocs[]
}

/** Reads all that the index leaves in doubt. */
function selectAll({ limit, isCounted }: Selection, selecting: Selecting): SelectedHere {
  const { asked, keys, directions, isScored, from, parts, deadline } = selecting
  const first = new FirstPlaces(limit + 1)
  let total = 0
  for (const [index, loaded] of parts.loaded.entries()) {
    if (isScored) beginNumbers()
    const found = selecting.found?.[index] ?? lookedUp(asked, loaded, deadline, isScored)
    const { bits, scores } = verified(asked, found, loaded, { ...parts, deadline })
    if (isCounted) total += countOf(bits)
    const values = keysIn(keys, loaded.segment, scores)
    const place = { segment: index, loaded, scores, from }
    if (keys.length === 0) addByNumber(bits, place, first, limit)
    else addByKeys(bits, place, values, first)
  }
  return answered(first.inOrder(), directions, limit, isCounted ? total : undefined)
}

/** Reads only what the page needs, as far as that may be; counts where that was all there is. */
function selectSome(
  { limit, after, isCounted }: Selection,
  mostRead: number,
  {
    asked,
    keys,
    directions,
    from,
    parts,
    deadline,
    found,
  }: Selecting & Required<Pick<Selecting, 'found'>>,
): SelectedHere {
  const { loaded, vocabulary } = parts
  const all = found.map((one, index) => ({
    bits: likelyOf(one),
    values: keysIn(keys, (loaded[index] as LoadedSegment).segment, undefined),
  }))
  const next = (after: OrderedAt | undefined, most: number): readonly Placed[] => {
    const first = new FirstPlaces(most)
    for (const [index, { bits, values }] of all.entries()) {
      const place = {
        segment: index,
        loaded: loaded[index] as LoadedSegment,
        scores: undefined,
        from: after,
      }
      if (keys.length === 0) addByNumber(bits, place, first, most - 1)
      else addByKeys(bits, place, values, first)
    }
    return first.inOrder()
  }
  const holds = holding(asked, vocabulary)
  const page = readInOrder({ next, found, loaded, holds, limit, mostRead, deadline }, from)
  const isAll = !after && !page.goesOnAfter && page.placed.length <= limit
  const total = isCounted && isAll ? page.placed.length : undefined
  const here = answered(page.placed, directions, limit, total)
  if (!page.goesOnAfter) return here
  const { keys: at, nct } = selectedOf(
    { ...page.goesOnAfter, segment: 0, doc: 0, score: 0 },
    directions,
  )
  return { ...here, hasMore: true, goesOnAfter: { keys: at, nct } }
}

const byRelevance = { piece: '@relevance', direction: 'desc' } as const

interface Question {
  readonly where: Sought
  readonly filter: Sought
}

function answered(
  found: readonly Placed[],
  directions: Directions,
  limit: number,
  total: number | undefined,
): SelectedHere {
  return {
    studies: found.slice(0, limit).map((placed) => selectedOf(placed, directions)),
    hasMore: found.length > limit,
    ...(total !== undefined && { total }),
  }
}

/** How many documents of all segments have a term, remembered while one question is answered. */
function documentsIn(loaded: readonly LoadedSegment[]): (term: string) => number {
  const known = new Map<string, number>()
  return (term) => {
    const before = known.get(term)
    if (before !== undefined) return before
    const sum = loaded.reduce((all, { segment }) => all + segment.byPiece.documents(term), 0)
    known.set(term, sum)
    return sum
  }
}

/** What the index says of a segment, as far as it counts: the newest versions. */
function lookedUp(
  asked: Question,
  loaded: LoadedSegment,
  deadline: ReadUntil,
  isScored: boolean,
): FoundDocs {
  const { count } = loaded.segment
  const looking = { loaded, deadline, scored: new Map(), plain: new Map() }
  const filtered = findIn(asked.filter, looking, false)
  const ranked = findIn(asked.where, looking, isScored)
  const found = foundInAll([filtered, ranked], count)
  return {
    ...found,
    sure: intersection(found.sure, aliveBits(loaded)),
    maybe: found.maybe && intersection(found.maybe, aliveBits(loaded)),
  }
}

const alive = new WeakMap<LoadedSegment, Bits>()

function aliveBits(loaded: LoadedSegment): Bits {
  const known = alive.get(loaded)
  if (known) return known
  const bits = new Uint32Array((loaded.segment.count + 31) >> 5)
  loaded.alive.forEach((mark, doc) => {
    if (mark === 1) bits[doc >> 5] = (bits[doc >> 5] as number) | (1 << (doc & 31))
  })
  alive.set(loaded, bits)
  return bits
}

interface Adding {
  readonly segment: number
  readonly loaded: LoadedSegment
  readonly scores: Float64Array | undefined
  /** Only what comes after. */
  readonly from: OrderedAt | undefined
}

/** In the order of ids, the newest first, only as many are looked at as are wanted. */
function addByNumber(
  bits: Bits,
  { segment, loaded, scores, from }: Adding,
  first: FirstPlaces,
  limit: number,
): void {
  const { nct } = loaded.columns
  let left = limit + 1
  const { byNct } = loaded.segment.ids
  for (let at = byNct.length - 1; at >= 0 && left > 0; at--) {
    const doc = byNct[at] as number
    const number = nct[doc] as number
    if (!hasBit(bits, doc) || (from && number >= from.nct)) continue
    first.add({ segment, doc, nct: number, score: scores?.[doc] ?? 0, first: 0, second: 0 })
    left--
  }
}

function addByKeys(
  bits: Bits,
  { segment, loaded, scores, from }: Adding,
  [one, two]: OrderKeys,
  into: FirstPlaces,
): void {
  const { nct } = loaded.columns
  forEachBit(bits, (doc) => {
    if (one && into.isBeyond(one[doc] as number)) return
    const place = {
      first: one ? (one[doc] as number) : 0,
      second: two ? (two[doc] as number) : 0,
      nct: nct[doc] as number,
    }
    if ((from && compared(from, place) >= 0) || !into.accepts(place)) return
    into.add({ ...place, segment, doc, score: scores?.[doc] ?? 0 })
  })
}

/** A selection that reads what every selection of words needs, so that no one who asks waits for it. */
export const warmSelection: Selection = {
  where: {
    kind: 'words',
    text: 'asthma',
    fields: [{ piece: 'Condition', weight: 1, hasSynonyms: true }],
    isQuoted: false,
    expansion: 'relaxation',
    coverage: 'contains',
  },
  sort: [],
  limit: 1,
  isCounted: false,
}
