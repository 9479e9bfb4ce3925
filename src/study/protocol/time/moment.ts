import { calendarDayNumber, dayText } from './calendar.ts'
import { type DayRange, readDays } from './days.ts'
import { type TimePoint, laterPoint, pointText, secondsADay } from './instants.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'
import { atWallClock, isZone, offsetAt } from './wall-clock.ts'

/** How finely a time was written. */
export type MomentPrecision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

/**
 * When something was. With minutes it is one instant: `from` and `until` are equal. Written less finely it is
 * somewhere from `from` to just before `until`. Its days are those of the zone, or where no zone is known those
 * of the offset.
 */
export interface Moment extends DayRange {
  /** As it was written. */
  readonly text: string
  readonly precision: MomentPrecision
  /** In UTC, where it is one instant: `2017-03-25T09:00:00Z`. */
  readonly instant?: string
  /** In UTC, inclusive. */
  readonly from: string
  /** In UTC, exclusive unless it is `from`. */
  readonly until: string
}

/**
 * Reads `2017`, `2017-03`, `2017-03-09`, `2017-03-09T10`, `…T10:30`, `…T10:30:15.250`, each time with an offset (`Z`,
 * `+02:00`, `+0200`, `+02`) or in the zone given (`Europe/Paris`). A day without a zone is any instant that is that day
 * anywhere on earth. A problem for a day or time that does not exist, one that the zone's clocks skipped or showed
 * twice, and a time with neither offset nor zone. With an offset nothing is asked: it tells which.
 */
export function readMoment(text: string, zone?: string): Moment | TimeProblem {
  if (zone !== undefined && !isZone(zone)) return { problem: 'unknownZone', zone }
  if (!text.includes('T')) return wholeDays(text, zone)
  const [, day = '', hour = '', minute, second = '00', fraction = '', offset] =
    pattern.exec(text) ?? []
  if (hour === '') return { problem: 'notATime', text }
  const number = calendarDayNumber(day)
  if (number === undefined) return { problem: 'noSuchDay', text }
  // A 61st second is refused, not read as the 60th.
  if (Number(hour) > 23 || Number(minute ?? 0) > 59 || Number(second) > 59)
    return { problem: 'noSuchTime', text }
  const time = Number(hour) * 3600 + Number(minute ?? 0) * 60 + Number(second)
  const wall = { seconds: number * secondsADay + time, fraction }
  const precision = minute === undefined ? 'hour' : text[16] === ':' ? 'second' : 'minute'
  return momentOnClock(wall, { text, precision }, offset, zone)
}

/** The moment of one instant, with its day in the zone it is seen in, or on a clock so many seconds ahead of UTC. */
export function momentAt(
  at: TimePoint,
  { text, precision }: Pick<Moment, 'text' | 'precision'>,
  ahead: string | number,
): Moment {
  const instant = `${pointText(at)}Z`
  const offset = typeof ahead === 'number' ? ahead : offsetAt(ahead, at.seconds)
  const day = dayText(Math.floor((at.seconds + offset) / secondsADay))
  if (precision !== 'hour')
    return { text, precision, instant, from: instant, until: instant, firstDay: day, lastDay: day }
  const until = `${pointText(laterPoint(at, 3600))}Z`
  return { text, precision, from: instant, until, firstDay: day, lastDay: day }
}

/** The moment that is somewhere in these days. */
export function momentOfDays(
  text: string,
  precision: MomentPrecision,
  days: DayRange,
  zone?: string,
): Moment {
  const { firstDay, lastDay } = days
  const from = startOfDay(firstDay, 0, zone, earliestOffset)
  const until = startOfDay(lastDay, 1, zone, latestOffset)
  return { text, precision, from, until, firstDay, lastDay }
}

/**
 * -1 or 1 where one moment is surely before or after the other, 0 where both are one and the same instant; undefined
 * where they may be in either order. By instant, never by text: 10:30+02:00 is before 09:00Z.
 */
export function compareMoments(one: Moment, other: Moment): -1 | 0 | 1 | undefined {
  if (one.instant !== undefined && other.instant !== undefined)
    return sign(orderOf(one.instant, other.instant))
  if (isBefore(one, other)) return -1
  return isBefore(other, one) ? 1 : undefined
}

/** An order of all moments for sorting: by when they may begin, then by when they may end. Text and offset do not matter. */
export function orderMoments(one: Moment, other: Moment): number {
  return orderOf(one.from, other.from) || orderOf(one.until, other.until)
}

/** Seconds ahead of UTC where a day begins first, and where it ends last. */
const earliestOffset = 14 * 3600
const latestOffset = -12 * 3600
const pattern =
  /^(\d{4}-\d{2}-\d{2})T(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/

function wholeDays(text: string, zone?: string): Moment | TimeProblem {
  const days = readDays(text)
  if (isTimeProblem(days)) return days
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day'
  return momentOfDays(text, precision, days, zone)
}

/** The first instant of a day, or of the day after it; a day may begin at one where the clocks skip midnight. */
function startOfDay(day: string, after: 0 | 1, zone: string | undefined, offset: number): string {
  const number = (calendarDayNumber(day) ?? NaN) + after
  const wall = { seconds: number * secondsADay, fraction: '' }
  if (zone === undefined) return `${pointText(laterPoint(wall, -offset))}Z`
  const at = atWallClock(wall, zone)
  if (!isTimeProblem(at)) return `${pointText(at)}Z`
  const start = Temporal.PlainDate.from(dayText(number)).toZonedDateTime(zone)
  return start.toInstant().toString()
}

function momentOnClock(
  wall: TimePoint,
  written: Pick<Moment, 'text' | 'precision'>,
  offset: string | undefined,
  zone: string | undefined,
): Moment | TimeProblem {
  const { text } = written
  if (offset === undefined) {
    if (zone === undefined) return { problem: 'noOffset', text }
    const at = atWallClock(wall, zone)
    return isTimeProblem(at) ? at : momentAt(at, written, zone)
  }
  const ahead = secondsAhead(offset)
  if (ahead === undefined) return { problem: 'noSuchTime', text }
  return momentAt(laterPoint(wall, -ahead), written, zone ?? ahead)
}

/** The seconds of an offset, if there is such a one on earth: -12:00 to +14:00. */
function secondsAhead(offset: string): number | undefined {
  const [, mark = '+', hours = '00', minutes = '00'] =
    /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? []
  const size = Number(hours) * 3600 + Number(minutes) * 60
  if (Number(minutes) > 59 || size > (mark === '-' ? -latestOffset : earliestOffset))
    return undefined
  return mark === '-' ? -size : size
}

function isBefore(one: Moment, other: Moment): boolean {
  const order = orderOf(one.until, other.from)
  return order < 0 || (order === 0 && one.instant === undefined)
}

/** The order of two instants in UTC, both as Temporal writes them: all of one form, whose order is that of time. */
function orderOf(one: string, other: string): number {
  if (one === other) return 0
  if (!isCommonYear(one) || !isCommonYear(other)) return Temporal.Instant.compare(one, other)
  return one.slice(0, -1) < other.slice(0, -1) ? -1 : 1
}

/** True for the years 0 to 9999; others are written with a sign. */
function isCommonYear(instant: string): boolean {
  return instant[0] !== '-' && instant[0] !== '+'
}

function sign(order: number): -1 | 0 | 1 {
  return order === 0 ? 0 : order < 0 ? -1 : 1
}
