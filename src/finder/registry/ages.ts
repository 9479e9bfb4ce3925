import type { EligibilityModule } from './study.ts'

/**
 * The registry's age limits, counted in completed units: a minimum of "3 Months" admits a child on the
 * day it is three months old; a maximum of "17 Years" admits until the day before the 18th birthday.
 * Rule `age-limit@1`. Source: the registry's own age groups (`stdAges`) call CHILD (birth to 17) what ends
 * at "17 Years" and CHILD and ADULT what ends at "18 Years", so the year named is admitted whole.
 */
export const ageRule = 'age-limit@1'

/** The units in which the registry gives ages. */
export type AgeUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute'

/** An age as the registry writes it: `3 Months` is `{ value: 3, unit: 'month' }`. */
export interface Age {
  readonly value: number
  readonly unit: AgeUnit
}

/** The two limits of a study's eligibility module; missing and `N/A` mean no limit. */
export type AgeLimits = Pick<EligibilityModule, 'minimumAge' | 'maximumAge'>

/** What an age in days can say about the limits. */
export type AgeVerdict = 'met' | 'not met' | 'unknown'

/** Reads `18 Years`, `3 Months`, `36 Hours`; anything else, or more than 150 years, is not an age. */
export function parseAge(text: string | undefined): Age | undefined {
  const [, digits = '', word = ''] = agePattern.exec(text?.trim() ?? '') ?? []
  const unit = units.find((known) => known === word.toLowerCase())
  if (!unit) return undefined
  const age = { value: Number(digits), unit }
  return shortestDays(age) <= mostDays ? age : undefined
}

/** True for a limit that is not there: nothing written, or `N/A` in the old records. */
export function isNoLimit(text: string | undefined): boolean {
  const written = text?.trim().toLowerCase() ?? ''
  return written === '' || written === 'n/a' || written === 'none'
}

/**
 * The limits as days, both inclusive, wide enough never to leave out a person who may be let in: a month
 * counts its shortest calendar length in a minimum and its longest in a maximum. A limit that cannot be
 * read is left out, so that a search still shows the study.
 */
export function ageLimitsInDays(limits: AgeLimits): { minDays?: number; maxDays?: number } {
  const least = parseAge(limits.minimumAge)
  const most = parseAge(limits.maximumAge)
  return {
    ...(least && { minDays: shortestDays(least) }),
    ...(most && { maxDays: lastDayWithin(most) }),
  }
}

/**
 * Whether an age in days is within the limits. The calendar gives three months 89 to 92 days, so days
 * alone cannot always tell: from the shortest length to the mean one (30.4375 days a month, rounded down)
 * a minimum is `unknown`, as is a maximum in the last days that only some calendars reach.
 */
export function ageFits(limits: AgeLimits, ageDays: number | undefined): AgeVerdict {
  if (ageDays !== undefined && !(Number.isFinite(ageDays) && ageDays >= 0)) return 'unknown'
  return both(
    against(limits.minimumAge, (age) => oldEnough(age, ageDays)),
    against(limits.maximumAge, (age) => notTooOld(age, ageDays)),
  )
}

/** Whether a person born on a day (`yyyy-MM-dd`) is within the limits on another: exact by the calendar. */
export function birthFits(limits: AgeLimits, born: string, on: string): AgeVerdict {
  const birth = dayOf(born)
  const day = dayOf(on)
  if (!birth || !day || Temporal.PlainDate.compare(birth, day) > 0) return 'unknown'
  const days = birth.until(day, { largestUnit: 'days' }).days
  return both(
    against(limits.minimumAge, (age) => {
      if (!isCalendar(age)) return oldEnough(age, days)
      return Temporal.PlainDate.compare(day, birthday(birth, age)) >= 0 ? 'met' : 'not met'
    }),
    against(limits.maximumAge, (age) => {
      if (!isCalendar(age)) return notTooOld(age, days)
      return Temporal.PlainDate.compare(day, birthday(birth, next(age))) < 0 ? 'met' : 'not met'
    }),
  )
}

/** Whether a person so many days old has completed an age; unknown in the days that only some calendars need. */
export function ageReached(age: Age, ageDays: number): AgeVerdict {
  return Number.isFinite(ageDays) && ageDays >= 0 ? oldEnough(age, ageDays) : 'unknown'
}

/** An age said in calendar words, as days for a search: 3 months are 92 and 2 years 731, so a limit of the same words admits it. */
export function ageInDays(age: Age): number {
  return Math.ceil(age.value * meanDays[age.unit] - 1e-9)
}

/** An age in days by the mean length of its unit (a month is 30.4375), to be compared with others. */
export function meanDaysOf({ value, unit }: Age): number {
  return value * meanDays[unit]
}

/** Days, both inclusive. */
export interface AgeSpan {
  readonly least: number
  readonly most: number
}

/** What a said age can mean: "2 years" is any day from the 2nd birthday to the last before the 3rd. */
export function ageSpan(age: Age): AgeSpan {
  return { least: Math.max(0, ageInDays(age)), most: shortestDays(next(age)) - 1 }
}

/** Whether some, all or no day of a span is within the limits: `not met` only where none is. */
export function ageSpanFits(limits: AgeLimits, { least, most }: AgeSpan): AgeVerdict {
  const { minDays = 0, maxDays = Infinity } = ageLimitsInDays(limits)
  if (most < minDays || least > maxDays) return 'not met'
  return both(ageFits(limits, least), ageFits(limits, most)) === 'met' ? 'met' : 'unknown'
}

/** The day on which a person reaches an age in years or months; 29 February counts as the 28th in other years. */
function birthday(birth: Temporal.PlainDate, age: Age): Temporal.PlainDate {
  return birth.add(age.unit === 'year' ? { years: age.value } : { months: age.value })
}

function against(text: string | undefined, test: (age: Age) => AgeVerdict): AgeVerdict {
  if (isNoLimit(text)) return 'met'
  const age = parseAge(text)
  return age ? test(age) : 'unknown'
}

function both(one: AgeVerdict, other: AgeVerdict): AgeVerdict {
  if (one === 'not met' || other === 'not met') return 'not met'
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'met'
}

function oldEnough(age: Age, days: number | undefined): AgeVerdict {
  if (age.value === 0) return 'met'
  if (days === undefined) return 'unknown'
  if (days < shortestDays(age)) return 'not met'
  return days >= sureDays(age) ? 'met' : 'unknown'
}

function notTooOld(age: Age, days: number | undefined): AgeVerdict {
  if (days === undefined) return 'unknown'
  if (days > lastDayWithin(age)) return 'not met'
  return days < shortestDays(next(age)) ? 'met' : 'unknown'
}

/** From this many days a minimum counts as reached: the mean length; for hours, the first whole day after. */
function sureDays(age: Age): number {
  const days = age.value * meanDays[age.unit]
  return isCalendar(age) ? Math.floor(days) : Math.ceil(days)
}

/** The last whole day on which some calendar still counts a person as this old. */
function lastDayWithin(age: Age): number {
  if (age.unit === 'hour' || age.unit === 'minute')
    return Math.floor(age.value * meanDays[age.unit])
  return longestDays(next(age)) - 1
}

function next(age: Age): Age {
  return { value: age.value + 1, unit: age.unit }
}

/** The fewest days in which a person can reach this age. */
function shortestDays(age: Age): number {
  return isCalendar(age) ? monthsInDays(age, Math.min) : Math.floor(age.value * meanDays[age.unit])
}

function longestDays(age: Age): number {
  return isCalendar(age) ? monthsInDays(age, Math.max) : Math.ceil(age.value * meanDays[age.unit])
}

/** Of the 48 months a span may begin in (four years hold one leap day), the shortest or the longest. */
function monthsInDays(age: Age, choose: (...days: number[]) => number): number {
  const months = age.unit === 'year' ? age.value * 12 : age.value
  const cycles = Math.floor(months / 48)
  const rest = months % 48
  const spans = monthStarts
    .slice(0, 48)
    .map((start, from) => (monthStarts[from + rest] ?? start) - start)
  return cycles * daysInFourYears + choose(...spans)
}

const daysInFourYears = 1461
const monthStarts = firstDays()

/** The day number of the first of each month over eight years, the first of them a leap year. */
function firstDays(): number[] {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const starts = [0]
  for (let month = 0; month < 96; month++) {
    const leapDay = month % 48 === 1 ? 1 : 0
    starts.push((starts[month] ?? 0) + (lengths[month % 12] ?? 0) + leapDay)
  }
  return starts
}

function isCalendar(age: Age): boolean {
  return age.unit === 'year' || age.unit === 'month'
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}

const agePattern = /^(\d{1,9}) ?(year|month|week|day|hour|minute)s?$/i
const units: readonly AgeUnit[] = ['year', 'month', 'week', 'day', 'hour', 'minute']
const mostDays = 150 * 366
const meanDays: Readonly<Record<AgeUnit, number>> = {
  year: 365.25,
  month: 30.4375,
  week: 7,
  day: 1,
  hour: 1 / 24,
  minute: 1 / 1440,
}
