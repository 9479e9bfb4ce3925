import { type Moment, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem, type TimeProblem } from '../../protocol/time/problems.ts'
import type { FactProblemCode, TypedMoment } from './typed-fact.ts'

/** What is wrong with a typed moment; of a time that came twice, the offsets of which one is to be chosen. */
export interface MomentFault {
  readonly fault: FactProblemCode
  readonly offsets?: readonly string[]
  /** The day that it is where it is read with the day first. */
  readonly given?: string
}

/** A moment by the clocks of a zone, as finely as it was typed; a time has the offset of that moment. */
export function readTypedMoment(typed: TypedMoment, zone: string): Moment | MomentFault {
  const day = typed.day.trim()
  if (day === '') return { fault: 'noMoment' }
  const given = dayFirst(day)
  if (given !== undefined) return { fault: 'dayFirst', given }
  const days = readMoment(day, zone)
  if (day.includes('T')) return { fault: 'notADay' }
  if (isTimeProblem(days)) return { fault: days.problem === 'notADate' ? 'notADay' : 'noSuchDay' }
  if (typed.time.trim() === '') return days
  if (days.precision !== 'day') return { fault: 'dayForTime' }
  const clock = clockOf(typed.time)
  if (clock === undefined) return { fault: 'notATime' }
  return onClock(`${day}T${clock}`, typed.offset, zone)
}

/**
 * The day that `10/05/2024` is where people write the day first: `2024-05-10`; `05/2024` is a month. Undefined for what is not
 * written so, or is no day. Where some write the month first it is to be asked, never taken.
 */
export function dayFirst(typed: string): string | undefined {
  const [, day, month = '', year = ''] =
    /^(?:(\d{1,2})\s*[/.]\s*)?(\d{1,2})\s*[/.]\s*(\d{4})$/.exec(typed.trim()) ?? []
  const parts = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])]
  const text = parts.join('-')
  return year === '' || isTimeProblem(readMoment(text)) ? undefined : text
}

/** True for what is wrong instead of a moment. */
export function isMomentFault(read: Moment | MomentFault): read is MomentFault {
  return 'fault' in read
}

/** The day and the time that the clocks of a zone show at an instant. */
export function clockAt(now: Date, zone: string): TypedMoment {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' })
  return { day: at.toPlainDate().toString(), time, offset: '' }
}

/** What a form shows of a moment that is kept: by the clocks of the site, whatever offset it was written with. */
export function typedOf(at: string, zone: string): TypedMoment {
  const read = readMoment(at, zone)
  if (isTimeProblem(read) || read.instant === undefined) return { day: at, time: '', offset: '' }
  const there = Temporal.Instant.from(read.instant).toZonedDateTimeISO(zone)
  const smallestUnit = read.precision === 'second' ? 'second' : 'minute'
  const time = there.toPlainTime().toString({ smallestUnit })
  return { day: there.toPlainDate().toString(), time, offset: there.offset }
}

/** `8:30`, `08:30` and `8h30` are one time. */
function clockOf(typed: string): string | undefined {
  const [, hour = '', minute = '', second = ''] =
    /^(\d{1,2})\s*[:hH]\s*(\d{2})(:\d{2})?$/.exec(typed.trim()) ?? []
  return hour === '' ? undefined : `${hour.padStart(2, '0')}:${minute}${second}`
}

function onClock(wall: string, chosen: string, zone: string): Moment | MomentFault {
  const read = readMoment(wall, zone)
  if (isTimeProblem(read)) return faultOf(read, wall, chosen, zone)
  const at = Temporal.Instant.from(read.from).toZonedDateTimeISO(zone)
  return withOffset(`${wall}${at.offset}`, zone)
}

function faultOf(
  problem: TimeProblem,
  wall: string,
  chosen: string,
  zone: string,
): Moment | MomentFault {
  if (problem.problem === 'skippedTime') return { fault: 'skipped' }
  if (problem.problem !== 'timeHappensTwice') return { fault: 'noSuchTime' }
  const offsets = problem.candidates.map((one) => one.slice(-6))
  return offsets.includes(chosen)
    ? withOffset(`${wall}${chosen}`, zone)
    : { fault: 'twice', offsets }
}

function withOffset(text: string, zone: string): Moment | MomentFault {
  const read = readMoment(text, zone)
  return isTimeProblem(read) ? { fault: 'noSuchTime' } : read
}
