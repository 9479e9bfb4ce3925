import type { Actor } from '../../accounts/model/actor.ts'
import { can } from '../../accounts/model/can.ts'
import type { Records } from '../../records/model/records.ts'
import { appendEvent, changeHeld } from '../model/change.ts'
import { type Enquiry, readEnquiry } from '../model/enquiry.ts'
import { reachedSite } from '../model/reached-site.ts'
import { openDeadlines } from '../promise/deadlines.ts'
import { type Acting, auditEnquiry } from './acting.ts'

/**
 * An enquiry for who may read it; undefined where there is none, where it was not sent, and where it is somebody
 * else's: these are not told apart.
 */
export async function peekEnquiry(
  { db, keys }: Records,
  actor: Actor,
  id: string,
): Promise<Enquiry | undefined> {
  if (!isId(id)) return undefined
  const enquiry = await readEnquiry(db, keys, id)
  return enquiry && mayRead(actor, enquiry) ? enquiry : undefined
}

/** The same by its case number. */
export async function peekCase(
  records: Records,
  actor: Actor,
  caseNumber: string,
): Promise<Enquiry | undefined> {
  const row = await records.db
    .selectFrom('enquiry')
    .select('id')
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
  return row && peekEnquiry(records, actor, row.id)
}

/**
 * The same, opened by somebody who reads it: the first time it is marked as seen, and so is what its owner added since. A
 * mark is a dated event, made once whoever opens it at the same time.
 */
export async function openEnquiry(
  records: Records,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Enquiry | undefined> {
  const enquiry = await peekEnquiry(records, actor, id)
  return enquiry && isUnseen(enquiry) ? markSeen(records, id, { actor, now }) : enquiry
}

async function markSeen(
  records: Records,
  id: string,
  acting: Acting,
): Promise<Enquiry | undefined> {
  const { actor, now } = acting
  return records.write(async (tx) => {
    const before = await readEnquiry(tx, records.keys, id)
    if (!before || !mayRead(actor, before) || !isUnseen(before)) return before
    const said = { actor: 'site', accountId: actor.accountId, kind: 'seen' } as const
    const seen = await appendEvent(tx, before, said, now)
    const isFirst = before.state === 'sent'
    const after = await changeHeld(
      tx,
      seen,
      { hasNews: false, ...(isFirst && { state: 'seen' as const }) },
      now,
    )
    await auditEnquiry(tx, acting, before, {
      action: 'enquiry.seen',
      before: before.state,
      after: after.state,
    })
    return openDeadlines(tx, after, now)
  })
}

function isUnseen({ state, hasNews }: Enquiry): boolean {
  return state === 'sent' || hasNews
}

function mayRead(actor: Actor, enquiry: Enquiry): boolean {
  return reachedSite(enquiry) && can.readEnquiries(actor, enquiry)
}

/** Ids are random UUIDs: what is none is not asked of the database. */
function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
