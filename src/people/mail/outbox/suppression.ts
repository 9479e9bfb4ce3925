import { audit } from '../../audit/append.ts'
import type { Reader, Tx } from '../../records/model/records.ts'
import { allStreams, type Stream, type SuppressionReason } from './streams.ts'

/** What is kept of an address that is not to be mailed. `stream` is `all` or the name of one stream. */
export interface Suppression {
  readonly stream: string
  readonly reason: SuppressionReason
}

/** Stops every stream that `stoppedBy` says, instead of one. */
const everyStream = 'all'

/** Whether one of an address's suppressions stops this stream. */
export function isStoppedBy(stream: Stream, suppressions: readonly Suppression[]): boolean {
  return suppressions.some(
    (one) =>
      one.stream === stream.name ||
      (one.stream === everyStream && stream.stoppedBy.includes(one.reason)),
  )
}

/**
 * Mails an address never again, or nothing more of one stream; what still waits for it is not sent either. Answers
 * whether that is new.
 */
export async function suppressAddress(
  tx: Tx,
  suppression: {
    /** Keyed hash of the address. */
    readonly lookup: string
    readonly stream: Stream | 'all'
    readonly reason: SuppressionReason
    readonly now: Date
    readonly streams?: readonly Stream[]
  },
): Promise<boolean> {
  const { lookup, reason, now, streams = allStreams } = suppression
  const stream = suppression.stream === 'all' ? everyStream : suppression.stream.name
  const at = now.toISOString()
  const added = await tx
    .insertInto('suppression')
    .values({ lookup, stream, reason, at })
    .onConflict((conflict) => conflict.columns(['lookup', 'stream']).doNothing())
    .returning('lookup')
    .execute()
  const spared = streams.filter((one) => !isStoppedBy(one, [{ stream, reason }]))
  // What is just being sent is looked at again right before.
  await tx
    .updateTable('mail')
    .set({ state: 'suppressed', letter_sealed: null, settled_at: at })
    .where('state', '=', 'queued')
    .$if(stream !== everyStream, (query) => query.where('stream', '=', stream))
    .$if(spared.length > 0, (query) =>
      query.where(
        'stream',
        'not in',
        spared.map(({ name }) => name),
      ),
    )
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
 * Lets the address with this keyed hash get mail again, as when its owner asks for it. Answers whether it was
 * suppressed. What came back stays known, so that reading the same mailbox again changes nothing.
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

/** Whether an address gets no mail of one stream, whatever the reason. */
export async function isStreamStopped(
  db: Reader | Tx,
  lookup: string,
  stream: Stream,
): Promise<boolean> {
  const rows = await db
    .selectFrom('suppression')
    .select(['stream', 'reason'])
    .where('lookup', '=', lookup)
    .execute()
  return isStoppedBy(stream, rows)
}

/** Lets an address get one stream again whose owner had stopped it, and wants it now. Answers whether it was stopped so. */
export async function releaseStream(
  tx: Tx,
  lookup: string,
  { name }: Stream,
  now: Date,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('suppression')
    .where('lookup', '=', lookup)
    .where('stream', '=', name)
    .returning('stream')
    .execute()
  if (gone.length === 0) return false
  await audit(tx, {
    at: now,
    actor: 'person',
    action: 'address.released',
    subject: await subjectOf(tx, lookup),
    details: { streams: [name] },
  })
  return true
}

/** The trail names a person by id, and only one who is in the records. */
async function subjectOf(tx: Tx, lookup: string): Promise<string> {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('lookup', '=', lookup)
    .executeTakeFirst()
  return person ? `person/${person.id}` : 'address'
}
