import type { Tx } from '../../records/model/records.ts'
import { allStreams, type Stream } from './streams.ts'

/** Deletes what is no longer needed: letters that could not be sent after a week, rows after 400 days. */
export async function forgetOldMail(
  tx: Tx,
  now: Date,
  streams: readonly Stream[] = allStreams,
): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ letter_sealed: null })
    .where('letter_sealed', 'is not', null)
    .where('settled_at', '<', daysBefore(now, letterDays))
    .execute()
  const old = daysBefore(now, rowDays)
  await tx
    .deleteFrom('mail')
    .where('state', 'in', ['sent', 'failed', 'suppressed'])
    .where(
      'stream',
      'in',
      streams.map(({ name }) => name),
    )
    .where('due_at', '<', old)
    .where('settled_at', '<', old)
    .execute()
  await tx.deleteFrom('bounce').where('at', '<', old).execute()
  await tx
    .deleteFrom('mail_pace')
    .where('key', '!=', 'relay')
    .where('next_at', '<', daysBefore(now, paceDays))
    .execute()
}

const letterDays = 7
const rowDays = 400
const paceDays = 2

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString()
}
