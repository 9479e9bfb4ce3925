import { join } from 'node:path'
import { appendLine, readLines } from '../../base/durable-files.ts'
import { eraseEnquiries } from './erase-enquiries.ts'
import { erasePerson } from './persons.ts'
import type { Tx } from './model/records.ts'

/** The file of who was erased, by keyed hash, and of what was taken back, by id: outside the records and their backups, so that no old backup brings a person back. */
export function erasedFile(dataDir: string): string {
  return join(dataDir, 'erased.txt')
}

/** Notes an erasure before it is done, so that it can never be done without being noted. */
export function noteErased(dataDir: string, lookup: string, now: Date): void {
  appendLine(erasedFile(dataDir), `${now.toISOString()} ${lookup}`)
}

/** Notes that an enquiry was taken back, before it is erased. */
export function noteErasedEnquiry(dataDir: string, enquiryId: string, now: Date): void {
  appendLine(erasedFile(dataDir), `${now.toISOString()} ${enquiryPrefix}${enquiryId}`)
}

/** Notes that what a program asked to be told of was ended, before it is erased. */
export function noteErasedWatch(dataDir: string, watchId: string, now: Date): void {
  appendLine(erasedFile(dataDir), `${now.toISOString()} ${watchPrefix}${watchId}`)
}

/** No keyed hash of an address has a slash. */
const enquiryPrefix = 'enquiry/'
const watchPrefix = 'watch/'

/**
 * Erases again the people erased after these records were backed up, and answers how many; who came back later stays. Also the
 * enquiries that were taken back, and what programs are not to be told of any more.
 */
export async function eraseAgain(tx: Tx, dataDir: string): Promise<number> {
  let erased = 0
  for (const line of readLines(erasedFile(dataDir))) {
    const [at = '', lookup = ''] = line.split(' ')
    if (lookup.startsWith(enquiryPrefix)) {
      await eraseEnquiries(tx, [lookup.slice(enquiryPrefix.length)])
      continue
    }
    if (lookup.startsWith(watchPrefix)) {
      const id = lookup.slice(watchPrefix.length)
      await tx.deleteFrom('watch').where('id', '=', id).execute()
      continue
    }
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('lookup', '=', lookup)
      .where('created_at', '<=', at)
      .executeTakeFirst()
    if (!person) continue
    await erasePerson(tx, person.id)
    erased++
  }
  return erased
}
