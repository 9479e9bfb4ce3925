import { later } from '../../asks/hours.ts'
import type { Tx } from '../../records/model/records.ts'
import type { PromisedMoment } from '../letters/letter-facts.ts'
import { changeHeld } from '../model/change.ts'
import type { Enquiry } from '../model/enquiry.ts'
import type { EnquiryTables } from '../../records/model/enquiry-tables.ts'
import { owedBy, wasAnsweredLast } from './owed.ts'
import { calendarOf, type SiteCalendar } from './site-calendar.ts'
import { readSiteSetting } from './site-setting.ts'
import { nextTelling } from './tell-limit.ts'
import { untoldChange } from './untold.ts'
import { halfDayBefore, promisedBy } from './working-days.ts'

/** What is due for an enquiry at a moment. */
export interface Deadline {
  readonly kind: DeadlineKind
  readonly at: Date
}

/** A kind of row of `enquiry_deadline`. */
export type DeadlineKind = EnquiryTables['enquiry_deadline']['kind']

/**
 * Puts the deadlines of an enquiry in order, whenever something happened to it: confirmed, opened, a step of the site, a
 * word of the seeker, withdrawn, passed on. What is owed follows from its events alone, so calling it once too often changes
 * nothing. Answers the enquiry with `dueAt` as it is now; throws where somebody else changed it within the transaction.
 */
export async function openDeadlines(tx: Tx, enquiry: Enquiry, now: Date): Promise<Enquiry> {
  await planTelling(tx, enquiry, now)
  return openPromise(tx, enquiry, now)
}

/** The part of `openDeadlines` that is about the answer of the site. A promise that was said is never put off. */
export async function openPromise(tx: Tx, enquiry: Enquiry, now: Date): Promise<Enquiry> {
  const owed = owedBy(enquiry)
  if (!owed) return settle(tx, enquiry, now)
  const calendar = await calendarOfEnquiry(tx, enquiry)
  // By a clock that was ahead and has been set right it is promised anew.
  const since = owed.since > now ? now : owed.since
  const due = promisedBy(since, calendar, owed.days ?? calendar.promiseDays).toISOString()
  if (enquiry.dueAt === due) return enquiry
  if (enquiry.dueAt !== null && enquiry.dueAt < due && !wasAnsweredLast(enquiry)) return enquiry
  await closeDeadlines(tx, enquiry.id, now)
  await addDeadlines(
    tx,
    enquiry.id,
    promiseChain(new Date(due)).filter(({ at, kind }) => kind !== 'remind-site' || at >= now),
  )
  await tx
    .updateTable('enquiry')
    .set({ promised_at: due })
    .where('id', '=', enquiry.id)
    .where('promised_at', 'is', null)
    .execute()
  return changeHeld(tx, enquiry, { dueAt: due }, now)
}

/** The clock and the working days of the site that was asked. */
async function calendarOfEnquiry(tx: Tx, enquiry: Enquiry): Promise<SiteCalendar> {
  return calendarOf(enquiry.siteLabel, await readSiteSetting(tx, enquiry))
}

/** Until when the site owes its answer, and by which clock that is said; undefined where it owes none. */
export async function promisedMoment(
  tx: Tx,
  enquiry: Enquiry,
): Promise<PromisedMoment | undefined> {
  if (enquiry.dueAt === null) return undefined
  const { timeZone } = await calendarOfEnquiry(tx, enquiry)
  return { at: new Date(enquiry.dueAt), timeZone }
}

/**
 * All that follows from a promise that is not kept, in order: the site is reminded half a working day before it and at it,
 * who looks after the site an hour later; who asked is told the next morning; the site is asked again every week, and after
 * four the enquiry is closed.
 */
export function promiseChain(due: Date): readonly Deadline[] {
  return [
    { kind: 'remind-site', at: halfDayBefore(due) },
    { kind: 'remind-site', at: due },
    { kind: 'remind-manager', at: later(due, managerHours) },
    { kind: 'tell-seeker', at: later(due, seekerHours) },
    ...weeklyFrom(due),
  ]
}

/** Asked again every week, and closed in the fourth. */
export function weeklyFrom(from: Date): readonly Deadline[] {
  return [
    ...[1, 2, 3].map((weeks) => ({
      kind: 'ask-again' as const,
      at: later(from, weeks * weekHours),
    })),
    { kind: 'close', at: later(from, 4 * weekHours) },
  ]
}

const managerHours = 1
/** From 18:00 to 9:00. */
const seekerHours = 15
const weekHours = 7 * 24

/** Adds deadlines; one that was there and dealt with is open again. */
export async function addDeadlines(
  tx: Tx,
  enquiryId: string,
  deadlines: readonly Deadline[],
): Promise<void> {
  if (deadlines.length === 0) return
  const rows = deadlines.map(({ kind, at }) => ({
    enquiry_id: enquiryId,
    kind,
    due_at: at.toISOString(),
    done_at: null,
  }))
  await tx
    .insertInto('enquiry_deadline')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['enquiry_id', 'kind', 'due_at']).doUpdateSet({ done_at: null }),
    )
    .execute()
}

/** Nothing of a promise is due any more; that the seeker is to be told of a change stays. */
export async function closeDeadlines(
  tx: Tx,
  enquiryId: string,
  now: Date,
  kinds: readonly DeadlineKind[] = promiseKinds,
): Promise<void> {
  await tx
    .updateTable('enquiry_deadline')
    .set({ done_at: now.toISOString() })
    .where('enquiry_id', '=', enquiryId)
    .where('kind', 'in', kinds)
    .where('done_at', 'is', null)
    .execute()
}

const promiseKinds: readonly DeadlineKind[] = [
  'remind-site',
  'remind-manager',
  'tell-seeker',
  'ask-again',
  'close',
]

async function settle(tx: Tx, enquiry: Enquiry, now: Date): Promise<Enquiry> {
  await closeDeadlines(tx, enquiry.id, now)
  return enquiry.dueAt === null ? enquiry : changeHeld(tx, enquiry, { dueAt: null }, now)
}

/** Who asked is to be told of what they do not know yet; `keepPromises` does so when it is due. */
async function planTelling(tx: Tx, enquiry: Enquiry, now: Date): Promise<void> {
  const untold = untoldChange(enquiry)
  if (!untold) return
  const free = await nextTelling(tx, enquiry.person.id, now)
  const wanted = untold === 'now' ? now : later(now, gatherHours)
  const at = free > wanted ? free : wanted
  const open = await tx
    .selectFrom('enquiry_deadline')
    .select('due_at')
    .where('enquiry_id', '=', enquiry.id)
    .where('kind', '=', 'tell-change')
    .where('done_at', 'is', null)
    .executeTakeFirst()
  if (open && open.due_at <= at.toISOString()) return
  await closeDeadlines(tx, enquiry.id, now, ['tell-change'])
  await addDeadlines(tx, enquiry.id, [{ kind: 'tell-change', at }])
}

/** What follows within so many hours is told together. */
const gatherHours = 4
