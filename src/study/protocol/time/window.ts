import { dayText } from './calendar.ts'
import { calendarDaysBetween } from './days.ts'
import { timePointOf, secondsADay } from './instants.ts'
import { addTo } from './duration.ts'
import { type Moment, compareMoments, momentOfDays } from './moment.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'
import { isZone, offsetAt } from './wall-clock.ts'

/** The rule by which windows are opened and closed. */
export const windowRule = 'visit-window@1'

/** How a visit's time is said: ISO durations from the anchor, and before and after the target. */
export interface WindowTiming {
  /** From the anchor to the target: `P14D`, `PT48H`. */
  readonly target: string
  /** How much earlier is still in time; nothing is not earlier at all. */
  readonly early?: string
  readonly late?: string
}

/** When a visit is due, both ends inclusive: days of the calendar where the timing is in days, else instants. */
export interface VisitWindow {
  readonly rule: typeof windowRule
  readonly due: Moment
  readonly opens: Moment
  readonly closes: Moment
  /** True where a visit counts by its day, whatever the time of that day. */
  readonly isByDay: boolean
  readonly zone: string
}

/** How a visit stands: when it was done, or when it was not. */
export type VisitTiming =
  | { readonly status: 'early' | 'in' | 'late'; readonly daysFromTarget?: number }
  /** Not done: not yet open, open, or closed. */
  | { readonly status: 'ahead' | 'due' | 'missed' }
  /** A date is too partial to tell. */
  | { readonly status: 'unknown' }

/**
 * The window of a visit. Timed in days it is of whole days in the zone, from the anchor's day; with hours in it, it
 * is of instants from the anchor's. A problem for an anchor that is not precise enough, a time the clocks skipped, and
 * `early` or `late` with a minus.
 */
export function visitWindowOf(
  anchor: Moment,
  { target, early = 'P0D', late = 'P0D' }: WindowTiming,
  zone: string,
): VisitWindow | TimeProblem {
  for (const text of [early, late])
    if (text.startsWith('-')) return { problem: 'negativeDuration', text }
  const isByDay = [target, early, late].every((one) => !one.includes('T'))
  const start = isByDay ? dayInZone(anchor, zone) : anchor
  if (isTimeProblem(start)) return start
  if (isByDay && start.firstDay !== start.lastDay)
    return { problem: 'partialDay', firstDay: start.firstDay, lastDay: start.lastDay }
  if (!isByDay && start.instant === undefined) return { problem: 'needsTime', text: anchor.text }
  const due = addTo(start, target, zone)
  if (isTimeProblem(due)) return due
  const opens = addTo(due, `-${early}`, zone)
  const closes = addTo(due, late, zone)
  if (isTimeProblem(opens)) return opens
  if (isTimeProblem(closes)) return closes
  return { rule: windowRule, due, opens, closes, isByDay, zone }
}

/** How a visit that was done at a time stands to its window. Both ends are in. */
export function timingOfVisit(window: VisitWindow, actual: Moment): VisitTiming {
  const { opens, closes, due, isByDay, zone } = window
  const seen = isByDay ? dayInZone(actual, zone) : actual
  if (isTimeProblem(seen)) return { status: 'unknown' }
  const before = order(seen, opens, isByDay)
  const after = order(seen, closes, isByDay)
  if (before === undefined || after === undefined) return { status: 'unknown' }
  const status = before < 0 ? 'early' : after > 0 ? 'late' : 'in'
  if (!isByDay || seen.firstDay !== seen.lastDay) return { status }
  return { status, daysFromTarget: calendarDaysBetween(due.firstDay, seen.firstDay) }
}

/** How a visit that was not done stands at a time: ahead of its window, due in it, missed after it. */
export function timingWithoutVisit(window: VisitWindow, now: Moment): VisitTiming {
  const timing = timingOfVisit(window, now)
  if (timing.status === 'early') return { status: 'ahead' }
  if (timing.status === 'in') return { status: 'due' }
  return timing.status === 'late' ? { status: 'missed' } : timing
}

/** The day or days of a moment in a zone. */
function dayInZone(moment: Moment, zone: string): Moment | TimeProblem {
  if (!isZone(zone)) return { problem: 'unknownZone', zone }
  if (moment.precision !== 'hour' && moment.instant === undefined) return moment
  const { seconds } = timePointOf(moment.from)
  const day = dayText(Math.floor((seconds + offsetAt(zone, seconds)) / secondsADay))
  return momentOfDays(moment.text, 'day', { firstDay: day, lastDay: day }, zone)
}

function order(one: Moment, other: Moment, isByDay: boolean): -1 | 0 | 1 | undefined {
  if (!isByDay) return compareMoments(one, other)
  if (one.lastDay < other.firstDay) return -1
  if (one.firstDay > other.lastDay) return 1
  // A partial day that touches the edge may be on either side of it.
  return one.firstDay === one.lastDay ? 0 : undefined
}
