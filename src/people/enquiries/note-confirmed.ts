import { markConfirmed } from '../accounts/sign-in.ts'
import { audit } from '../audit/append.ts'
import type { Tx } from '../records/model/records.ts'
import { appendEvent, changeHeld } from './model/change.ts'
import type { Enquiry } from './model/enquiry.ts'

/** Notes that the owner of the address stands by what was asked: from now on it is kept as long as the form said. */
export async function noteConfirmed(tx: Tx, asked: Enquiry, now: Date): Promise<Enquiry> {
  const at = now.toISOString()
  const confirmed = await changeHeld(tx, asked, { confirmedAt: at }, now)
  await tx
    .updateTable('enquiry_link')
    .set({ used_at: at })
    .where('enquiry_id', '=', asked.id)
    .where('used_at', 'is', null)
    .execute()
  await markConfirmed(tx, asked.person, now)
  const subject = `enquiry/${asked.id}`
  await audit(tx, { at: now, actor: 'person', action: 'enquiry.confirmed', subject })
  return appendEvent(tx, confirmed, { actor: 'seeker', kind: 'confirmed' }, now)
}
