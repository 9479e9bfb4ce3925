import { calendarDayNumber, dayText, twoDigits } from './calendar.ts'
import { type DayRange, readDays } from './days.ts'
import { type TimePoint, laterPoint, orderInstants, pointText, secondsADay } from './instants.ts'
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
  const [, fraction = '', offset] = pattern.exec(text) ?? []
  if (offset === undefined) return { problem: 'notATime', text }
  const number = calendarDayNumber(text.slice(0, 10))
  if (number === undefined) return { problem: 'noSuchDay', text }
  const precision = text[13] !== ':' ? 'hour' : text[16] !== ':' ? 'minute' : 'second'
  const hour = twoDigits(text, 11)
  const minute = precision === 'hour' ? 0 : twoDigits(text, 14)
  const second = precision === 'second' ? twoDigits(text, 17) : 0
  // A 61st second is refused, not read as the 60th.
  if (hour > 23 || minute > 59 || second > 59) return { problem: 'noSuchTime', text }
  const wall = { seconds: number * secondsADay + hour * 3600 + minute * 60 + second, fraction }
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
  const utcDay = Math.floor(at.seconds / secondsADay)
  const ownDay = Math.floor((at.seconds + offset) / secondsADay)
  const day = ownDay === utcDay ? instant.slice(0, instant.indexOf('T')) : dayText(ownDay)
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

/** The moment that is somewhere on a day (`2017-03-09`). */
export function momentOfDay(day: string, zone?: string): Moment {
  return momentOfDays(day, 'day', { firstDay: day, lastDay: day }, zone)
}

/**
 * -1 or 1 where one moment is surely before or after the other, 0 where both are one and the same instant; undefined
 * where they may be in either order. By instant, never by text: 10:30+02:00 is before 09:00Z.
 */
export function compareMoments(one: Moment, other: Moment): -1 | 0 | 1 | undefined {
  if (one.instant !== undefined && other.instant !== undefined)
    return sign(orderInstants(one.instant, other.instant))
  if (isBefore(one, other)) return -1
  return isBefore(other, one) ? 1 : undefined
}

/** True for a moment that is only a day, a month or a year. */
export function isWholeDays({ precision }: Pick<Moment, 'precision'>): boolean {
  return precision === 'day' || precision === 'month' || precision === 'year'
}

/** An order of all moments for sorting: by when they may begin, then by when they may end. Text and offset do not matter. */
export function orderMoments(one: Moment, other: Moment): number {
  return orderInstants(one.from, other.from) || orderInstants(one.until, other.until)
}

/** Seconds ahead of UTC where a day begins first, and where it ends last. */
const earliestOffset = 14 * 3600
const latestOffset = -12 * 3600
const pattern =
  /^\d{4}-\d{2}-\d{2}T\d{2}(?::\d{2}(?::\d{2}(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d{2}(?::?\d{2})?|)$/

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
  offset: string,
  zone: string | undefined,
): Moment | TimeProblem {
  const { text } = written
  if (offset === '') {
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
  if (offset === 'Z') return 0
  const minutes = offset.length > 3 ? twoDigits(offset, offset.length - 2) : 0
  const size = twoDigits(offset, 1) * 3600 + minutes * 60
  const isBehind = offset.startsWith('-')
  if (minutes > 59 || size > (isBehind ? -latestOffset : earliestOffset)) return undefined
  return isBehind ? -size : size
}

function isBefore(one: Moment, other: Moment): boolean {
  const order = orderInstants(one.until, other.from)
  return order < 0 || (order === 0 && one.instant === undefined)
}

function sign(order: number): -1 | 0 | 1 {
  return order === 0 ? 0 : order < 0 ? -1 : 1
}
