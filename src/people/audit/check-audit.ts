import type { Records } from '../records/model/records.ts'
import { type Anchor, readAnchors } from './anchors.ts'
import { type AuditVerdict, verifyAudit } from './verify.ts'

/** Walks the whole trail and holds it against the anchors that are kept outside the database. */
export async function checkAudit(records: Records): Promise<AuditVerdict> {
  let anchors: readonly Anchor[]
  try {
    anchors = readAnchors(records)
  } catch (error) {
    return {
      isWhole: false,
      seq: 0,
      problem: error instanceof Error ? error.message : String(error),
    }
  }
  return verifyAudit(records.db, anchors)
}
