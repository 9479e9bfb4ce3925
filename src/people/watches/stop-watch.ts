import { eraseIfIdle } from '../audit/erase-if-idle.ts'
import { removeStrayMails } from '../mail/delivery/written.ts'
import { noteErasedWatch } from '../records/erased.ts'
import type { Records } from '../records/model/records.ts'
import { switchOff } from './deliver/switch-off.ts'
import { dropMails } from './make.ts'

/**
 * The owner of an address wants no more mail of a subscription: it is off, mail of it that waits is gone, and who has nothing else here
 * is erased. No older backup brings it back. Doing it again changes nothing. Throws the faults of the records.
 */
export async function stopWatch(records: Records, id: string, now: Date): Promise<void> {
  const row = await records.db
    .selectFrom('watch')
    .select('person_id')
    .where('id', '=', id)
    .executeTakeFirst()
  const personId = row?.person_id
  if (personId === null || personId === undefined) return
  noteErasedWatch(records.dataDir, id, now)
  await records.write(async (tx) => {
    await switchOff(tx, id, 'stopped', now, 'person')
    await dropMails(tx, id)
    await eraseIfIdle(tx, records, personId, now)
  })
  await removeStrayMails(records)
  await records.scrub()
}
