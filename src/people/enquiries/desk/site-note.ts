import type { Actor } from '../../accounts/model/actor.ts'
import { can } from '../../accounts/model/can.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import { appendEvent } from '../model/change.ts'
import { longestText } from '../model/details.ts'
import { readEnquiry } from '../model/enquiry.ts'
import { reachedSite } from '../model/reached-site.ts'
import { auditEnquiry } from './acting.ts'

/**
 * Keeps a note for the team with an enquiry; who asked never reads it, and it goes with the enquiry. `gone`: there is no
 * such enquiry for this person. `empty`, `long`: the text is no note.
 */
export async function addSiteNote(
  { records }: PeopleBase,
  actor: Actor,
  { id, text }: { readonly id: string; readonly text: string },
  now: Date,
): Promise<'kept' | 'gone' | 'empty' | 'long'> {
  const note = text.trim()
  if (note === '') return 'empty'
  if (note.length > longestText) return 'long'
  return records.write(async (tx) => {
    const enquiry = await readEnquiry(tx, records.keys, id)
    if (!enquiry || !reachedSite(enquiry) || !can.answer(actor, enquiry)) return 'gone'
    const last = enquiry.events.at(-1)
    // Pressed twice, it is one note.
    const isAgain = last?.kind === 'site-note' && last.accountId === actor.accountId
    if (isAgain && last.text === note) return 'kept'
    const event = {
      actor: 'site',
      accountId: actor.accountId,
      kind: 'site-note',
      text: note,
    } as const
    await appendEvent(tx, enquiry, event, now)
    await auditEnquiry(tx, { actor, now }, enquiry, { action: 'enquiry.team-note' })
    return 'kept'
  })
}
