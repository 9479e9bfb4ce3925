import { calendarDayNumber, dayText, twoDigits } from './calendar.ts'

/** A point of time: whole seconds since 1970 in UTC (or on a clock's face), and the digits of the rest: `25` is a quarter. */
export interface TimePoint {
  readonly seconds: number
  readonly fraction: string
}

/** Seconds of a day. */
export const secondsADay = 86_400

/** As ISO, with the digits of the fraction and no zeros at their end: `2017-03-25T09:00:00.25`. */
export function pointText({ seconds, fraction }: TimePoint): string {
  const day = Math.floor(seconds / secondsADay)
  const rest = seconds - day * secondsADay
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`
  const digits = fraction === '' ? '' : fraction.replace(/0+$/, '')
  return `${dayText(day)}T${time}${digits && `.${digits}`}`
}

/** Reads an instant in UTC, as a moment has it (`2017-03-25T09:00:00Z`), or the face of a clock without the Z. */
export function timePointOf(text: string): TimePoint {
  const number = calendarDayNumber(text.slice(0, 10))
  if (number === undefined) return farPoint(text)
  const time = twoDigits(text, 11) * 3600 + twoDigits(text, 14) * 60 + twoDigits(text, 17)
  const fraction = text[19] === '.' ? text.slice(20).replace('Z', '') : ''
  return { seconds: number * secondsADay + time, fraction }
}

/**
 * Below, at or above zero as one instant in UTC is before, at or after another, both as a moment has them. By time and
 * not by text: half a second past is after the second, though a point comes before a Z.
 */
export function orderInstants(one: string, other: string): number {
  if (one === other) return 0
  // Whole seconds of the years 0 to 9999: all of one form.
  if (one.length === 20 && other.length === 20) return one < other ? -1 : 1
  if (!isCommonYear(one) || !isCommonYear(other)) return Temporal.Instant.compare(one, other)
  return one.slice(0, -1) < other.slice(0, -1) ? -1 : 1
}

/** The point so many whole seconds later. */
export function laterPoint({ seconds, fraction }: TimePoint, more: number): TimePoint {
  return { seconds: seconds + more, fraction }
}

/** An offset from UTC in seconds as ISO has it: `+02:00`, `-03:30`. */
export function offsetText(offset: number): string {
  const size = Math.abs(offset)
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`
  const [hours, minutes] = [Math.floor(size / 3600), Math.floor((size % 3600) / 60)]
  return `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}${seconds}`
}

/** True for the years 0 to 9999; others are written with a sign. */
function isCommonYear(instant: string): boolean {
  return instant[0] !== '-' && instant[0] !== '+'
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

/** A year of more than four digits, which only a span at the edge of the calendar has. */
function farPoint(text: string): TimePoint {
  const instant = Temporal.Instant.from(text.endsWith('Z') ? text : `${text}Z`)
  return { seconds: Math.floor(instant.epochMilliseconds / 1000), fraction: '' }
}
