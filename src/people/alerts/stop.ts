import { eraseForGood } from '../audit/erase-for-good.ts'
import { removeStrayMails } from '../mail/delivery/written.ts'
import type { Records } from '../records/model/records.ts'

/**
 * Ends all alerts of a person and erases them with all that hangs on them: address, what they looked for, mail that
 * waits to be sent or was written to files. Doing it again changes nothing. The answer is whether there was anything to end.
 */
export async function stopAlerts(
  records: Records,
  personId: string,
  now: Date,
  actor: 'person' | 'operator' = 'person',
): Promise<boolean> {
  const ended = await eraseForGood(records, personId, { now, actor })
  await removeStrayMails(records)
  return ended
}
