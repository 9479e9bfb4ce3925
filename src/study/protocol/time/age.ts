import { addCalendarMonths, calendarDayNumber, monthsApart } from './calendar.ts'
import {
  type CountRange,
  type DayLike,
  type DayRange,
  calendarDaysBetween,
  daysOf,
} from './days.ts'
import { type TimeProblem, isTimeProblem } from './problems.ts'

/** The rule by which ages are counted: a month or a year is completed on the day `birth.add(...)` falls on. */
export const ageOnRule = 'age-by-adding@1'

/** An age in completed units; where a date is partial, the least and the most it can be. */
export interface AgeOn {
  readonly rule: typeof ageOnRule
  readonly years: CountRange
  readonly months: CountRange
  readonly weeks: CountRange
  readonly days: CountRange
}

/**
 * The age on a day of a person born on another. A child born on the 31st completes a month on the last day of a
 * shorter one, one born on 29 February a year on the 28th: 31 October and 8 months is 30 June (`Temporal`'s `until`
 * would say 7). This is the house rule for every age, that of `finder/registry/ages.ts`. Dates may be partial. A
 * problem when the birth is surely after the day.
 */
export function ageOn(birth: DayLike, day: DayLike): AgeOn | TimeProblem {
  const born = daysOf(birth)
  const on = daysOf(day)
  if (isTimeProblem(born)) return born
  if (isTimeProblem(on)) return on
  if (born.firstDay > on.lastDay)
    return { problem: 'before', day: on.lastDay, start: born.firstDay }
  const count = (completed: (birth: string, day: string) => number) => range(born, on, completed)
  return {
    rule: ageOnRule,
    years: count((from, until) => Math.floor(completedMonths(from, until) / 12)),
    months: count(completedMonths),
    weeks: count((from, until) => Math.floor(calendarDaysBetween(from, until) / 7)),
    days: count(calendarDaysBetween),
  }
}

function range(
  born: DayRange,
  on: DayRange,
  completed: (birth: string, day: string) => number,
): CountRange {
  // Nobody is born after the day on which they are looked at.
  const latest = born.lastDay < on.firstDay ? born.lastDay : on.firstDay
  return {
    least: born.firstDay > latest ? 0 : completed(latest, on.firstDay),
    most: completed(born.firstDay, on.lastDay),
  }
}

/** The most months that can be added to the birth without passing the day. */
function completedMonths(birth: string, day: string): number {
  const from = calendarDayNumber(birth) ?? NaN
  const until = calendarDayNumber(day) ?? NaN
  const months = monthsApart(from, until)
  return addCalendarMonths(from, months) <= until ? months : months - 1
}
