import { audit } from '../../audit/append.ts'
import type { AuditEvent } from '../../audit/event.ts'
import type { Tx } from '../../records/model/records.ts'

/** Why a watch is told of nothing any more, without its owner having asked. */
export type WhyOff =
  /** Its own end has come. */
  | 'end'
  /** Its receiver took nothing for too long. */
  | 'failed'
  /** Its receiver said that it is gone for good. */
  | 'gone'
  /** The operator does not let notices be sent to its host any more. */
  | 'not-allowed'
  /** Its filters cannot be read any more. */
  | 'filters'
  /** Its search took too long for a day. */
  | 'too-slow'
  /** What was asked is not as it was written. */
  | 'damaged'
  /** The owner of the address did not say yes in time. */
  | 'not-confirmed'
  /** The owner of the address stopped it. */
  | 'stopped'
  /** The same was asked for the address again, and that took its place. */
  | 'replaced'
  /** The address takes no mail. */
  | 'no-mail'

/** What a row says where no sender has the watch. */
export const freed = { lease_holder: null, lease_until: null }

/** Sends nothing more for a watch. What it was stays for a while, so that its owner can read why. */
export async function switchOff(
  tx: Tx,
  id: string,
  why: WhyOff,
  now: Date,
  actor: AuditEvent['actor'] = 'system',
): Promise<void> {
  const at = now.toISOString()
  const off = await tx
    .updateTable('watch')
    .set({
      state: 'off',
      off_at: at,
      due_at: null,
      person_id: null,
      ...freed,
      ...(why !== 'failed' && { outcome: why }),
    })
    .where('id', '=', id)
    .where('state', '!=', 'off')
    .returning('id')
    .executeTakeFirst()
  if (!off) return
  await audit(tx, {
    at: now,
    actor,
    action: 'watch.ended',
    subject: `watch/${id}`,
    details: { why },
  })
}
