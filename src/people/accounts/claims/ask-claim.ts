import { audit } from '../../audit/append.ts'
import { type Ask, type AskTakers, takerOf } from '../../asks/asks.ts'
import { confirmHours, hoursBefore } from '../../asks/hours.ts'
import { pageUrl, type PeopleBase } from '../../asks/people-base.ts'
import { queueAskedLetter } from '../../mail/outbox/asked-mail.ts'
import { askedStream } from '../../mail/outbox/streams.ts'
import { findOrMakePerson, type Person } from '../../records/persons.ts'
import type { Tx } from '../../records/model/records.ts'
import { makeAccountLink } from '../account-links.ts'
import { accountMail } from '../account-mail.ts'
import { claimLetter } from './letters.ts'

/** A claim as a visitor asks for it, who may be anybody. */
export interface ClaimAsk extends Ask {
  readonly kind: 'claim'
  readonly language: 'en' | 'fr'
  readonly study: string
  /** The id of a site; null for the study as a whole. */
  readonly site: string | null
  /** As the letter says it: the study's id, and of a site its name and town. */
  readonly label: string
  /** The addresses that the record names for it now, as `MailAddress.key` has them. */
  readonly named: readonly string[]
  /** Whether it comes from a network that asks often: then its mail goes after those of others. */
  readonly isFromCrowd?: boolean
}

/** Who deals with what visitors claim. */
export const claimAskTakers: AskTakers = { claim: takerOf<ClaimAsk>(takeClaim) }

/** Mails a link to the mailbox that the record names, and to no other: nothing is kept of who is not named. */
async function takeClaim(tx: Tx, base: PeopleBase, ask: ClaimAsk, askedAt: Date): Promise<void> {
  const { records, newId } = base
  if (!ask.named.includes(ask.address.key)) return
  const given = { language: ask.language, now: askedAt, newId }
  const person = await findOrMakePerson(tx, records.keys, ask.address, given)
  const claimId = await keepClaim(tx, base, { ask, person }, askedAt)
  const what = `claim ${ask.study} ${ask.site ?? ''}`
  const asked = { address: ask.address, person, what, now: askedAt }
  await queueAskedLetter(tx, records.keys, asked, async () => {
    const minutes = confirmHours * 60
    const link = { personId: person.id, purpose: 'claim', details: { claimId }, minutes } as const
    const url = pageUrl(
      base,
      ask.language,
      `/claims/${await makeAccountLink(tx, base, link, askedAt)}`,
    )
    const letter = claimLetter(ask.language, ask.label, url)
    const mail = { address: ask.address, person, stream: askedStream(ask), letter }
    return accountMail(base, mail, askedAt)
  })
}

/** Who asks again has one claim. */
async function keepClaim(
  tx: Tx,
  { records, newId }: PeopleBase,
  { ask, person }: { readonly ask: ClaimAsk; readonly person: Person },
  askedAt: Date,
): Promise<string> {
  const known = await tx
    .selectFrom('claim')
    .select('id')
    .where('person_id', '=', person.id)
    .where('study', '=', ask.study)
    .where('site', ask.site === null ? 'is' : '=', ask.site)
    .where('state', '=', 'asked')
    .where('asked_at', '>=', hoursBefore(askedAt, confirmHours))
    .executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await tx
    .insertInto('claim')
    .values({
      id,
      person_id: person.id,
      study: ask.study,
      site: ask.site,
      contact_lookup: records.keys.lookupOf(ask.address.key),
      asked_at: askedAt.toISOString(),
      proved_at: null,
      state: 'asked',
      reason: null,
      decided_at: null,
      decided_by: null,
    })
    .execute()
  const after = { study: ask.study, site: ask.site }
  await audit(tx, {
    at: askedAt,
    actor: 'person',
    action: 'claim.asked',
    subject: `claim/${id}`,
    details: { after },
  })
  return id
}
