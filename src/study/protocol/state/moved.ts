import { addTo, readDuration } from '../time/duration.ts'
import type { Moment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'

/**
 * A moment so much later, written as the zone writes it, or without a zone in its own offset. Days of an instant need a
 * zone: without one a day is 24 hours. Undefined where the clocks skipped it, and for months of an instant without a
 * zone.
 */
export function movedBy(
  moment: Moment,
  duration: string,
  { zone }: { readonly zone?: string },
): Moment | undefined {
  const parts = readDuration(duration)
  if (isTimeProblem(parts)) return undefined
  const byHours = zone === undefined && moment.instant !== undefined && parts.months === 0
  const seconds = parts.days * 86_400 + parts.seconds
  const time = `${seconds < 0 ? '-' : ''}PT${Math.abs(seconds)}S`
  const moved = addTo(moment, byHours ? time : duration, zone)
  return isTimeProblem(moved) ? undefined : moved
}

/** An instant as its text is shown: without seconds where there are none. */
export function shownMoment({ text }: Moment): string {
  return text.replace(/(T\d{2}:\d{2}):00(?:\.0+)?(?=Z|[+-])/, '$1')
}
