import { type Backup, backUp } from '../records/backup.ts'
import type { Records } from '../records/model/records.ts'
import { writeAnchor } from './anchors.ts'
import { audit } from './append.ts'

/**
 * Backs up the records into a file that is not there yet, while the server goes on; the trail says so, and is anchored.
 * Throws `RecordsRefused` where the file is there already or the copy is not whole.
 */
export async function backUpRecords(records: Records, file: string, now: Date): Promise<Backup> {
  const made = await backUp(records, file, now)
  const { bytes, people } = made
  await records.write((tx) =>
    audit(tx, {
      at: now,
      actor: 'operator',
      action: 'records.backed-up',
      subject: 'records',
      details: { bytes, people },
    }),
  )
  await writeAnchor(records, now)
  return made
}
