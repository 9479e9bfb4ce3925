import { setImmediate } from 'node:timers/promises'
import { eachByItself } from '../../../people/records/each-by-itself.ts'
import { returnLease, takeLease } from '../../../people/records/lease.ts'
import { isPostgres } from '../../../people/records/model/dialect.ts'
import type { Reader, Records, Tx } from '../../../people/records/model/records.ts'
import { caseOf } from '../model/case.ts'
import { readFacts } from '../model/facts.ts'
import { type Participant, readParticipant } from '../model/participant.ts'
import { readStudyRun } from '../model/run.ts'
import { catchUp, isBehind } from './catch-up.ts'
import { keepOutlook } from './keep-outlook.ts'

/** How what is due is renewed by the schedule. */
export interface RenewOptions {
  /** Of this process: only one process renews at a time. */
  readonly holder: string
  readonly now: () => Date
  readonly signal?: AbortSignal
}

/**
 * Renews what is said of every participant of whom it may have changed since, who waits longest first, one at a time, so that
 * nobody else waits for it. Only one process does it at a time; what is killed in it is done by the next. Answers how many.
 * Throws, when all others are dealt with, what stood in the way of one.
 */
export async function renewOutlooks(
  records: Records,
  { holder, now, signal }: RenewOptions,
): Promise<number> {
  const ids = await staleOnes(records.db, now())
  if (ids.length === 0 || !(await takeLease(records, leaseName, holder, now(), leaseSeconds)))
    return 0
  let renewed = 0
  let leasedAt = now().getTime()
  const renew = async (id: string): Promise<void> => {
    // Others come in between: a page, a mail, what somebody records.
    await setImmediate()
    if (now().getTime() - leasedAt > (leaseSeconds * 1000) / 3) {
      leasedAt = now().getTime()
      await takeLease(records, leaseName, holder, now(), leaseSeconds)
    }
    const became = await renewOne(records, id, now())
    if (became !== 'current') renewed++
    if (became === 'behind') await catchUp(records, id, now())
  }
  try {
    await eachByItself(ids, renew, signal)
  } finally {
    await returnLease(records, leaseName, holder)
  }
  return renewed
}

const leaseName = 'outlooks'
const leaseSeconds = 60

/**
 * Has what is due worked out anew for everybody of a study, where a version was switched on, a setting made or a site
 * changed: in the same transaction as that.
 */
export async function renewStudyOutlooks(tx: Tx, study: string): Promise<void> {
  await tx
    .updateTable('participant')
    .set({ outlook_until: null })
    .where('study', '=', study)
    .execute()
}

/** Whoever has no outlook yet, or one whose time has passed. One that was made by a clock that was ahead counts as passed. */
async function staleOnes(db: Reader, now: Date): Promise<readonly string[]> {
  const at = now.toISOString()
  const rows = await db
    .selectFrom('participant')
    .select('id')
    .where((where) =>
      where.or([
        where('outlook_until', 'is', null),
        where('outlook_until', '<=', at),
        where('outlook_until', '>', new Date(now.getTime() + longestMs).toISOString()),
      ]),
    )
    .orderBy('outlook_until')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether what is kept of a participant may not be so any more. */
export function isStale({ outlookUntil }: Pick<Participant, 'outlookUntil'>, now: Date): boolean {
  if (outlookUntil === null) return true
  const until = Date.parse(outlookUntil)
  return until <= now.getTime() || until > now.getTime() + longestMs
}

/** No day is longer, even where the clocks go back. */
const longestMs = 26 * 3_600_000

/** In one transaction that holds the participant: what is recorded or switched on meanwhile comes after it, and is seen then. */
function renewOne(
  records: Records,
  id: string,
  now: Date,
): Promise<'current' | 'renewed' | 'behind'> {
  const { keys } = records
  return records.writeLightly(async (tx) => {
    await holdParticipant(tx, id)
    const participant = await readParticipant(tx, keys, id)
    if (!participant || !isStale(participant, now)) return 'current'
    const run = await readStudyRun(tx, participant.study)
    if (!run) return 'current'
    const known = caseOf(participant, run, await readFacts(tx, participant), now)
    await keepOutlook(tx, known, now)
    return (await isBehind(tx, known)) ? 'behind' : 'renewed'
  })
}

/** SQLite has one writer anyway. */
async function holdParticipant(tx: Tx, id: string): Promise<void> {
  if (isPostgres(tx))
    await tx.selectFrom('participant').select('id').where('id', '=', id).forUpdate().execute()
}
