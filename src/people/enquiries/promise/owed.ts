import { type Enquiry, hasEnded } from '../model/enquiry.ts'
import type { EventKind } from '../model/events.ts'

/** An answer that a site owes: since when, and in how many working days where that is not as the site says. */
export interface OwedAnswer {
  readonly since: Date
  readonly days?: number
}

/**
 * What a site owes who asked; undefined where it owes nothing: it is not confirmed, it came to its end, or it is the seeker's
 * turn. A word of the seeker is owed an answer once, from the first that was not answered. Who was invited is owed an
 * outcome.
 */
export function owedBy(enquiry: Enquiry): OwedAnswer | undefined {
  if (enquiry.confirmedAt === null || enquiry.state === 'asked' || hasEnded(enquiry))
    return undefined
  const answered = enquiry.events.findLastIndex(
    ({ actor, kind }) => actor === 'site' && answers.has(kind),
  )
  const open = enquiry.events
    .slice(answered + 1)
    .find(({ actor, kind }) => actor === 'seeker' && asks.has(kind))
  const since = open?.at ?? (answered < 0 ? enquiry.confirmedAt : undefined)
  if (since !== undefined) return { since: new Date(since), ...daysOf(enquiry) }
  if (enquiry.state !== 'invited') return undefined
  return { since: new Date(enquiry.stateAt), days: outcomeDays }
}

/** Whether the last word between the two is the site's: what it owed before is settled. */
export function wasAnsweredLast({ events }: Pick<Enquiry, 'events'>): boolean {
  const last = events.findLast(
    ({ actor, kind }) =>
      (actor === 'site' && answers.has(kind)) || (actor === 'seeker' && asks.has(kind)),
  )
  return last?.actor === 'site'
}

/** What a site does that is an answer to who asked. */
const answers: ReadonlySet<EventKind> = new Set([
  'contacted',
  'not-reached',
  'invited',
  'joined',
  'not-eligible',
  'declined',
  'passed',
  'note',
])

/** What a seeker says that wants an answer. */
const asks: ReadonlySet<EventKind> = new Set(['confirmed', 'note', 'correction'])

/** Screening takes its time: four weeks of working days. */
const outcomeDays = 20

/** Who never heard of us needs longer than who has a desk here. */
export const introducedDays = 5

function daysOf({ route }: Enquiry): { readonly days?: number } {
  return route === 'introduction' ? { days: introducedDays } : {}
}
