import { eachByItself } from '../records/each-by-itself.ts'
import { isPostgres } from '../records/model/dialect.ts'
import type { Reader, Tx } from '../records/model/records.ts'
import { readEnquiry } from './model/enquiry.ts'
import type { EnquiryBase } from './model/enquiry-base.ts'
import { closeDeadlines } from './promise/deadlines.ts'
import { sendToSite } from './send-to-site.ts'

/**
 * Sends what was confirmed and had to wait, because the contact of its site got enough letters that day; who waits longest is
 * first. Each is one transaction. Answers how many were sent or closed. Throws, when all others are dealt with, what stood
 * in the way of one; and what the records throw.
 */
export async function sendWaiting(
  base: EnquiryBase,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  let done = 0
  const sendNext = async (id: string): Promise<void> => {
    if (await base.records.write((tx) => sendOne(tx, base, id, now))) done++
  }
  await eachByItself(await waitingNow(base.records.db, now), sendNext, signal)
  return done
}

async function waitingNow(db: Reader, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('enquiry_deadline')
    .innerJoin('enquiry', 'enquiry.id', 'enquiry_deadline.enquiry_id')
    .select('enquiry.id')
    .where('enquiry_deadline.done_at', 'is', null)
    .where('enquiry_deadline.due_at', '<=', now.toISOString())
    .where('enquiry.state', '=', 'asked')
    .orderBy('enquiry.confirmed_at')
    .execute()
  return [...new Set(rows.map(({ id }) => id))]
}

/** Whoever comes second, of two processes, finds that it does not wait any more. */
async function sendOne(tx: Tx, base: EnquiryBase, id: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('enquiry')
    .select('state')
    .where('id', '=', id)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()
  if (row?.state !== 'asked') return false
  const enquiry = await readEnquiry(tx, base.records.keys, id)
  if (!enquiry || enquiry.confirmedAt === null) return false
  await closeDeadlines(tx, id, now, ['tell-change'])
  const { kind } = await sendToSite(tx, base, enquiry, now)
  return kind !== 'waits'
}
