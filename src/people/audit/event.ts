import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Tables } from '../records/model/tables.ts'

/** One line of the audit trail. */
export type AuditEvent = Selectable<Tables['audit_event']>

/** A hash over every field and the hash before it, so that no line can change without all later ones. */
export function hashOfEvent(event: Omit<AuditEvent, 'hash'>): string {
  const { seq, at, actor, action, subject, details, previous_hash } = event
  return createHash('sha256')
    .update(JSON.stringify([seq, at, actor, action, subject, details, previous_hash]))
    .digest('hex')
}
