import { type DayRange, plainDay, readDays } from './days.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'
import { atWallClock, isZone } from './wall-clock.ts'

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
  const [, day = '', hour = '', minute, second, offset] = pattern.exec(text) ?? []
  if (hour === '') return { problem: 'notATime', text }
  const date = plainDay(day)
  if (!date) return { problem: 'noSuchDay', text }
  const time = clockTime(`${hour}:${minute ?? '00'}:${second ?? '00'}`)
  if (!time) return { problem: 'noSuchTime', text }
  const wall = date.toPlainDateTime(time)
  const at = offset === undefined ? inZone(wall, zone, text) : atOffset(wall, offset, zone, text)
  if (isTimeProblem(at)) return at
  const precision = second === undefined ? (minute === undefined ? 'hour' : 'minute') : 'second'
  return precision === 'hour' ? wholeHour(text, at) : momentAt(at, text, precision)
}

/** The moment of one instant, with its day in the zone it is seen in. */
export function momentAt(
  at: Temporal.ZonedDateTime,
  text: string,
  precision: MomentPrecision = 'second',
): Moment {
  const instant = at.toInstant().toString()
  const day = at.toPlainDate().toString()
  return { text, precision, instant, from: instant, until: instant, firstDay: day, lastDay: day }
}

/** The moment that is somewhere in these days. */
export function momentOfDays(
  text: string,
  precision: MomentPrecision,
  days: DayRange,
  zone?: string,
): Moment {
  const { firstDay, lastDay } = days
  const next = Temporal.PlainDate.from(lastDay).add({ days: 1 })
  const from = Temporal.PlainDate.from(firstDay).toZonedDateTime(zone ?? earliestOffset)
  const until = next.toZonedDateTime(zone ?? latestOffset)
  const ends = { from: from.toInstant().toString(), until: until.toInstant().toString() }
  return { text, precision, ...ends, firstDay, lastDay }
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

/** The first offset in which a day begins, and the last in which it ends. */
const earliestOffset = '+14:00'
const latestOffset = '-12:00'
const mostMinutesEast = 14 * 60
const mostMinutesWest = 12 * 60
const pattern =
  /^(\d{4}-\d{2}-\d{2})T(\d{2})(?::(\d{2})(?::(\d{2}(?:[.,]\d{1,9})?))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/

function wholeDays(text: string, zone?: string): Moment | TimeProblem {
  const days = readDays(text)
  if (isTimeProblem(days)) return days
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day'
  return momentOfDays(text, precision, days, zone)
}

function wholeHour(text: string, at: Temporal.ZonedDateTime): Moment {
  const { from, firstDay, lastDay } = momentAt(at, text)
  const until = at.add({ hours: 1 }).toInstant().toString()
  return { text, precision: 'hour', from, until, firstDay, lastDay }
}

function clockTime(text: string): Temporal.PlainTime | undefined {
  // Temporal reads a 61st second as the 60th.
  const [hour = '', minute = '', second = ''] = text.replace(',', '.').split(':')
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60) return undefined
  return Temporal.PlainTime.from(`${hour}:${minute}:${second}`)
}

function inZone(
  wall: Temporal.PlainDateTime,
  zone: string | undefined,
  text: string,
): Temporal.ZonedDateTime | TimeProblem {
  return zone === undefined ? { problem: 'noOffset', text } : atWallClock(wall, zone)
}

function atOffset(
  wall: Temporal.PlainDateTime,
  offset: string,
  zone: string | undefined,
  text: string,
): Temporal.ZonedDateTime | TimeProblem {
  const [, mark = '+', hours = '00', minutes = '00'] =
    /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? []
  const size = Number(hours) * 60 + Number(minutes)
  if (Number(minutes) > 59 || size > (mark === '-' ? mostMinutesWest : mostMinutesEast))
    return { problem: 'noSuchTime', text }
  const at = wall.toZonedDateTime(`${mark}${hours}:${minutes}`)
  return zone === undefined ? at : at.withTimeZone(zone)
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
