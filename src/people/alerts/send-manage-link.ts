import { audit } from '../audit/append.ts'
import { queueAskedLetter } from '../mail/outbox/asked-mail.ts'
import { askedStream } from '../mail/outbox/streams.ts'
import type { MailAddress } from '../records/address.ts'
import { findPerson } from '../records/persons.ts'
import type { Tx } from '../records/model/records.ts'
import { manageLetter } from './digest/confirm-letter.ts'
import { type PeopleBase, hostOf, pageUrl } from '../asks/people-base.ts'
import { manageLink } from './model/links.ts'

/** The way to one's own alerts as a visitor asks for it, who may or may not own the address. */
export interface LinkRequest {
  readonly address: MailAddress
  /** The day it is asked on, `yyyy-MM-dd`. */
  readonly today: string
  /** Whether it comes from a network that asks often: then its mail goes after those of others. */
  readonly isFromCrowd?: boolean
}

/** Mails the way to their alerts to who has some, within a transaction: once a day, unless their mailbox had enough mail. */
export async function takeLinkRequest(
  tx: Tx,
  base: PeopleBase,
  { address, today, isFromCrowd }: LinkRequest,
  now: Date,
): Promise<void> {
  const { keys } = base.records
  const person = await findPerson(tx, keys, address)
  await audit(tx, { at: now, actor: 'person', action: 'link.asked', subject: 'alerts' })
  if (!person || person.confirmedAt === null) return
  const link = pageUrl(base, person.language, `/alerts/${manageLink(keys, person.id, today)}`)
  await queueAskedLetter(tx, keys, { address, person, what: 'link', now }, async () => ({
    id: base.newId(),
    person,
    domain: address.domain,
    stream: askedStream({ isFromCrowd }),
    messageId: `<manage.${today}.${person.id}@${hostOf(base)}>`,
    letter: manageLetter(person.language, link),
    now,
  }))
}
