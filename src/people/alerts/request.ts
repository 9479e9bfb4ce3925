import { createHash } from 'node:crypto'
import { audit } from '../audit/append.ts'
import { queueLetter } from '../mail/outbox/queue.ts'
import { streams } from '../mail/outbox/streams.ts'
import type { MailAddress } from '../records/address.ts'
import { findOrMakePerson, type Person } from '../records/persons.ts'
import type { Tx } from '../records/model/records.ts'
import { type AlertTerms, termsColumns } from './model/alert.ts'
import { confirmLetter } from './digest/confirm-letter.ts'
import { type AlertsBase, hostOf, pageUrl } from './model/links-base.ts'
import { keepSearch } from './keep-search.ts'

/** An alert as a visitor asks for it, who may or may not own the address. */
export interface AlertRequest {
  readonly address: MailAddress
  readonly language: 'en' | 'fr'
  readonly terms: AlertTerms
}

/** What was asked for and not confirmed is forgotten after this many hours. */
export const confirmHours = 48
/** Of one address; more are not kept. */
const mostPending = 10
/** Until the first is answered, an address gets one question in this many hours, however many ask. */
const askAgainHours = 24

/**
 * Keeps what was asked until the owner of the address confirms it, and asks them by mail. The caller
 * learns nothing of whether the address was known, suppressed or asked too often.
 */
export async function requestAlert(base: AlertsBase, ask: AlertRequest, now: Date): Promise<void> {
  const { records, newId } = base
  await records.write(async (tx) => {
    const given = { language: ask.language, now, newId }
    const person = await findOrMakePerson(tx, records.keys, ask.address, given)
    if (person.confirmedAt === null) await setLanguage(tx, person, ask)
    await forgetUnconfirmed(tx, person, now)
    if (await isFull(tx, person)) return
    const id = newId()
    await tx
      .insertInto('subscription')
      .values({
        id,
        person_id: person.id,
        saved_search_id: await keepSearch(tx, ask.terms.search, newId),
        ...termsColumns(ask.terms),
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
    if (!(await wasAsked(tx, person, now))) await queueConfirmation(tx, base, ask, person, now)
  })
}

/** The hash by which a confirming link is found: the link itself is kept nowhere. */
export function linkHash(link: string): string {
  return createHash('sha256').update(link).digest('base64url')
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

async function isFull(tx: Tx, person: Person): Promise<boolean> {
  const pending = await tx
    .selectFrom('subscription')
    .select('id')
    .where('person_id', '=', person.id)
    .where('confirmed_at', 'is', null)
    .limit(mostPending)
    .execute()
  return pending.length >= mostPending
}

/** A link that was used was answered: then the next request is asked about at once. */
async function wasAsked(tx: Tx, person: Person, now: Date): Promise<boolean> {
  const asked = await tx
    .selectFrom('request_link')
    .select('hash')
    .where('person_id', '=', person.id)
    .where('used_at', 'is', null)
    .where('created_at', '>', hoursBefore(now, askAgainHours))
    .limit(1)
    .execute()
  return asked.length > 0
}

async function queueConfirmation(
  tx: Tx,
  base: AlertsBase,
  ask: AlertRequest,
  person: Person,
  now: Date,
): Promise<void> {
  const link = Buffer.from(base.newSecret()).toString('base64url')
  await tx
    .insertInto('request_link')
    .values({
      hash: linkHash(link),
      person_id: person.id,
      purpose: 'confirm',
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + confirmHours * 3_600_000).toISOString(),
      used_at: null,
    })
    .execute()
  const id = base.newId()
  const language = person.confirmedAt === null ? ask.language : person.language
  await queueLetter(tx, base.records.keys, {
    id,
    person,
    domain: ask.address.domain,
    stream: streams.confirmation,
    messageId: `<${id}@${hostOf(base)}>`,
    letter: confirmLetter(language, pageUrl(base, language, `/alerts/confirm/${link}`)),
    now,
  })
}

/** The moment so many hours before, as ISO in UTC. */
export function hoursBefore(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString()
}
