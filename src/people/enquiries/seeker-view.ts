import type { Records } from '../records/model/records.ts'
import { type Enquiry, hasEnded, readEnquiry } from './model/enquiry.ts'
import type { EnquiryEvent, EventKind } from './model/events.ts'

/** An enquiry as who asked may see it. */
export interface SeekerView extends Omit<Enquiry, 'events' | 'takenBy' | 'takenAt'> {
  /** What happened, in order, without what the site keeps to itself. */
  readonly steps: readonly EnquiryEvent[]
  /** The site promised an answer, and the time is over. */
  readonly isLate: boolean
  readonly hasEnded: boolean
}

/** What only the site reads, or only matters to it. */
const ofTheSite: ReadonlySet<EventKind> = new Set(['site-note', 'taken', 'released'])

/** An enquiry as who asked may see it; undefined once it is gone. */
export async function seekerView(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  enquiryId: string,
  now: Date,
): Promise<SeekerView | undefined> {
  const enquiry = await readEnquiry(db, keys, enquiryId)
  if (!enquiry) return undefined
  const { events, takenBy: _, takenAt: __, ...shown } = enquiry
  return {
    ...shown,
    steps: events
      .filter(({ kind }) => !ofTheSite.has(kind))
      // Who of the site it was is the site's own affair.
      .map((event) => ({ ...event, accountId: null })),
    isLate: isLate(enquiry, now),
    hasEnded: hasEnded(enquiry),
  }
}

/** Whether the site owes an answer that it promised for a moment that is over. */
export function isLate({ dueAt }: Pick<Enquiry, 'dueAt'>, now: Date): boolean {
  return dueAt !== null && dueAt < now.toISOString()
}
