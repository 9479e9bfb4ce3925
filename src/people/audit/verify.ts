import type { Reader, Records } from '../records/model/records.ts'
import { type Anchor, readAnchors } from './anchors.ts'
import { type AuditEvent, hashOfEvent } from './event.ts'

/** What the walk along the audit trail found. */
export type AuditVerdict =
  | { readonly isWhole: true; readonly events: number; readonly anchored: number }
  | { readonly isWhole: false; readonly seq: number; readonly problem: string }

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

/**
 * Walks the whole trail and names the first line that is not as it was written. What was cut off at
 * the end, or written anew from some line on, only the anchors outside the database can show.
 */
export async function verifyAudit(
  db: Reader,
  anchors: readonly Anchor[] = [],
): Promise<AuditVerdict> {
  const expected = new Map(anchors.map(({ seq, hash }) => [seq, hash]))
  let before = { seq: 0, hash: '' }
  for (;;) {
    const page = await linesAfter(db, before.seq)
    for (const line of page) {
      const problem = problemOf(line, before, expected.get(line.seq))
      if (problem) return { isWhole: false, seq: before.seq + 1, problem }
      before = line
    }
    if (page.length < pageSize) break
  }
  const anchored = Math.max(0, ...expected.keys())
  return before.seq < anchored
    ? { isWhole: false, seq: before.seq + 1, problem: `lines up to ${anchored} were there once` }
    : { isWhole: true, events: before.seq, anchored }
}

const pageSize = 5000

function linesAfter(db: Reader, seq: number): Promise<AuditEvent[]> {
  return db
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(pageSize)
    .execute()
}

function problemOf(
  line: AuditEvent,
  before: Pick<AuditEvent, 'seq' | 'hash'>,
  anchored: string | undefined,
): string | undefined {
  if (line.seq !== before.seq + 1) return 'a line is missing'
  if (line.previous_hash !== before.hash)
    return 'it does not follow from the line before it, which may have been changed'
  if (line.hash !== hashOfEvent(line)) return 'it was changed'
  if (anchored !== undefined && anchored !== line.hash)
    return 'it, or a line before it, was written anew'
  return undefined
}
