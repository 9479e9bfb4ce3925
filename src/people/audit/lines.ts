import type { Reader, Tx } from '../records/model/records.ts'
import type { AuditEvent } from './event.ts'

/** Some thousand lines after one, in order; with none, from the very first, also where its number is less than 1. */
export function linesAfter(db: Reader | Tx, seq: number | undefined): Promise<AuditEvent[]> {
  return db
    .selectFrom('audit_event')
    .selectAll()
    .$if(seq !== undefined, (query) => query.where('seq', '>', seq ?? 0))
    .orderBy('seq')
    .limit(pageSize)
    .execute()
}

const pageSize = 5000
