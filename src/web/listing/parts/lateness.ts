import { lastDayOf } from '../../../finder/registry/status.ts'
import type { StatusModule } from '../../../finder/registry/study.ts'

/**
 * Rule `results-late@1`: results are due one year after the last measurement for the main question (42 CFR 11.44(a)).
 * Whole months that passed since; 0 where they are not late; undefined where the record gives no real date of it.
 */
export function monthsLate(status: StatusModule | undefined, on: string): number | undefined {
  const due = resultsDue(status)
  const last = lastDayOf(on)
  if (due === undefined || last === undefined) return undefined
  const late = Temporal.PlainDate.from(due).until(Temporal.PlainDate.from(last), {
    largestUnit: 'months',
  })
  return Math.max(0, late.months + 12 * late.years)
}

/** The day on which results are due, `yyyy-MM-dd`: a month counts to its last day, so that nobody is called late too early. */
export function resultsDue(status: StatusModule | undefined): string | undefined {
  const done = status?.primaryCompletionDateStruct
  const day = lastDayOf(done?.date)
  if (day === undefined || done?.type === 'ESTIMATED') return undefined
  return Temporal.PlainDate.from(day).add({ years: 1 }).toString()
}
