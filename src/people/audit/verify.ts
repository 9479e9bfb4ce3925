import type { Reader, Records, Tx } from '../records/model/records.ts'
import { type Anchor, readAnchors } from './anchors.ts'
import { type AuditEvent, hashOfEvent } from './event.ts'
import { linesAfter } from './lines.ts'

/** What the walk along the audit trail found. */
export type AuditVerdict =
  | { readonly isWhole: true; readonly events: number; readonly anchored: number }
  | {
      readonly isWhole: false
      /** The first line that is surely not as it was written. */
      readonly seq: number
      /** What was done to it may begin as early as here. */
      readonly from: number
      readonly problem: string
    }

/** Walks the whole trail and holds it against the anchors that are kept outside the database. */
export async function checkAudit(records: Records): Promise<AuditVerdict> {
  let anchors: readonly Anchor[]
  try {
    anchors = readAnchors(records)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { isWhole: false, seq: 0, from: 0, problem }
  }
  return verifyAudit(records.db, anchors)
}

/**
 * Walks the whole trail and names the first line that is not as it was written. What was cut off at
 * the end, or written anew from some line on, only the anchors outside the database can show.
 */
export async function verifyAudit(
  db: Reader | Tx,
  anchors: readonly Anchor[] = [],
): Promise<AuditVerdict> {
  const expected = new Map(anchors.map(({ seq, hash }) => [seq, hash]))
  let before = { seq: 0, hash: '' }
  let page = await linesAfter(db, undefined)
  let sure = 0
  while (page.length > 0) {
    for (const line of page) {
      const problem = problemOf(line, before, expected.get(line.seq))
      if (problem)
        return {
          isWhole: false,
          seq: before.seq + 1,
          from: Math.max(1, beginningOf(problem, before.seq + 1, sure)),
          problem,
        }
      before = line
      if (expected.has(line.seq)) sure = line.seq
    }
    page = await linesAfter(db, before.seq)
  }
  const anchored = Math.max(0, ...expected.keys())
  if (before.seq >= anchored) return { isWhole: true, events: before.seq, anchored }
  // An older database may have gone on: its last lines are not those that were there once.
  const problem = `lines up to ${anchored} were there once`
  return { isWhole: false, seq: before.seq + 1, from: sure + 1, problem }
}

const problems = {
  missing: 'a line is missing',
  added: 'a line stands before it that was never written',
  notNext: 'it does not follow from the line before it, which may have been changed',
  changed: 'it was changed',
  anew: 'it, or a line before it, was written anew',
} as const

function problemOf(
  line: AuditEvent,
  before: Pick<AuditEvent, 'seq' | 'hash'>,
  anchored: string | undefined,
): (typeof problems)[keyof typeof problems] | undefined {
  if (line.seq > before.seq + 1) return problems.missing
  if (line.seq < before.seq + 1) return problems.added
  if (line.previous_hash !== before.hash) return problems.notNext
  if (line.hash !== hashOfEvent(line)) return problems.changed
  if (anchored !== undefined && anchored !== line.hash) return problems.anew
  return undefined
}

/** A line that was written anew with all after it agrees with them: only the anchors before and after it tell where. */
function beginningOf(problem: string, seq: number, sure: number): number {
  if (problem === problems.anew) return sure + 1
  return problem === problems.notNext ? seq - 1 : seq
}
