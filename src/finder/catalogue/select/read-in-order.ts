import { hasBit } from '../../../base/bitset.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import type { FoundDocs } from './found.ts'
import type { OrderedAt, Placed } from './order.ts'
import type { RecordVerdict } from './reading.ts'
import { type ReadUntil, isPast } from './verify.ts'

/** What is read for one page. */
export interface PageReading {
  /** The first so many of what may be found, in order, that come after a place. */
  readonly next: (from: OrderedAt | undefined, most: number) => readonly Placed[]
  /** What the index says, by segment. */
  readonly found: readonly Pick<FoundDocs, 'maybe'>[]
  readonly loaded: readonly LoadedSegment[]
  readonly holds: (loaded: LoadedSegment, doc: number) => RecordVerdict
  /** Studies on the page. */
  readonly limit: number
  readonly mostRead: number
  readonly deadline: ReadUntil
}

/** The studies of a page and the one after it; or as many as were met, and where reading goes on. */
export interface ReadPage {
  readonly placed: readonly Placed[]
  readonly goesOnAfter?: OrderedAt
}

/**
 * Reads in the order of a page what the index leaves in doubt, until the page is full or so much is read: of many that are in doubt most
 * need not be read for it. One is read in any case, so that who goes on comes to the end. Throws as `PageReading.holds` does.
 */
export function readInOrder(page: PageReading, after: OrderedAt | undefined): ReadPage {
  const { found, loaded, holds, limit, mostRead, deadline } = page
  const placed: Placed[] = []
  let read = 0
  for (let from = after, most = limit + 1; ; most = Math.min(most * 2, mostAtOnce)) {
    const some = page.next(from, most)
    for (const one of some) {
      if (isInDoubt(found[one.segment]?.maybe, one.doc)) {
        if (read > 0 && (read >= mostRead || isPast(deadline)))
          return { placed, ...(from && { goesOnAfter: from }) }
        read++
        if (holds(loaded[one.segment] as LoadedSegment, one.doc).isFound) placed.push(one)
      } else placed.push(one)
      if (placed.length > limit) return { placed }
      from = one
    }
    if (some.length < most) return { placed }
  }
}

function isInDoubt(maybe: FoundDocs['maybe'], doc: number): boolean {
  return maybe !== undefined && hasBit(maybe, doc)
}

/** Looking for the next ones takes as long for a few as for so many. */
const mostAtOnce = 2000
