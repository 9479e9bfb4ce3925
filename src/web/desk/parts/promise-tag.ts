import type { ShownState } from '../../../finder/registry/status.ts'
import type { Words } from '../../../words/shape/shape.ts'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { stateTag } from '../../shell/parts/status-tag.ts'
import { saidMoment } from './said-moment.ts'

/** What the desk knows of the time of a promise: now, and the clocks of the site. */
export interface Clock {
  readonly now: Date
  /** IANA's name. */
  readonly timeZone: string
}

/** Where an enquiry stands: what was promised for when, or since when it is as it is. */
export interface DeskStanding {
  readonly dueAt: string | null
  readonly state: keyof Page['words']['desk']['states']
  readonly stateAt: string
}

/** The promise in words, with a shape and a colour: late, today, or later; where nothing is owed, the state. */
export function promiseTag(page: Page, row: DeskStanding, clock: Clock): Markup {
  const words = page.words.desk
  if (row.dueAt === null) {
    const since = saidMoment(page, row.stateAt, clock.timeZone, 'day')
    return stateTag('full', `${words.states[row.state]}, ${since}`, 'tag')
  }
  const { look, text } = promiseText(page, row.dueAt, clock)
  return stateTag(look, text, 'tag')
}

/** The promise alone, and how pressing it is. */
export function promiseText(
  page: Page,
  dueAt: string,
  { now, timeZone }: Clock,
  words: Pick<Words['desk']['promise'], 'today' | 'tomorrow' | 'day'> = page.words.desk.promise,
): { readonly look: ShownState; readonly text: string } {
  const late = page.words.desk.promise
  const due = new Date(dueAt)
  const days = dayOf(due, timeZone).since(dayOf(now, timeZone), { largestUnit: 'day' }).days
  if (due < now) {
    const hours = Math.floor((now.getTime() - due.getTime()) / 3_600_000)
    if (days < 0) return { look: 'stopped', text: late.overdueDays(-days) }
    return { look: 'stopped', text: hours > 0 ? late.overdueHours(hours) : late.overdue }
  }
  if (days === 0)
    return { look: 'doubt', text: words.today(saidMoment(page, due, timeZone, 'time')) }
  if (days === 1) return { look: 'soon', text: words.tomorrow }
  return { look: 'soon', text: words.day(saidMoment(page, due, timeZone, 'day')) }
}

function dayOf(moment: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
}
