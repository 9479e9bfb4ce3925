import { audit } from '../../audit/append.ts'
import type { Reader, Tx } from '../../records/records.ts'
import type { Tables } from '../../records/tables.ts'

export type Stream = Tables['mail']['stream']
export type SuppressionReason = Tables['suppression']['reason']

/** Whether an address is never to get mail of this stream again. */
export async function isSuppressed(
  db: Reader | Tx,
  lookup: string,
  stream: Stream,
): Promise<boolean> {
  const row = await db
    .selectFrom('suppression')
    .select('reason')
    .where('lookup', '=', lookup)
    .where('stream', 'in', ['all', stream])
    .executeTakeFirst()
  return row !== undefined
}

/** Mails an address never again; what still waits for it is not sent either. Answers whether that is new. */
export async function suppressAddress(
  tx: Tx,
  suppression: {
    readonly lookup: string
    readonly stream: 'all' | Stream
    readonly reason: SuppressionReason
    readonly now: Date
  },
): Promise<boolean> {
  const { lookup, stream, reason, now } = suppression
  const at = now.toISOString()
  const added = await tx
    .insertInto('suppression')
    .values({ lookup, stream, reason, at })
    .onConflict((conflict) => conflict.columns(['lookup', 'stream']).doNothing())
    .returning('lookup')
    .execute()
  // What is just being sent is looked at again right before.
  await tx
    .updateTable('mail')
    .set({ state: 'suppressed', letter_sealed: null, settled_at: at })
    .where('state', '=', 'queued')
    .where('stream', 'in', stream === 'all' ? ['alert', 'confirmation'] : [stream])
    .where('person_id', 'in', (query) =>
      query.selectFrom('person').select('person.id').where('lookup', '=', lookup),
    )
    .execute()
  if (added.length === 0) return false
  await audit(tx, {
    at: now,
    actor: reason === 'operator' ? 'operator' : 'system',
    action: 'address.suppressed',
    subject: await subjectOf(tx, lookup),
    details: { stream, reason },
  })
  return true
}

/**
 * Lets an address get mail again, as when its owner asks for it. Answers whether it was suppressed. What came back
 * stays known, so that reading the same mailbox again changes nothing.
 */
export async function releaseAddress(tx: Tx, lookup: string, now: Date): Promise<boolean> {
  const gone = await tx
    .deleteFrom('suppression')
    .where('lookup', '=', lookup)
    .returning('stream')
    .execute()
  if (gone.length === 0) return false
  await audit(tx, {
    at: now,
    actor: 'operator',
    action: 'address.released',
    subject: await subjectOf(tx, lookup),
    details: { streams: gone.map(({ stream }) => stream).toSorted() },
  })
  return true
}

/** The trail names a person of ours by id, and nobody else. */
async function subjectOf(tx: Tx, lookup: string): Promise<string> {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('lookup', '=', lookup)
    .executeTakeFirst()
  return person ? `person/${person.id}` : 'address'
}
