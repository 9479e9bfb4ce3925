import { audit } from '../audit/append.ts'
import { queueAskedLetter } from '../mail/outbox/asked-mail.ts'
import type { MailToQueue } from '../mail/outbox/queue.ts'
import { askedStream } from '../mail/outbox/streams.ts'
import type { MailAddress } from '../records/address.ts'
import { findOrMakePerson, type Person } from '../records/persons.ts'
import type { Tx } from '../records/model/records.ts'
import { confirmHours, hoursBefore, later } from '../asks/hours.ts'
import { linkHash } from '../asks/signed-link.ts'
import type { AlertTerms } from './model/alert.ts'
import { alertsOfPerson } from './model/alerts-of.ts'
import { confirmLetter } from './digest/confirm-letter.ts'
import { type PeopleBase, hostOf, pageUrl } from '../asks/people-base.ts'
import { sealTerms, termsText } from './model/terms.ts'

/** An alert as a visitor asks for it, who may or may not own the address. */
export interface AlertRequest {
  readonly address: MailAddress
  readonly language: 'en' | 'fr'
  readonly terms: AlertTerms
  /** Whether it comes from a network that asks often: then its mail goes after those of others. */
  readonly isFromCrowd?: boolean
}

/** Of one address; with more, the oldest go. */
const mostPending = 20

/**
 * Keeps what was asked until the owner of the address confirms it, and asks them by mail, unless their mailbox had
 * enough such mail.
 */
export async function requestAlert(base: PeopleBase, ask: AlertRequest, now: Date): Promise<void> {
  await base.records.write((tx) => takeRequest(tx, base, ask, now))
}

/** The same, within a transaction. */
export async function takeRequest(
  tx: Tx,
  base: PeopleBase,
  ask: AlertRequest,
  now: Date,
): Promise<void> {
  const { records, newId } = base
  const given = { language: ask.language, now, newId }
  const person = await findOrMakePerson(tx, records.keys, ask.address, given)
  if (person.confirmedAt === null) await setLanguage(tx, person, ask)
  await forgetUnconfirmed(tx, person, now)
  await makeRoom(tx, person, ask.terms)
  const id = newId()
  await tx
    .insertInto('subscription')
    .values({
      id,
      person_id: person.id,
      terms_sealed: sealTerms(person, id, ask.terms),
      requested_at: now.toISOString(),
      confirmed_at: null,
      paused_at: null,
    })
    .execute()
  await audit(tx, {
    at: now,
    actor: 'person',
    action: 'subscription.requested',
    subject: `subscription/${id}`,
  })
  const what = `alert ${termsText(ask.terms)}`
  const asked = { address: ask.address, person, what, now }
  await queueAskedLetter(tx, records.keys, asked, () => confirmation(tx, base, ask, person, now))
}

/** Until an owner of the address has confirmed, the last who asked decides in which language to ask. */
async function setLanguage(tx: Tx, person: Person, ask: AlertRequest): Promise<void> {
  await tx
    .updateTable('person')
    .set({ language: ask.language })
    .where('id', '=', person.id)
    .execute()
}

async function forgetUnconfirmed(tx: Tx, person: Person, now: Date): Promise<void> {
  await tx
    .deleteFrom('subscription')
    .where('person_id', '=', person.id)
    .where('confirmed_at', 'is', null)
    .where('requested_at', '<', hoursBefore(now, confirmHours))
    .execute()
}

/** What was asked before and is asked again is kept once, and the newest of all that was asked is kept. */
async function makeRoom(tx: Tx, person: Person, terms: AlertTerms): Promise<void> {
  const pending = (await alertsOfPerson(tx, person)).filter(
    ({ confirmedAt }) => confirmedAt === null,
  )
  const text = termsText(terms)
  const others = pending.filter((alert) => termsText(alert) !== text)
  const kept = others.slice(-(mostPending - 1))
  const gone = pending.filter((alert) => !kept.includes(alert)).map(({ id }) => id)
  if (gone.length === 0) return
  await tx
    .deleteFrom('subscription')
    .where('person_id', '=', person.id)
    .where('id', 'in', gone)
    .execute()
}

async function confirmation(
  tx: Tx,
  base: PeopleBase,
  ask: AlertRequest,
  person: Person,
  now: Date,
): Promise<MailToQueue> {
  const link = Buffer.from(base.newSecret()).toString('base64url')
  await tx
    .insertInto('request_link')
    .values({
      hash: linkHash(link),
      person_id: person.id,
      purpose: 'confirm',
      created_at: now.toISOString(),
      expires_at: later(now, confirmHours).toISOString(),
      used_at: null,
    })
    .execute()
  const id = base.newId()
  const language = person.confirmedAt === null ? ask.language : person.language
  return {
    id,
    person,
    domain: ask.address.domain,
    stream: askedStream(ask),
    messageId: `<alert.${id}@${hostOf(base)}>`,
    letter: confirmLetter(language, pageUrl(base, language, `/alerts/confirm/${link}`)),
    now,
  }
}
