import { noteErased } from '../records/erased.ts'
import { idlePerson } from '../records/idle.ts'
import type { Records, Tx } from '../records/model/records.ts'
import { erasePerson } from '../records/persons.ts'
import { audit } from './append.ts'

/**
 * Erases a person on whom nothing hangs any more, as when they took back or stopped the last thing they had asked for, and
 * notes it where a restored backup finds it. Answers whether it did.
 */
export async function eraseIfIdle(
  tx: Tx,
  { dataDir }: Pick<Records, 'dataDir'>,
  personId: string,
  now: Date,
): Promise<boolean> {
  const idle = await idlePerson(tx, personId, now)
  if (!idle) return false
  noteErased(dataDir, idle.lookup, now)
  await erasePerson(tx, personId)
  const subject = `person/${personId}`
  await audit(tx, { at: now, actor: 'person', action: 'person.erased', subject })
  return true
}
