import { audit } from '../audit/append.ts'
import { type Ask, type AskTakers, keepAsk, takerOf, takeWaitingAsk } from '../asks/asks.ts'
import type { PeopleBase } from '../asks/people-base.ts'
import { eraseEnquiries } from '../records/erase-enquiries.ts'
import type { Keys } from '../records/model/keys.ts'
import type { Tx } from '../records/model/records.ts'
import { consentByHash } from './model/consent.ts'
import { type Enquiry, readEnquiry } from './model/enquiry.ts'
import { askIdOfForm, type EnquiryAsk, formMarkOf, isEnquiryAsk, takeEnquiry } from './send.ts'

/** Another address for what a form asked, typed by who holds that form: it is known to their browser alone. */
export interface ReaddressAsk extends Ask {
  readonly kind: 'enquiry-address'
  /** Of the form, as it was drawn when it was shown. */
  readonly formKey: string
  /** Whether it comes from a network that asks often: then its mail goes after those of others. */
  readonly isFromCrowd?: boolean
}

/** Keeps that a mistyped address is to be another. Nothing of the answer tells whether the form is known, or was confirmed. */
export function readdressEnquiry(
  base: PeopleBase,
  asked: Omit<ReaddressAsk, 'kind'>,
  now: Date,
): Promise<void> {
  return keepAsk<ReaddressAsk>(base, { kind: 'enquiry-address', ...asked }, now)
}

/** Who deals with addresses that were put right. */
export const readdressAskTakers: AskTakers = { 'enquiry-address': takerOf<ReaddressAsk>(readdress) }

/**
 * Asks anew for another address what a form asked, as long as nobody has confirmed it. The first is erased with its link; what
 * left for its address counts on, so that nobody fills a mailbox by putting it right again and again.
 */
async function readdress(tx: Tx, base: PeopleBase, asked: ReaddressAsk, now: Date): Promise<void> {
  const ask = await takenBack(tx, base, asked, now)
  if (ask) await takeEnquiry(tx, base, ask, now)
}

/** What the form asked, with the other address; undefined where it is not there, was confirmed, is over, or has that address. */
async function takenBack(
  tx: Tx,
  base: PeopleBase,
  { formKey, address, isFromCrowd }: ReaddressAsk,
  now: Date,
): Promise<EnquiryAsk | undefined> {
  const { keys } = base.records
  const another = { formKey, address, isReaddressed: true, isFromCrowd: isFromCrowd === true }
  const found = await heldByForm(tx, keys, formKey)
  if (!found) {
    // It was asked a moment ago, and nobody has dealt with it yet.
    const waiting = await takeWaitingAsk(tx, base, askIdOfForm(keys, formKey))
    return waiting && isEnquiryAsk(waiting) ? { ...waiting, ...another } : undefined
  }
  if (found.state !== 'asked' || found.confirmedAt !== null) return undefined
  // Its link says that it is erased, whether or not that was done yet.
  if (found.keepUntil <= now.toISOString()) return undefined
  if (found.person.address() === address.written) return undefined
  const { id, language, study, site, siteLabel, route, keepDays, details } = found
  const consent = await consentByHash(tx, found.consent.hash)
  if (!consent) return undefined
  await eraseEnquiries(tx, [id], { countsOfSentMails: 'stay' })
  const subject = `enquiry/${id}`
  await audit(tx, { at: now, actor: 'person', action: 'enquiry.readdressed', subject })
  const said = { language, study, site, siteLabel, route, keepDays, details, consent }
  return { kind: 'enquiry', ...said, ...another }
}

/** The enquiry of a form, which nobody else confirms or changes until the transaction ends. */
async function heldByForm(tx: Tx, keys: Keys, formKey: string): Promise<Enquiry | undefined> {
  const row = await tx
    .selectFrom('enquiry')
    .select('id')
    .where('form_key', '=', formMarkOf(keys, formKey))
    .executeTakeFirst()
  if (!row) return undefined
  // In the order in which confirming holds them.
  await tx
    .updateTable('enquiry_link')
    .set({ purpose: 'confirm' })
    .where('enquiry_id', '=', row.id)
    .execute()
  return readEnquiry(tx, keys, row.id)
}
