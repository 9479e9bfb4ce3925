import { noteErased } from '../records/erased.ts'
import { erasePerson } from '../records/persons.ts'
import type { Records } from '../records/model/records.ts'
import { audit } from './append.ts'
import type { AuditEvent } from './event.ts'

/**
 * Erases a person with all that hangs on them, also from the write-ahead log, and notes it where a
 * restored backup finds it. Answers whether there was a person to erase.
 */
export async function eraseForGood(
  records: Records,
  personId: string,
  { now, actor }: { readonly now: Date; readonly actor: AuditEvent['actor'] },
): Promise<boolean> {
  const person = await records.db
    .selectFrom('person')
    .select('lookup')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return false
  noteErased(records.dataDir, person.lookup, now)
  await records.write(async (tx) => {
    await erasePerson(tx, personId)
    await audit(tx, { at: now, actor, action: 'person.erased', subject: `person/${personId}` })
  })
  await records.scrub()
  return true
}
