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
  const [, year = '', month, day] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.,+\-Z]*(?:\[[\w/+-]+\])?)?)?)?$/.exec(text) ?? []
  if (year === '') return { problem: 'notADate', text }
  const first = plainDay(`${year}-${month ?? '01'}-${day ?? '01'}`)
  if (!first) return { problem: 'noSuchDay', text }
  const firstDay = first.toString()
  if (day !== undefined) return { firstDay, lastDay: firstDay }
  const next = first.add(month === undefined ? { years: 1 } : { months: 1 })
  return { firstDay, lastDay: next.subtract({ days: 1 }).toString() }
}

/** The days of what was given as text or as read before. */
export function daysOf(day: DayLike): DayRange | TimeProblem {
  return typeof day === 'string' ? readDays(day) : day
}

/** A day of the calendar, or undefined: 30 February, 29 February 2017. */
export function plainDay(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? Temporal.PlainDate.from(text, { overflow: 'reject' })
      : undefined
  } catch {
    return undefined
  }
}

/** How many days the second day is after the first; negative where it is before. Days are `yyyy-MM-dd`. */
export function calendarDaysBetween(one: string, other: string): number {
  return Temporal.PlainDate.from(one).until(other, { largestUnit: 'days' }).days
}

/** The day so many days later (or earlier, if negative). Days are `yyyy-MM-dd`. */
export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The number, where it is known. */
export function soleCount({ least, most }: CountRange): number | undefined {
  return least === most ? least : undefined
}
