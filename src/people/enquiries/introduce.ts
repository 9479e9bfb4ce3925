import { countryCode } from '../../finder/places/countries.ts'
import { hoursBefore, later } from '../asks/hours.ts'
import { hostOf, pageUrl } from '../asks/people-base.ts'
import { streams } from '../mail/outbox/streams.ts'
import type { MailAddress } from '../records/address.ts'
import type { Tx } from '../records/model/records.ts'
import { findOrMakePerson } from '../records/persons.ts'
import { introductionLetter } from './letters/introduction-letter.ts'
import type { Enquiry } from './model/enquiry.ts'
import type { EnquiryBase } from './model/enquiry-base.ts'
import { queueAboutEnquiry } from './model/mails.ts'
import type { Introduced } from './routing.ts'

/** Writes to the contact that the registry names: they become a person without an account. */
export async function introduce(
  tx: Tx,
  base: EnquiryBase,
  { enquiry, contact, claims }: { readonly enquiry: Enquiry } & Introduced,
  now: Date,
): Promise<void> {
  const { study, site, siteLabel, caseNumber } = enquiry
  const language = countryCode(siteLabel.country ?? '') === 'FR' ? 'fr' : 'en'
  const given = { language, now, newId: base.newId } as const
  const person = await findOrMakePerson(tx, base.records.keys, contact, given)
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

/** So many letters one contact gets in a day: who claims the listing finds all that was asked. */
const mostIntroductions = 5

/** From when on a contact may be written to again: now, or a day after the first of the last five letters. */
export async function nextIntroduction(
  tx: Tx,
  { records }: Pick<EnquiryBase, 'records'>,
  contact: MailAddress,
  now: Date,
): Promise<Date> {
  const mails = await tx
    .selectFrom('mail')
    .innerJoin('person', 'person.id', 'mail.person_id')
    .select('mail.created_at')
    .where('person.lookup', '=', records.keys.lookupOf(contact.key))
    .where('mail.stream', '=', streams.introduction.name)
    .where('mail.created_at', '>', hoursBefore(now, 24))
    .orderBy('mail.created_at', 'desc')
    .limit(mostIntroductions)
    .execute()
  const first = mails[mostIntroductions - 1]
  if (!first) return now
  // By a clock that was ahead and has been set right it counts as if it was written now.
  return later(new Date(Math.min(Date.parse(first.created_at), now.getTime())), 24)
}
