import { addCalendarMonths, calendarDayNumber, dayText } from './calendar.ts'
import {
  type TimePoint,
  laterPoint,
  offsetText,
  timePointOf,
  pointText,
  secondsADay,
} from './instants.ts'
import type { DayRange } from './days.ts'
import { type Moment, momentAt, momentOfDays } from './moment.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'
import { atWallClock, isZone, offsetAt } from './wall-clock.ts'

/** A length of time in its two parts: of the calendar, and time that passes whatever the clocks do. Below zero with a minus. */
export interface DurationParts {
  readonly months: number
  readonly days: number
  readonly seconds: number
}

/**
 * Reads an ISO 8601 duration: `P14D`, `P2W`, `PT48H`, `PT1.5H`, `P1DT12H`, `-P3D`. `PT48H` is time that passes and `P2D`
 * two days of the calendar: they differ when the clocks change. A problem for anything else, half a day too, and for
 * less than a second.
 */
export function readDuration(text: string): DurationParts | TimeProblem {
  const before = known.get(text)
  if (before) return before
  const parts = durationOf(text)
  if (known.size < mostKnown) known.set(text, parts)
  return parts
}

/** A document has a handful, and each is asked for at every dose. */
const known = new Map<string, DurationParts | TimeProblem>()
const mostKnown = 2000

function durationOf(text: string): DurationParts | TimeProblem {
  const found = pattern.exec(text)
  const [, sign = '', ...numbers] = found ?? []
  const [years, months, weeks, days, hours, minutes, seconds] = numbers.map((one) =>
    Number((one ?? '0').replace(',', '.')),
  )
  const passing = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
  // Only the smallest part may have a fraction.
  const isWhole = !/[.,]\d+[HMS]./.test(text) && Number.isSafeInteger(passing)
  if (!found || !isWhole) return { problem: 'notADuration', text }
  const times = sign === '-' ? -1 : 1
  return {
    months: times * ((years ?? 0) * 12 + (months ?? 0)) || 0,
    days: times * ((weeks ?? 0) * 7 + (days ?? 0)) || 0,
    seconds: times * passing || 0,
  }
}

/**
 * The moment a duration after another (before it, for one with a minus): first the months and then the days by the
 * calendar of the zone at the same time of its clock, then the time that passes. A month from 31 January is the last of
 * February. A moment that is only a day, month or year moves as that; hours move the whole span. A problem when the
 * clocks skipped the time it comes to or showed it twice, and when days are added to an instant and no zone is known.
 * Rule `add-duration@1`.
 */
export function addTo(moment: Moment, duration: string, zone?: string): Moment | TimeProblem {
  for (const one of lately)
    if (one.moment === moment && one.duration === duration && one.zone === zone) return one.sum
  const sum = sumOf(moment, duration, zone)
  lately[next] = { moment, duration, zone, sum }
  next = (next + 1) % mostLately
  return sum
}

interface Sum {
  readonly moment: Moment
  readonly duration: string
  readonly zone: string | undefined
  readonly sum: Moment | TimeProblem
}

/** The last sums: a dose is held against several rules, and each asks for the same ones. Few, so that looking is quick. */
const lately: Sum[] = []
const mostLately = 8
let next = 0

function sumOf(moment: Moment, duration: string, zone: string | undefined): Moment | TimeProblem {
  const parts = readDuration(duration)
  if (isTimeProblem(parts)) return parts
  if (zone !== undefined && !isZone(zone)) return { problem: 'unknownZone', zone }
  if (!isNear(parts)) return { problem: 'outOfCalendar', text: duration }
  const moved = moment.instant === undefined ? moveSpan : moveInstant
  const sum = moved(moment, parts, zone)
  return isTimeProblem(sum) || isInCalendar(sum)
    ? sum
    : { problem: 'outOfCalendar', text: duration }
}

/** The time that passes from one moment to another, in hours: exact between two instants, else what it may be. */
export function hoursBetween(
  one: Moment,
  other: Moment,
): { readonly least: number; readonly most: number } {
  return { least: hours(one.until, other.from), most: hours(one.from, other.until) }
}

const whole = String.raw`(\d{1,9})`
const part = String.raw`(\d{1,9}(?:[.,]\d{1,9})?)`
const pattern = new RegExp(
  String.raw`^(-?)P(?=\d|T\d)(?:${whole}Y)?(?:${whole}M)?(?:${whole}W)?(?:${whole}D)?` +
    String.raw`(?:T(?=\d)(?:${part}H)?(?:${part}M)?(?:${part}S)?)?$`,
)

function moveInstant(moment: Moment, parts: DurationParts, zone?: string): Moment | TimeProblem {
  const { months, days, seconds } = parts
  const start = timePointOf(moment.from)
  const { precision } = moment
  if (months === 0 && days === 0) {
    const at = laterPoint(start, seconds)
    const offset = zone === undefined ? offsetOf(moment) : offsetAt(zone, at.seconds)
    return momentAt(at, { text: written(at, offset), precision }, offset)
  }
  if (zone === undefined) return { problem: 'needsZone', text: moment.text }
  const face = laterPoint(start, offsetAt(zone, start.seconds))
  const day = Math.floor(face.seconds / secondsADay)
  const onDay = movedDay(day, parts) - day
  const at = atWallClock(laterPoint(face, onDay * secondsADay), zone)
  if (isTimeProblem(at)) return at
  const end = laterPoint(at, seconds)
  const offset = offsetAt(zone, end.seconds)
  return momentAt(end, { text: written(end, offset), precision }, offset)
}

function moveSpan(moment: Moment, parts: DurationParts, zone?: string): Moment | TimeProblem {
  const { text, precision } = moment
  const byCalendar = parts.months !== 0 || parts.days !== 0
  if (byCalendar && (parts.seconds !== 0 || precision === 'hour'))
    return { problem: 'needsTime', text }
  if (parts.seconds === 0 && precision !== 'hour') {
    const moved = (day: string) => dayText(movedDay(calendarDayNumber(day) ?? NaN, parts))
    const days = { firstDay: moved(moment.firstDay), lastDay: moved(moment.lastDay) }
    if (!isInCalendar(days)) return { problem: 'outOfCalendar', text }
    return momentOfDays(days.firstDay, precision, days, zone)
  }
  const from = laterPoint(timePointOf(moment.from), parts.seconds)
  const until = laterPoint(timePointOf(moment.until), parts.seconds)
  const day = (seconds: number) => {
    const offset = zone === undefined ? offsetOf(moment) : offsetAt(zone, seconds)
    return dayText(Math.floor((seconds + offset) / secondsADay))
  }
  const ends = { from: `${pointText(from)}Z`, until: `${pointText(until)}Z` }
  const days = { firstDay: day(from.seconds), lastDay: day(until.seconds - 1) }
  return { text, precision: 'hour', ...ends, ...days }
}

function movedDay(day: number, { months, days }: DurationParts): number {
  return (months === 0 ? day : addCalendarMonths(day, months)) + days
}

function written(at: TimePoint, offset: number): string {
  return pointText(laterPoint(at, offset)) + offsetText(offset)
}

/** Seconds ahead of UTC of the offset that a moment was written with. */
function offsetOf({ text }: Moment): number {
  const [, mark, hours = '0', minutes = '0'] = /T.*([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? []
  const size = Number(hours) * 3600 + Number(minutes) * 60
  return mark === '-' ? -size : size
}

function hours(from: string, until: string): number {
  const [start, end] = [timePointOf(from), timePointOf(until)]
  const rest = ({ fraction }: TimePoint) => Number(`0.${fraction || '0'}`)
  return (end.seconds - start.seconds + rest(end) - rest(start)) / 3600
}

/** No more than the calendar's ten thousand years. */
function isNear({ months, days, seconds }: DurationParts): boolean {
  const years = Math.abs(months) / 12 + Math.abs(days) / 365 + Math.abs(seconds) / 31_536_000
  return years < 11_000
}

function isInCalendar({ firstDay, lastDay }: DayRange): boolean {
  // A year of more digits is written with a sign and six of them.
  return firstDay[4] === '-' && lastDay[4] === '-'
}
