import { audit } from '../audit/append.ts'
import { type Ask, type AskTakers, keepAskOnce, takerOf } from '../asks/asks.ts'
import { confirmHours, later } from '../asks/hours.ts'
import { type PeopleBase, pageUrl } from '../asks/people-base.ts'
import { uuidOf } from '../../base/uuid.ts'
import { linkHash } from '../asks/signed-link.ts'
import { queueAskedLetter } from '../mail/outbox/asked-mail.ts'
import { askedStream } from '../mail/outbox/streams.ts'
import { eraseEnquiries } from '../records/erase-enquiries.ts'
import type { Keys } from '../records/model/keys.ts'
import type { Tx } from '../records/model/records.ts'
import { findOrMakePerson, type Person } from '../records/persons.ts'
import { confirmEnquiryLetter } from './letters/confirm-enquiry-letter.ts'
import { type Consent, consentHash } from './model/consent.ts'
import { areDetails, type EnquiryDetails } from './model/details.ts'
import type { EnquiryRoute, SiteLabel } from './model/enquiry.ts'
import { enquiryMail, noteAbout } from './model/mails.ts'
import { insertEnquiry } from './model/new-enquiry.ts'

/** What a visitor asks a site, who may or may not own the address. */
export interface EnquiryAsk extends Ask {
  readonly kind: 'enquiry'
  readonly language: 'en' | 'fr'
  /** An NCT id. */
  readonly study: string
  /** `siteId` of the site. */
  readonly site: string
  readonly siteLabel: SiteLabel
  readonly route: EnquiryRoute
  /** Drawn for each form that is shown: the same form is one enquiry. */
  readonly formKey: string
  /** How many days after the last word of a person it is kept, as the form says. */
  readonly keepDays: number
  readonly consent: Consent
  readonly details: EnquiryDetails
  /** Whether it comes from a network that asks often: then its mail goes after those of others. */
  readonly isFromCrowd?: boolean
  /** Its address was put right: the mail to the one before does not stand for this one. */
  readonly isReaddressed?: boolean
}

/** `kept`: it is dealt with a moment later. `known`: the same form was sent before. `other`: it was, with something else in it. */
export type Sent = 'kept' | 'known' | 'other'

/**
 * Keeps what was asked; nothing of the answer or of the time it takes depends on whose address it is. The same form with the
 * same in it is one enquiry, however often it is sent. Throws for details that cannot be kept, and what the records throw.
 */
export async function sendEnquiry(
  base: PeopleBase,
  asked: Omit<EnquiryAsk, 'kind'>,
  now: Date,
): Promise<Sent> {
  if (!areDetails(asked.details)) throw new Error('what is asked of a site cannot be kept')
  const { keys } = base.records
  const ask: EnquiryAsk = { kind: 'enquiry', ...asked }
  const { key, hash } = marksOf(keys, ask)
  return base.records.write(async (tx) => {
    const taken = await tx
      .selectFrom('enquiry')
      .select('form_hash')
      .where('form_key', '=', key)
      .executeTakeFirst()
    if (taken) return taken.form_hash === hash ? 'known' : 'other'
    const waiting = await keepAskOnce(tx, base, { id: askIdOfForm(keys, ask.formKey), ask, now })
    if (!waiting) return 'kept'
    return isEnquiryAsk(waiting) && marksOf(keys, waiting).hash === hash ? 'known' : 'other'
  })
}

/** Whether what waits was asked of a site. */
export function isEnquiryAsk(ask: Ask): ask is EnquiryAsk {
  return ask.kind === 'enquiry'
}

/** By which the form of an enquiry is known again, by who brings it. */
export function formMarkOf(keys: Keys, formKey: string): string {
  return keys.countKeyOf(`enquiry form ${formKey}`)
}

/** Under which what a form asks waits to be dealt with. */
export function askIdOfForm(keys: Keys, formKey: string): string {
  return uuidOf(Buffer.from(formMarkOf(keys, formKey), 'base64url'))
}

/** Who deals with what is asked of sites. */
export const enquiryAskTakers: AskTakers = { enquiry: takerOf<EnquiryAsk>(takeEnquiry) }

/** Of one address, confirmed by nobody; with more, the oldest go. */
const mostPending = 20

/** Keeps an enquiry until the owner of the address confirms it, and asks them by mail, unless their mailbox had enough such mail. */
export async function takeEnquiry(
  tx: Tx,
  base: PeopleBase,
  ask: EnquiryAsk,
  now: Date,
): Promise<void> {
  const { keys } = base.records
  const given = { language: ask.language, now, newId: base.newId }
  const person = await findOrMakePerson(tx, keys, ask.address, given)
  const { key, hash } = marksOf(keys, ask)
  if (await isKnown(tx, { person, key, hash })) return
  if (person.confirmedAt === null) await setLanguage(tx, person, ask)
  await makeRoom(tx, person)
  const { id } = await insertEnquiry(
    tx,
    base,
    { ...ask, person, formKey: key, formHash: hash },
    now,
  )
  await audit(tx, { at: now, actor: 'person', action: 'enquiry.asked', subject: `enquiry/${id}` })
  const what = `enquiry ${hash}${ask.isReaddressed === true ? ` ${id}` : ''}`
  const about = { address: ask.address, person, what, now }
  let mailId: string | undefined
  const queued = await queueAskedLetter(tx, keys, about, async () => {
    const mail = await confirmation(tx, base, { ask, person, enquiryId: id }, now)
    mailId = mail.id
    return mail
  })
  if (mailId !== undefined && queued !== 'known') await noteAbout(tx, id, mailId)
}

/** By which a form is known again, and what was typed into it: the same hash for the same, readable by nobody. */
function marksOf(keys: Keys, ask: EnquiryAsk): { readonly key: string; readonly hash: string } {
  const { address, language, study, site, consent, details, formKey } = ask
  const typed = [address.key, language, study, site, consentHash(consent), details]
  return {
    key: formMarkOf(keys, formKey),
    hash: keys.countKeyOf(`enquiry typed ${JSON.stringify(typed)}`),
  }
}

/** It was taken before, or the same waits to be confirmed. */
async function isKnown(
  tx: Tx,
  { person, key, hash }: { readonly person: Person; readonly key: string; readonly hash: string },
): Promise<boolean> {
  const known = await tx
    .selectFrom('enquiry')
    .select('id')
    .where((where) =>
      where.or([
        where('form_key', '=', key),
        where.and({ person_id: person.id, form_hash: hash, state: 'asked' }),
      ]),
    )
    .executeTakeFirst()
  return known !== undefined
}

/** Until an owner of the address has confirmed, the last who asked decides in which language to write to them. */
async function setLanguage(tx: Tx, { id }: Person, { language }: EnquiryAsk): Promise<void> {
  await tx.updateTable('person').set({ language }).where('id', '=', id).execute()
}

async function makeRoom(tx: Tx, person: Person): Promise<void> {
  const pending = await tx
    .selectFrom('enquiry')
    .select('id')
    .where('person_id', '=', person.id)
    .where('state', '=', 'asked')
    .where('confirmed_at', 'is', null)
    .orderBy('asked_at', 'desc')
    .offset(mostPending - 1)
    .limit(mostPending)
    .execute()
  await eraseEnquiries(
    tx,
    pending.map(({ id }) => id),
  )
}

async function confirmation(
  tx: Tx,
  base: PeopleBase,
  {
    ask,
    person,
    enquiryId,
  }: { readonly ask: EnquiryAsk; readonly person: Person; readonly enquiryId: string },
  now: Date,
) {
  const link = Buffer.from(base.newSecret()).toString('base64url')
  await tx
    .insertInto('enquiry_link')
    .values({
      hash: linkHash(link),
      enquiry_id: enquiryId,
      purpose: 'confirm',
      created_at: now.toISOString(),
      expires_at: later(now, confirmHours).toISOString(),
      used_at: null,
    })
    .execute()
  const stream = askedStream(ask)
  const url = pageUrl(base, ask.language, `/enquiries/confirm/${link}`)
  const letter = confirmEnquiryLetter(ask.language, url)
  return enquiryMail(base, { enquiryId, person, stream, what: 'confirm', letter }, now)
}
