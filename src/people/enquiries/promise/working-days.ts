import { later } from '../../asks/hours.ts'
import type { SiteCalendar } from './site-calendar.ts'

/** Whether a site works on a day of its own calendar. */
export function isWorkingDay(
  { weekend, holidays }: SiteCalendar,
  day: Temporal.PlainDate,
): boolean {
  return !weekend.has(day.dayOfWeek) && !holidays(day.year).has(day.toString())
}

/**
 * Until when a site promises to answer what it was asked at a moment: the hour it closes, by its own clocks, on the
 * so manyth working day after the day of asking. Of the day of asking nothing counts, whatever the hour.
 */
export function promisedBy(
  from: Date,
  calendar: SiteCalendar,
  days: number = calendar.promiseDays,
): Date {
  let day = dayOf(from, calendar)
  for (let left = days; left > 0; left--) day = nextWorkingDay(calendar, day)
  return closingOf(calendar, day)
}

/** Half a working day before a moment at which a site closes: four hours, of a day of eight. */
export function halfDayBefore(closing: Date): Date {
  return later(closing, -halfDayHours)
}

const halfDayHours = 4

/** The day of a moment by the clock of a site. */
function dayOf(moment: Date, { timeZone }: SiteCalendar): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
}

function nextWorkingDay(calendar: SiteCalendar, after: Temporal.PlainDate): Temporal.PlainDate {
  let day = after.add({ days: 1 })
  // No calendar rests for two months; one that did would be wrong, and a promise must end.
  for (let tries = 0; tries < 60 && !isWorkingDay(calendar, day); tries++)
    day = day.add({ days: 1 })
  return day
}

/** An hour that the clocks skip is the one after it, and one that comes twice is its first. */
function closingOf({ timeZone, closesAt }: SiteCalendar, day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime({ timeZone, plainTime: closesAt }).epochMilliseconds)
}
