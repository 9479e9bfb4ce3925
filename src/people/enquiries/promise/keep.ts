import { later } from '../../asks/hours.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import { eachByItself } from '../../records/each-by-itself.ts'
import { isPostgres } from '../../records/model/dialect.ts'
import type { Reader, Tx } from '../../records/model/records.ts'
import { readEnquiry } from '../model/enquiry.ts'
import { addDeadlines, type DeadlineKind, openDeadlines } from './deadlines.ts'
import { type KeepingParts, keepEnquiry } from './keep-enquiry.ts'
import type { StudyLookup } from './other-site.ts'
import { nextTelling } from './tell-limit.ts'
import { type SeekerWord, tellSeeker } from './tell-seeker.ts'

/** What keeping the promises needs, besides the records and the moment. */
export interface KeepPromisesOptions {
  readonly studyOf: StudyLookup
  readonly signal?: AbortSignal
}

/** What was done. */
export interface PromisesKept {
  /** People for whom something was due. */
  readonly people: number
  readonly reminders: number
  /** Mails to people who asked. */
  readonly told: number
}

/**
 * Does all that is due for enquiries, the oldest first: reminds sites and who looks after them, tells who asked, asks again,
 * closes. Each person's is one transaction: what is killed in it did nothing, and is done by the next run. Several processes
 * may do it at once. Throws, when all others are dealt with, what stood in the way of one; and what the records throw.
 */
export async function keepPromises(
  base: PeopleBase,
  now: Date,
  options: KeepPromisesOptions,
): Promise<PromisesKept> {
  await mendFromAhead(base, now)
  const done = { people: 0, reminders: 0, told: 0 }
  const keepNext = async (personId: string): Promise<void> => {
    const kept = await base.records.write((tx) =>
      keepForPerson({ tx, base, now, studyOf: options.studyOf }, personId),
    )
    done.people++
    done.reminders += kept.reminders
    done.told += kept.told
  }
  await eachByItself(await peopleWithDue(base.records.db, now), keepNext, options.signal)
  return done
}

/** Each once, who waits longest first. */
async function peopleWithDue(db: Reader, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('enquiry_deadline')
    .innerJoin('enquiry', 'enquiry.id', 'enquiry_deadline.enquiry_id')
    .select('enquiry.person_id')
    .where('enquiry_deadline.done_at', 'is', null)
    .where('enquiry_deadline.due_at', '<=', now.toISOString())
    // What is still to be sent is the affair of `sendWaiting`.
    .where('enquiry.state', '!=', 'asked')
    .orderBy('enquiry_deadline.due_at')
    .execute()
  return [...new Set(rows.map(({ person_id }) => person_id))]
}

/** All that is due for one person's enquiries. Whoever comes second, of two processes, finds nothing due. */
async function keepForPerson(
  parts: KeepingParts,
  personId: string,
): Promise<{ readonly reminders: number; readonly told: number }> {
  const { tx, base, now } = parts
  await holdPerson(tx, personId)
  const due = await dueOf(tx, personId, now)
  let reminders = 0
  const words: SeekerWord[] = []
  for (const [id, rows] of due) {
    await markDone(tx, id, rows, now)
    const enquiry = await readEnquiry(tx, base.records.keys, id)
    if (!enquiry) continue
    const kept = await keepEnquiry(parts, enquiry, new Set(rows.map(({ kind }) => kind)))
    reminders += kept.reminders
    if (kept.word) words.push(kept.word)
  }
  return { reminders, told: await tellOrWait(parts, personId, words) }
}

/** Their enquiries are looked at by one process at a time; SQLite has one writer anyway. */
async function holdPerson(tx: Tx, personId: string): Promise<void> {
  if (!isPostgres(tx)) return
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
}

/** With what due rows of a person can be told of together: a change that waits for its day goes along with another's mail. */
async function dueOf(
  tx: Tx,
  personId: string,
  now: Date,
): Promise<ReadonlyMap<string, readonly DueRow[]>> {
  const rows = await tx
    .selectFrom('enquiry_deadline')
    .innerJoin('enquiry', 'enquiry.id', 'enquiry_deadline.enquiry_id')
    .select(['enquiry_deadline.enquiry_id', 'enquiry_deadline.kind', 'enquiry_deadline.due_at'])
    .where('enquiry.person_id', '=', personId)
    .where('enquiry.state', '!=', 'asked')
    .where('enquiry_deadline.done_at', 'is', null)
    .where((where) =>
      where.or([
        where('enquiry_deadline.due_at', '<=', now.toISOString()),
        where('enquiry_deadline.kind', '=', 'tell-change'),
      ]),
    )
    .orderBy('enquiry_deadline.enquiry_id')
    .execute()
  if (rows.every(({ due_at }) => due_at > now.toISOString())) return new Map()
  return Map.groupBy(rows, ({ enquiry_id }) => enquiry_id)
}

interface DueRow {
  readonly kind: DeadlineKind
  readonly due_at: string
}

async function markDone(
  tx: Tx,
  enquiryId: string,
  rows: readonly DueRow[],
  now: Date,
): Promise<void> {
  for (const { kind, due_at } of rows)
    await tx
      .updateTable('enquiry_deadline')
      .set({ done_at: now.toISOString() })
      .where('enquiry_id', '=', enquiryId)
      .where('kind', '=', kind)
      .where('due_at', '=', due_at)
      .execute()
}

/** One mail a day: what is too early today is told tomorrow, with what comes until then. Answers how many mails it is. */
async function tellOrWait(
  { tx, base, now }: KeepingParts,
  personId: string,
  words: readonly SeekerWord[],
): Promise<number> {
  if (words.length === 0) return 0
  const free = await nextTelling(tx, personId, now)
  if (free <= now) {
    await tellSeeker(tx, base, words, now)
    return 1
  }
  for (const { enquiry, news } of words) {
    const kind = news.kind === 'late' || news.kind === 'waiting' ? 'tell-seeker' : 'tell-change'
    await addDeadlines(tx, enquiry.id, [{ kind, at: free }])
  }
  return 0
}

/** What was confirmed by a clock that was ahead and has been set right would be due too late: it is promised anew. */
async function mendFromAhead({ records }: PeopleBase, now: Date): Promise<void> {
  const ahead = later(now, toleratedHours).toISOString()
  const rows = await records.db
    .selectFrom('enquiry')
    .select('id')
    .where('state', 'in', ['sent', 'seen'])
    .where('confirmed_at', '>', ahead)
    .execute()
  for (const { id } of rows)
    await records.write(async (tx) => {
      const enquiry = await readEnquiry(tx, records.keys, id)
      if (enquiry) await openDeadlines(tx, enquiry, now)
    })
}

const toleratedHours = 1
