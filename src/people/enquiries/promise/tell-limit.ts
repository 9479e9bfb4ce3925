import type { Tx } from '../../records/model/records.ts'

/** So long nobody who asked is mailed again, whatever became of their enquiries. */
const restMs = 24 * 3_600_000

/**
 * From when on somebody may be mailed about their enquiries again: a day after the last such mail, and now where that is
 * long ago. A mail from a clock that was ahead and has been set right counts as if it went now, so that nobody waits longer
 * than a day.
 */
export async function nextTelling(tx: Tx, personId: string, now: Date): Promise<Date> {
  const { last } = await tx
    .selectFrom('enquiry')
    .select((query) => query.fn.max('seeker_told_at').as('last'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  if (last === null) return now
  const at = now.toISOString()
  if (last > at) await setTold(tx, personId, at)
  const told = Date.parse(last > at ? at : last)
  return new Date(Math.max(told + restMs, now.getTime()))
}

async function setTold(tx: Tx, personId: string, at: string): Promise<void> {
  await tx
    .updateTable('enquiry')
    .set({ seeker_told_at: at })
    .where('person_id', '=', personId)
    .where('seeker_told_at', '>', at)
    .execute()
}
