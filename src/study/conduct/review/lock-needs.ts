import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { heldSignature } from '../derived/void-signatures.ts'
import type { ConductCase } from '../model/case.ts'
import type { StudyRun } from '../model/run.ts'
import { readSignatures } from '../model/signature.ts'
import { readSets } from './sets.ts'

/** What is to be done before a study can be locked, and of whom. */
export interface LockNeed {
  readonly kind: 'query' | 'eligibility' | 'set'
  readonly participantId: string
  readonly number: string
  /** How many queries are open, or which sets are not decided. */
  readonly details: readonly string[]
}

/**
 * What is missing before a study is locked: queries that nobody closed, eligibility that no investigator signed of who is in
 * or was treated, analysis sets that are not decided. Nobody may skip it.
 */
export async function lockNeeds(
  db: Reader | Tx,
  keys: Keys,
  run: StudyRun,
  now: Date,
): Promise<readonly LockNeed[]> {
  const needs: LockNeed[] = [...(await openQueries(db, run.study))]
  for (const { of, lines } of await readSets(db, keys, run, now)) {
    await nextTurn()
    const { id: participantId, number } = of.participant
    const open = lines.filter(({ isDecided }) => !isDecided).map(({ set }) => set)
    if (open.length > 0) needs.push({ kind: 'set', participantId, number, details: open })
    if (await isUnsigned(db, of))
      needs.push({ kind: 'eligibility', participantId, number, details: [] })
  }
  return needs.toSorted((one, other) => (one.number < other.number ? -1 : 1))
}

/** Queries that are still to be answered or closed, by whom they are of. */
export async function openQueries(
  db: Reader | Tx,
  study: string,
): Promise<readonly (LockNeed & { readonly kind: 'query' })[]> {
  const rows = await db
    .selectFrom('query')
    .innerJoin('participant', 'participant.id', 'query.participant_id')
    .select(({ fn }) => ['participant.id', 'participant.number', fn.countAll().as('queries')])
    .where('query.study', '=', study)
    .where('query.state', 'in', ['candidate', 'open', 'answered'])
    .groupBy(['participant.id', 'participant.number'])
    .execute()
  return rows.map(({ id, number, queries }) => ({
    kind: 'query',
    participantId: id,
    number,
    details: [String(queries)],
  }))
}

/** Whoever the criteria do not let in and who was given nothing needs no signature. */
async function isUnsigned(db: Reader | Tx, of: ConductCase): Promise<boolean> {
  const { eligibility, dosesGiven } = of.state
  if (eligibility.answer === 'no' && dosesGiven.length === 0) return false
  const signatures = await readSignatures(db, of.participant.id)
  return heldSignature(signatures, 'eligibility', of) === undefined
}
