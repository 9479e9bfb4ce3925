import type { MailAddress } from '../records/address.ts'
import { exportPerson } from '../records/export-person.ts'
import type { Records } from '../records/model/records.ts'
import { findPerson } from '../records/persons.ts'
import { audit } from './append.ts'

/** All that is held about the owner of an address; the trail says that it was read. Undefined where nothing is held. */
export async function exportForOperator(
  records: Records,
  address: MailAddress,
  now: Date,
): Promise<object | undefined> {
  const person = await findPerson(records.db, records.keys, address)
  if (!person) return undefined
  await records.write((tx) =>
    audit(tx, {
      at: now,
      actor: 'operator',
      action: 'person.exported',
      subject: `person/${person.id}`,
    }),
  )
  return exportPerson(records, person.id)
}
