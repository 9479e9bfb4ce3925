import { sql } from 'kysely'
import { isPostgres } from '../records/model/dialect.ts'
import type { Reader, Tx } from '../records/model/records.ts'
import type { AuditAction } from './actions.ts'
import { type AuditDetails, type AuditSecrets, detailsText } from './details.ts'
import { type AuditEvent, hashOfEvent } from './event.ts'

/**
 * Adds a line to the audit trail, in the same transaction as what it tells of. Nothing in the open may say who a person
 * is: the subject is an id, such as `subscription/0190…`, and details are codes. Throws where a detail is a text.
 */
export async function audit(
  tx: Tx,
  event: {
    at: Date
    actor: AuditEvent['actor']
    action: AuditAction
    subject: string
    details?: AuditDetails
    /** What a person wrote or is called, readable until they are erased. */
    sealed?: AuditSecrets
  },
): Promise<void> {
  await holdTrail(tx)
  const last = await headOf(tx)
  const seq = (last?.seq ?? 0) + 1
  const line = {
    seq,
    at: event.at.toISOString(),
    actor: event.actor,
    action: event.action,
    subject: event.subject,
    details: detailsText(seq, event.details, event.sealed),
    previous_hash: last?.hash ?? '',
  }
  await tx
    .insertInto('audit_event')
    .values({ ...line, hash: hashOfEvent(line) })
    .execute()
}

/** Until this transaction ends, no other process adds a line. SQLite has one writer anyway. */
export async function holdTrail(tx: Tx): Promise<void> {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(${sql.lit(trailLock)})`.execute(tx)
}

/** The newest line. */
export async function headOf(db: Reader): Promise<AuditEvent | undefined> {
  return db.selectFrom('audit_event').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

/** 'AUDT' */
const trailLock = 0x41_55_44_54
