import type { Query } from '../model/query.ts'
import { isOpen, canBeJoined, lastDoubtfulDay } from '../../registry/status.ts'
import { type Columns, dayNumber, statusNumbers } from '../segment/columns.ts'

/** How sure it is that a study takes people, larger for surer; between studies that are equal in all else this decides. */
export const openness = { none: 0, doubtful: 1, soon: 2, open: 3 } as const

/** A study's place among those (`openness`), on the day of a query. */
export function opennessColumn(
  { status, verified }: Columns,
  today: string,
): (doc: number) => number {
  const last = dayNumber(lastDoubtfulDay(today))
  return (doc) => {
    const claimed = claims[status[doc] as number] as number
    return claimed !== openness.none && (verified[doc] as number) <= last
      ? openness.doubtful
      : claimed
  }
}

/** By number of a status: what it claims. */
const claims = Uint8Array.from({ length: 256 }, (_, number) => {
  const status = statusNumbers.names[number - 1]
  if (isOpen(status)) return openness.open
  return canBeJoined(status) ? openness.soon : openness.none
})

/** Whether the studies found are in two parts, first those that are sure: where only what can be joined is asked for. */
export function hasSureFirst({ status = [], sort = 'best' }: Query): boolean {
  return (sort === 'best' || sort === 'nearest') && status.length > 0 && status.every(canBeJoined)
}
