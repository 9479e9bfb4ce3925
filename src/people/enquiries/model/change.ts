import type { Updateable } from 'kysely'
import type { EnquiryTables } from '../../records/model/enquiry-tables.ts'
import type { Tx } from '../../records/model/records.ts'
import { type EnquiryDetails, sealDetails } from './details.ts'
import { type Enquiry, type EnquiryState, hasEnded } from './enquiry.ts'
import { type EnquiryEvent, sealEventText } from './events.ts'

/** An event that is to be added. */
export type NewEvent = Pick<EnquiryEvent, 'actor' | 'kind'> &
  Partial<Pick<EnquiryEvent, 'details' | 'text'>> & { readonly accountId?: string }

/**
 * Adds an event, and answers the enquiry with it. What a person of either side says keeps the enquiry for its whole time anew.
 * It is never dated before the last one, whatever the clock says.
 */
export async function appendEvent(
  tx: Tx,
  enquiry: Enquiry,
  added: NewEvent,
  now: Date,
): Promise<Enquiry> {
  const last = await tx
    .selectFrom('enquiry_event')
    .select(['seq', 'at'])
    .where('enquiry_id', '=', enquiry.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const at = laterOf(now.toISOString(), last?.at)
  const { actor, kind, details = {}, text, accountId = null } = added
  await tx
    .insertInto('enquiry_event')
    .values({
      enquiry_id: enquiry.id,
      seq,
      at,
      actor,
      account_id: accountId,
      kind,
      details: JSON.stringify(details),
      text_sealed:
        text === undefined ? null : sealEventText(enquiry.person, enquiry.id, { seq, text }),
    })
    .execute()
  const event = { seq, at, actor, accountId, kind, details, ...(text !== undefined && { text }) }
  const after = { ...enquiry, events: [...enquiry.events, event] }
  return actor === 'seeker' || actor === 'site' ? keepAnew(tx, after, at) : after
}

/** What of an enquiry is to be another. What is not named stays. */
export interface EnquiryChange {
  readonly state?: EnquiryState
  /** The site answered: the first time is kept. */
  readonly isAnswered?: true
  readonly confirmedAt?: string
  readonly dueAt?: string | null
  readonly seekerToldAt?: string
  readonly hasNews?: boolean
  /** The account that works on it from now on; null for nobody. */
  readonly takenBy?: string | null
  readonly details?: EnquiryDetails
  readonly route?: Enquiry['route']
}

/**
 * Changes an enquiry, and answers it as it is now; undefined where somebody else changed it since it was read. Its version
 * counts what matters to who decides on it: state, who works on it, what was said.
 */
export async function changeState(
  tx: Tx,
  enquiry: Enquiry,
  change: EnquiryChange,
  now: Date,
): Promise<Enquiry | undefined> {
  const after = changed(enquiry, change, laterOf(now.toISOString(), enquiry.stateAt))
  const { numUpdatedRows } = await tx
    .updateTable('enquiry')
    .set(columnsOf(after))
    .$if(change.details !== undefined, (query) =>
      query.set({ details_sealed: sealDetails(after.person, after.id, after.details) }),
    )
    .where('id', '=', enquiry.id)
    .where('version', '=', enquiry.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? after : undefined
}

/** The same for who read it within this transaction. Throws where it changed nevertheless. */
export async function changeHeld(
  tx: Tx,
  enquiry: Enquiry,
  change: EnquiryChange,
  now: Date,
): Promise<Enquiry> {
  const after = await changeState(tx, enquiry, change, now)
  if (!after) throw new Error('an enquiry changed within the transaction that holds it')
  return after
}

function changed(enquiry: Enquiry, change: EnquiryChange, at: string): Enquiry {
  const { isAnswered, takenBy, state, ...others } = change
  const matters =
    state !== undefined || takenBy !== undefined || change.details !== undefined || change.hasNews
  return {
    ...enquiry,
    ...others,
    ...(state !== undefined && {
      state,
      stateAt: at,
      closedAt: hasEnded({ state }) ? at : null,
      keepUntil: daysLater(at, enquiry.keepDays),
    }),
    ...(isAnswered && { answeredAt: enquiry.answeredAt ?? at }),
    ...(takenBy !== undefined && { takenBy, takenAt: takenBy === null ? null : at }),
    version: matters ? enquiry.version + 1 : enquiry.version,
  }
}

function columnsOf(enquiry: Enquiry): Updateable<EnquiryTables['enquiry']> {
  return {
    route: enquiry.route,
    confirmed_at: enquiry.confirmedAt,
    state: enquiry.state,
    state_at: enquiry.stateAt,
    answered_at: enquiry.answeredAt,
    due_at: enquiry.dueAt,
    seeker_told_at: enquiry.seekerToldAt,
    has_news: enquiry.hasNews ? 1 : 0,
    taken_by: enquiry.takenBy,
    taken_at: enquiry.takenAt,
    closed_at: enquiry.closedAt,
    keep_until: enquiry.keepUntil,
    version: enquiry.version,
  }
}

async function keepAnew(tx: Tx, enquiry: Enquiry, at: string): Promise<Enquiry> {
  const keepUntil = daysLater(at, enquiry.keepDays)
  if (enquiry.confirmedAt === null) return enquiry
  await tx
    .updateTable('enquiry')
    .set({ keep_until: keepUntil })
    .where('id', '=', enquiry.id)
    .execute()
  return { ...enquiry, keepUntil }
}

/** The moment so many days after another, as ISO in UTC. */
export function daysLater(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString()
}

function laterOf(at: string, other = ''): string {
  return at > other ? at : other
}
