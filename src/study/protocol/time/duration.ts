import { type TimeProblem, isTimeProblem } from './problems.ts'
import { type Moment, momentAt, momentOfDays } from './moment.ts'
import { atWallClock, isZone, withOffset } from './wall-clock.ts'

/** A length of time in its two parts: days of the calendar, and time that passes. */
export interface DurationParts {
  /** Years, months, weeks and days, as the calendar has them. */
  readonly calendar: Temporal.Duration
  /** Hours, minutes and seconds that pass, whatever the clocks do. */
  readonly elapsed: Temporal.Duration
}

/**
 * Reads an ISO 8601 duration: `P14D`, `P2W`, `PT48H`, `P1DT12H`, `-P3D`. `PT48H` is time that passes and `P2D` two days
 * of the calendar: they differ when the clocks change. A problem for anything else, half a day too.
 */
export function readDuration(text: string): DurationParts | TimeProblem {
  try {
    if (!/^-?P[\dYMWDTHS.]+$/.test(text)) return { problem: 'notADuration', text }
    const { years, months, weeks, days, ...rest } = partsOf(Temporal.Duration.from(text))
    return {
      calendar: Temporal.Duration.from({ years, months, weeks, days }),
      elapsed: Temporal.Duration.from(rest),
    }
  } catch {
    return { problem: 'notADuration', text }
  }
}

/**
 * The moment a duration after another (before it, for one with a minus): first the days by the calendar of the zone at
 * the same time of its clock, then the time that passes. A month from 31 January is the last of February. A moment
 * that is only a day, month or year moves as that; hours move the whole span. A problem when the clocks skipped the
 * time it comes to or showed it twice, and when days are added to an instant and no zone is known.
 * Rule `add-duration@1`.
 */
export function addTo(moment: Moment, duration: string, zone?: string): Moment | TimeProblem {
  const parts = readDuration(duration)
  if (isTimeProblem(parts)) return parts
  if (zone !== undefined && !isZone(zone)) return { problem: 'unknownZone', zone }
  try {
    const moved = moment.instant === undefined ? moveSpan : moveInstant
    const sum = moved(moment, parts, zone)
    return isTimeProblem(sum) || isInCalendar(sum)
      ? sum
      : { problem: 'outOfCalendar', text: duration }
  } catch {
    return { problem: 'outOfCalendar', text: duration }
  }
}

/** The time that passes from one moment to another, in hours: exact between two instants, else what it may be. */
export function hoursBetween(
  one: Moment,
  other: Moment,
): { readonly least: number; readonly most: number } {
  const hours = (from: string, until: string) =>
    (Temporal.Instant.from(until).epochMilliseconds -
      Temporal.Instant.from(from).epochMilliseconds) /
    3_600_000
  return { least: hours(one.until, other.from), most: hours(one.from, other.until) }
}

function moveInstant(moment: Moment, parts: DurationParts, zone?: string): Moment | TimeProblem {
  const { calendar, elapsed } = parts
  const text = (at: Temporal.ZonedDateTime) => withOffset(at)
  const start = Temporal.Instant.from(moment.from).toZonedDateTimeISO(zone ?? offsetOf(moment))
  if (calendar.blank) {
    const at = start.add(elapsed)
    return momentAt(at, text(at), moment.precision)
  }
  if (zone === undefined) return { problem: 'needsZone', text: moment.text }
  const at = atWallClock(start.toPlainDateTime().add(calendar), zone)
  if (isTimeProblem(at)) return at
  const end = at.add(elapsed)
  return momentAt(end, text(end), moment.precision)
}

function moveSpan(
  moment: Moment,
  { calendar, elapsed }: DurationParts,
  zone?: string,
): Moment | TimeProblem {
  const { text, precision } = moment
  if (precision === 'hour') {
    if (!calendar.blank) return { problem: 'needsTime', text }
  } else if (elapsed.blank) {
    const firstDay = Temporal.PlainDate.from(moment.firstDay).add(calendar).toString()
    const lastDay = Temporal.PlainDate.from(moment.lastDay).add(calendar).toString()
    return momentOfDays(firstDay, precision, { firstDay, lastDay }, zone)
  } else if (!calendar.blank) return { problem: 'needsTime', text }
  const at = (instant: string) => Temporal.Instant.from(instant).add(elapsed)
  const [from, until] = [at(moment.from), at(moment.until)]
  const day = (instant: Temporal.Instant) =>
    instant
      .toZonedDateTimeISO(zone ?? 'UTC')
      .toPlainDate()
      .toString()
  const last = until.subtract({ nanoseconds: 1 })
  const ends = { from: from.toString(), until: until.toString() }
  return { text, precision: 'hour', ...ends, firstDay: day(from), lastDay: day(last) }
}

/** The offset that a moment was written with, as a zone. */
function offsetOf({ text }: Moment): string {
  const [, hours, minutes = '00'] = /T.*([+-]\d{2}):?(\d{2})?$/.exec(text) ?? []
  return hours === undefined ? 'UTC' : `${hours}:${minutes}`
}

function partsOf(duration: Temporal.Duration) {
  const { years, months, weeks, days, hours, minutes, seconds } = duration
  const { milliseconds, microseconds, nanoseconds } = duration
  const fraction = { milliseconds, microseconds, nanoseconds }
  return { years, months, weeks, days, hours, minutes, seconds, ...fraction }
}

function isInCalendar({ firstDay, lastDay }: Moment): boolean {
  return /^\d{4}-/.test(firstDay) && /^\d{4}-/.test(lastDay)
}
