import { readMailAddress } from '../../records/address.ts'
import type { Person } from '../../records/persons.ts'
import type { Tx } from '../../records/model/records.ts'
import { hostOf, type PeopleBase } from '../../asks/people-base.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import { type MailToQueue, type Queued, queueLetter } from '../../mail/outbox/queue.ts'
import type { Stream } from '../../mail/outbox/streams.ts'

/** A mail about an enquiry, to who asked or to somebody of the site. */
export interface EnquiryMail {
  readonly enquiryId: string
  /** Who gets it. */
  readonly person: Person
  readonly stream: Stream
  /** What of the enquiry it tells, as a text of letters, digits and dots: it tells that to this person once. */
  readonly what: string
  readonly letter: Letter
}

/**
 * Puts a mail about an enquiry into the outbox: told once, and gone with the enquiry. Every mail about an enquiry is queued
 * here. Throws as `queueLetter` does.
 */
export async function queueAboutEnquiry(
  tx: Tx,
  base: PeopleBase,
  mail: EnquiryMail,
  now: Date,
): Promise<Queued> {
  const made = enquiryMail(base, mail, now)
  const queued = await queueLetter(tx, base.records.keys, made)
  if (queued !== 'known') await noteAbout(tx, mail.enquiryId, made.id)
  return queued
}

/** The mail as the outbox takes it. Throws where the person has no address that can be mailed. */
export function enquiryMail(
  base: PeopleBase,
  { enquiryId, person, stream, what, letter }: EnquiryMail,
  now: Date,
): MailToQueue {
  const address = readMailAddress(person.address())
  if (!address) throw new Error('a person has no address that can be mailed')
  return {
    id: base.newId(),
    person,
    domain: address.domain,
    stream,
    messageId: `<enquiry.${what}.${enquiryId}.${person.id}@${hostOf(base)}>`,
    letter,
    now,
  }
}

/** Notes which enquiry a mail in the outbox is about. */
export async function noteAbout(tx: Tx, enquiryId: string, mailId: string): Promise<void> {
  await tx.insertInto('enquiry_mail').values({ mail_id: mailId, enquiry_id: enquiryId }).execute()
}
