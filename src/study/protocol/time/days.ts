import { addCalendarMonths, calendarDayNumber, dayText } from './calendar.ts'
import type { TimeProblem } from './problems.ts'

/** The calendar days that something may have been on, both inclusive: `2017-03` is any day of that March. */
export interface DayRange {
  /** `yyyy-MM-dd` */
  readonly firstDay: string
  /** `yyyy-MM-dd` */
  readonly lastDay: string
}

/** The least and the most that a number can be; equal where it is known. */
export interface CountRange {
  readonly least: number
  readonly most: number
}

/** A day as text (`2017`, `2017-03`, `2017-03-09`, or a time of it) or as read before: a moment has its days. */
export type DayLike = string | DayRange

/**
 * The days of a date that may be partial. A time part is left out and does not shift the day: `2014-01-01T23:30-05:00`
 * was the first of January where it was written. A problem for what is no day (30 February) or no date.
 */
export function readDays(text: string): DayRange | TimeProblem {
  const [, year = '', month, day] = pattern.exec(text) ?? []
  if (year === '') return { problem: 'notADate', text }
  const first = calendarDayNumber(`${year}-${month ?? '01'}-${day ?? '01'}`)
  if (first === undefined) return { problem: 'noSuchDay', text }
  const firstDay = dayText(first)
  if (day !== undefined) return { firstDay, lastDay: firstDay }
  const next = addCalendarMonths(first, month === undefined ? 12 : 1)
  return { firstDay, lastDay: dayText(next - 1) }
}

/** The days of what was given as text or as read before. */
export function daysOf(day: DayLike): DayRange | TimeProblem {
  return typeof day === 'string' ? readDays(day) : day
}

/** How many days the second day is after the first; negative where it is before. NaN where one is no `yyyy-MM-dd`. */
export function calendarDaysBetween(one: string, other: string): number {
  return (calendarDayNumber(other) ?? NaN) - (calendarDayNumber(one) ?? NaN)
}

/** The day so many days later (or earlier, if negative). Throws a RangeError where `day` is no `yyyy-MM-dd`. */
export function dayAfter(day: string, days: number): string {
  const number = calendarDayNumber(day)
  if (number === undefined) throw new RangeError(`No day: ${day}`)
  return dayText(number + days)
}

/** The number, where it is known. */
export function soleCount({ least, most }: CountRange): number | undefined {
  return least === most ? least : undefined
}

/** A date with as much of it as is known; a time part, if there is one, is of a clock. */
const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/
