import { type DurationParts, addTo, readDuration } from '../time/duration.ts'
import { type Moment, momentOfDay } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'

/**
 * A moment so much later, written as the zone writes it, or without a zone in its own offset. Days of an instant need a
 * zone: without one a day is 24 hours. Where the clocks skipped that time or showed it twice, it is only known to be that
 * day. Undefined for months of an instant without a zone.
 */
export function movedBy(
  moment: Moment,
  duration: string,
  { zone }: { readonly zone?: string },
): Moment | undefined {
  const parts = readDuration(duration)
  if (isTimeProblem(parts)) return undefined
  const byHours = zone === undefined && moment.instant !== undefined && parts.months === 0
  const moved = addTo(moment, byHours ? inSeconds(parts) : duration, zone)
  if (!isTimeProblem(moved)) return moved
  if (moved.problem !== 'skippedTime' && moved.problem !== 'timeHappensTwice') return undefined
  const day = moved.text.slice(0, 10)
  return momentOfDay(day, zone)
}

function inSeconds({ days, seconds }: DurationParts): string {
  const all = days * 86_400 + seconds
  return `${all < 0 ? '-' : ''}PT${Math.abs(all)}S`
}

/** An instant as its text is shown: without seconds where there are none. */
export function shownMoment({ text }: Moment): string {
  return text.replace(/(T\d{2}:\d{2}):00(?:\.0+)?(?=Z|[+-])/, '$1')
}
