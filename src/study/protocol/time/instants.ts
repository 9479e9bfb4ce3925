import { calendarDayNumber, dayText } from './calendar.ts'

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
  const two = (value: number) => String(value).padStart(2, '0')
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`
  const digits = fraction.replace(/0+$/, '')
  return `${dayText(day)}T${time}${digits && `.${digits}`}`
}

/** Reads an instant in UTC, as a moment has it (`2017-03-25T09:00:00Z`), or the face of a clock without the Z. */
export function timePointOf(text: string): TimePoint {
  const [day = '', time = ''] = text.replace('Z', '').split('T')
  const [whole = '', fraction = ''] = time.split('.')
  const [hours, minutes, seconds] = whole.split(':').map(Number)
  const number = calendarDayNumber(day)
  if (number === undefined) return farPoint(text)
  return {
    seconds: number * secondsADay + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
    fraction,
  }
}

/** The point so many whole seconds later. */
export function laterPoint({ seconds, fraction }: TimePoint, more: number): TimePoint {
  return { seconds: seconds + more, fraction }
}

/** An offset from UTC in seconds as ISO has it: `+02:00`, `-03:30`. */
export function offsetText(offset: number): string {
  const size = Math.abs(offset)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`
  return `${offset < 0 ? '-' : '+'}${two(size / 3600)}:${two((size % 3600) / 60)}${seconds}`
}

/** A year of more than four digits, which only a span at the edge of the calendar has. */
function farPoint(text: string): TimePoint {
  const instant = Temporal.Instant.from(text.endsWith('Z') ? text : `${text}Z`)
  return { seconds: Math.floor(instant.epochMilliseconds / 1000), fraction: '' }
}
