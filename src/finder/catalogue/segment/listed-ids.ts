import { nctOf } from '../model/nct-number.ts'
import { dayOfNumber } from './columns.ts'
import { newestOnly } from './loaded.ts'
import type { Segment } from './segment.ts'

type Listed = readonly { readonly nctId: string; readonly updated?: string }[]

/** All NCT ids of the studies of segments (oldest first) in order, each with its day: held as numbers, of which only the stretch that is asked for becomes texts. */
export function listIds(segments: readonly Segment[]): (from: number, count: number) => Listed {
  const columns = segments.map((segment) => segment.columns())
  const alive = newestOnly(columns.map(({ nct }) => nct))
  const keys = columns.flatMap(({ nct, updated }, index) =>
    Array.from(nct, (number, doc) =>
      alive[index]?.[doc] === 1 ? number * days + (updated[doc] ?? 0) : -1,
    ),
  )
  const sorted = Float64Array.from(keys.filter((key) => key >= 0)).sort()
  return (from, count) =>
    Array.from(sorted.subarray(from, from + count), (key) => {
      const day = key % days
      return {
        nctId: nctOf(Math.floor(key / days)),
        ...(day > 0 && { updated: dayOfNumber(day) }),
      }
    })
}

/** An id and a day share one number. */
const days = 65_536
