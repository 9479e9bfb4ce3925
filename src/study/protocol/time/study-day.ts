import { type DayLike, type DayRange, dayAfter, calendarDaysBetween, daysOf } from './days.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'

/** How days of a study are numbered. It belongs to a version of a protocol. */
export type DayNumbering =
  /** The anchor is day 1 and the day before it day -1: SDTM `--DY`, and J1 in French protocols. */
  | 'sdtm'
  /** The anchor is day 0: USDM's timings, in which P2W is 14 days later. */
  | 'usdm'

/** A number of days and the rule that counted them. */
export interface CountedDay {
  readonly day: number
  readonly rule: string
}

/** The rules by which days are numbered. */
export const dayNumberingRules: Readonly<Record<DayNumbering, string>> = {
  sdtm: 'study-day-sdtm@1',
  usdm: 'study-day-usdm@1',
}

/** The rule of the day of illness: the first day of fever is day 1 (American Heart Association 2017). */
export const illnessDayRule = 'illness-day@1'

/**
 * The day of illness, counted in days of the calendar from the first day of fever, which is day 1. A problem for a
 * partial date, and for a day before the fever.
 */
export function illnessDayOf(firstFeverDay: DayLike, day: DayLike): CountedDay | TimeProblem {
  const days = soleDays(firstFeverDay, day)
  if (isTimeProblem(days)) return days
  const [start, on] = days
  const past = calendarDaysBetween(start, on)
  return past < 0 ? { problem: 'before', day: on, start } : { day: past + 1, rule: illnessDayRule }
}

/** The number of a day of a study. A time part of a date does not shift it; for a partial date it is a problem, not 0. */
export function studyDayOf(
  anchorDay: DayLike,
  day: DayLike,
  numbering: DayNumbering,
): CountedDay | TimeProblem {
  const days = soleDays(anchorDay, day)
  if (isTimeProblem(days)) return days
  const past = calendarDaysBetween(...days)
  const number = numbering === 'sdtm' && past >= 0 ? past + 1 : past
  return { day: number, rule: dayNumberingRules[numbering] }
}

/** The day (`yyyy-MM-dd`) that has a number: J45 is 44 days after J1. A problem for day 0 where there is none. */
export function dateOfStudyDay(
  anchorDay: DayLike,
  day: number,
  numbering: DayNumbering,
): { readonly date: string } | TimeProblem {
  if (!Number.isSafeInteger(day)) return { problem: 'notAWholeNumber', value: day }
  if (numbering === 'sdtm' && day === 0) return { problem: 'noDayZero' }
  const anchor = soleDay(anchorDay)
  if (isTimeProblem(anchor)) return anchor
  const past = numbering === 'sdtm' && day > 0 ? day - 1 : day
  try {
    return { date: dayAfter(anchor.firstDay, past) }
  } catch {
    return { problem: 'outOfCalendar', text: String(day) }
  }
}

/** One day, or a problem when a date is partial. */
export function soleDay(day: DayLike): DayRange | TimeProblem {
  const days = daysOf(day)
  if (isTimeProblem(days) || days.firstDay === days.lastDay) return days
  return { problem: 'partialDay', ...pick(days) }
}

function soleDays(one: DayLike, other: DayLike): [string, string] | TimeProblem {
  const first = soleDay(one)
  const second = soleDay(other)
  if (isTimeProblem(first)) return first
  return isTimeProblem(second) ? second : [first.firstDay, second.firstDay]
}

function pick({ firstDay, lastDay }: DayRange): DayRange {
  return { firstDay, lastDay }
}
