import { countryCode } from '../../finder/places/countries.ts'
import { hostOf, pageUrl } from '../asks/people-base.ts'
import { audit } from '../audit/append.ts'
import { streams } from '../mail/outbox/streams.ts'
import type { Tx } from '../records/model/records.ts'
import { findOrMakePerson } from '../records/persons.ts'
import { type NotAsked, siteAskedNow } from './asked-site.ts'
import { introductionLetter } from './letters/introduction-letter.ts'
import { appendEvent, changeHeld } from './model/change.ts'
import type { Enquiry } from './model/enquiry.ts'
import type { EnquiryBase } from './model/enquiry-base.ts'
import { queueAboutEnquiry } from './model/mails.ts'
import { openDeadlines } from './promise/deadlines.ts'
import { tellSite } from './promise/remind.ts'
import { type Introduced, wayToSite, type WayToSite } from './routing.ts'

/** Why nothing was sent to a site. `no-way`: nobody of it is here, and it cannot be written to. */
export interface Unsent {
  readonly reason: NotAsked['reason'] | 'no-way'
  /** The id that the study has now, where it moved. */
  readonly movedTo?: string
}

/** What sending came to. `closed`: the site cannot be asked any more, nothing went to it, and who asked is told. */
export type Sending =
  | { readonly kind: 'sent'; readonly enquiry: Enquiry }
  | { readonly kind: 'closed'; readonly enquiry: Enquiry; readonly why: Unsent }

/** How a site can be asked now; else why it cannot. Throws where the record of the study is damaged. */
export async function wayNow(
  tx: Tx,
  base: EnquiryBase,
  at: { readonly study: string; readonly site: string },
): Promise<Exclude<WayToSite, { readonly kind: 'none' }> | ({ readonly kind: 'closed' } & Unsent)> {
  const found = siteAskedNow(base.catalogue, at)
  if (found.kind === 'closed') return found
  const place = { protocol: found.protocol, site: at.site }
  const way = await wayToSite(tx, base.records.keys, place, base)
  return way.kind === 'none' ? { kind: 'closed', reason: 'no-way' } : way
}

/**
 * Sends what was confirmed: on the desk of the site, or by a letter to its contact in the registry. Where the site cannot be
 * asked any more, nothing is sent and the enquiry is closed.
 */
export async function sendToSite(
  tx: Tx,
  base: EnquiryBase,
  enquiry: Enquiry,
  now: Date,
): Promise<Sending> {
  const way = await wayNow(tx, base, enquiry)
  if (way.kind === 'closed') return close(tx, enquiry, way, now)
  const sent = await changeHeld(tx, enquiry, { state: 'sent', route: way.kind }, now)
  const event = { actor: 'system', kind: 'sent', details: { route: way.kind } } as const
  const planned = await openDeadlines(tx, await appendEvent(tx, sent, event, now), now)
  await audit(tx, {
    at: now,
    actor: 'system',
    action: 'enquiry.sent',
    subject: `enquiry/${enquiry.id}`,
    details: { route: way.kind },
  })
  if (way.kind === 'desk') await tellSite(tx, base, planned, { kind: 'new', now })
  else await introduce(tx, base, { enquiry: planned, ...way }, now)
  return { kind: 'sent', enquiry: planned }
}

async function close(
  tx: Tx,
  enquiry: Enquiry,
  { reason, movedTo }: Unsent,
  now: Date,
): Promise<Sending> {
  const closed = await changeHeld(tx, enquiry, { state: 'closed' }, now)
  const details = { reason, ...(movedTo !== undefined && { study: movedTo }) }
  const event = { actor: 'system', kind: 'closed', details } as const
  const after = await openDeadlines(tx, await appendEvent(tx, closed, event, now), now)
  await audit(tx, {
    at: now,
    actor: 'system',
    action: 'enquiry.closed',
    subject: `enquiry/${enquiry.id}`,
    details: { why: reason },
  })
  const why = { reason, ...(movedTo !== undefined && { movedTo }) }
  return { kind: 'closed', enquiry: after, why }
}

/** So many letters one contact gets in a day: who claims the listing finds all that was asked. */
const mostIntroductions = 5

/** Writes to the contact that the registry names: they become a person without an account. */
async function introduce(
  tx: Tx,
  base: EnquiryBase,
  { enquiry, contact, claims }: { readonly enquiry: Enquiry } & Introduced,
  now: Date,
): Promise<void> {
  const { study, site, siteLabel, caseNumber } = enquiry
  const language = countryCode(siteLabel.country ?? '') === 'FR' ? 'fr' : 'en'
  const given = { language, now, newId: base.newId } as const
  const person = await findOrMakePerson(tx, base.records.keys, contact, given)
  if (await hadEnough(tx, person.id, now)) return
  const claim = `/claims/new?study=${study}${claims === 'site' ? `&site=${site}` : ''}`
  const facts = {
    language: person.language,
    caseNumber,
    site: siteLabel,
    url: pageUrl(base, person.language, claim),
  }
  const { operatorMail } = base
  const stop = operatorMail === undefined ? { origin: hostOf(base) } : { mail: operatorMail }
  const letter = introductionLetter(facts, stop)
  const mail = { enquiryId: enquiry.id, person, stream: streams.introduction, letter }
  await queueAboutEnquiry(tx, base, { ...mail, what: 'introduction' }, now)
}

async function hadEnough(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const mails = await tx
    .selectFrom('mail')
    .select('id')
    .where('person_id', '=', personId)
    .where('stream', '=', streams.introduction.name)
    .where('created_at', '>', new Date(now.getTime() - 86_400_000).toISOString())
    .limit(mostIntroductions)
    .execute()
  return mails.length >= mostIntroductions
}
