import ical, { ICalEventBusyStatus, ICalEventClass } from 'ical-generator'
import type { CalendarWindow } from '../../../study/conduct/today/calendar.ts'
import type { CalendarOwner } from '../../../study/conduct/today/calendar-link.ts'
import { wordsOf } from '../../../words/words.ts'

/** Windows of visits as a calendar (RFC 5545): numbers and times, and nothing of study, person or health. */
export function calendarText(owner: CalendarOwner, windows: readonly CalendarWindow[]): string {
  const words = wordsOf(owner.language).today.calendar
  const calendar = ical({
    name: words.name,
    prodId: { company: 'Trialway', product: 'Visits', language: owner.language.toUpperCase() },
    ttl: 3600,
  })
  // The same text for the same windows, so that a program may ask whether anything changed.
  const stamp = new Date(owner.madeAt)
  for (const { id, number, from, until } of windows)
    calendar.createEvent({
      id,
      stamp,
      summary: words.event(number),
      class: ICalEventClass.PRIVATE,
      busystatus: ICalEventBusyStatus.FREE,
      ...timesOf(from, until),
    })
  return calendar.toString()
}

/** Whole days end, for a calendar, where the day after the last begins. */
function timesOf(from: string, until: string) {
  if (from.includes('T') && until.includes('T'))
    return { start: new Date(from), end: new Date(until), allDay: false }
  const day = (text: string): Date => new Date(`${text.slice(0, 10)}T00:00:00Z`)
  const dayMs = 86_400_000
  return { start: day(from), end: new Date(day(until).getTime() + dayMs), allDay: true }
}
