import { linkHash } from '../asks/signed-link.ts'
import type { Keys } from '../records/model/keys.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'
import { type Enquiry, readEnquiry } from './model/enquiry.ts'
import type { EnquiryBase } from './model/enquiry-base.ts'
import { noteConfirmed } from './note-confirmed.ts'
import { type Sending, sendToSite } from './send-to-site.ts'

/** What a confirming link leads to. */
export type EnquiryByLink =
  | {
      readonly kind: 'open'
      readonly enquiry: Enquiry
      /** What else was asked for the same address and waits to be confirmed: it may be confirmed with it. */
      readonly others: readonly Enquiry[]
    }
  /** It was used before. */
  | { readonly kind: 'done'; readonly enquiry: Enquiry }
  | { readonly kind: 'expired' }
  /** Never made here, changed, or what it is about was withdrawn or is forgotten. */
  | { readonly kind: 'unknown' }

/** Looks, and changes nothing: a scanner that follows the link confirms nothing. */
export function readEnquiryByLink(
  records: Records,
  link: string,
  now: Date,
): Promise<EnquiryByLink> {
  return byLink(records.db, records, link, now)
}

/** What confirming came to. */
export type ConfirmedEnquiry = Sending | Exclude<EnquiryByLink, { readonly kind: 'open' }>

/**
 * The owner of the address confirms what they ask, and it goes to the site: on its desk, or by its contact in the registry.
 * `also` are ids of others that the page showed and that they chose. All of it is one transaction; who presses twice sends
 * once. Throws what records and catalogue throw, and then nothing is sent.
 */
export async function confirmEnquiry(
  base: EnquiryBase,
  link: string,
  now: Date,
  also: readonly string[] = [],
): Promise<ConfirmedEnquiry> {
  return base.records.write(async (tx) => {
    await holdLink(tx, link)
    const found = await byLink(tx, base.records, link, now)
    if (found.kind !== 'open') return found
    const { enquiry, others } = found
    for (const other of others.filter(({ id }) => also.includes(id)))
      await confirmOne(tx, base, other, now)
    return confirmOne(tx, base, enquiry, now)
  })
}

async function confirmOne(tx: Tx, base: EnquiryBase, asked: Enquiry, now: Date): Promise<Sending> {
  return sendToSite(tx, base, await noteConfirmed(tx, asked, now), now)
}

async function byLink(
  db: Reader | Tx,
  { keys }: Records,
  link: string,
  now: Date,
): Promise<EnquiryByLink> {
  const row = await db
    .selectFrom('enquiry_link')
    .selectAll()
    .where('hash', '=', linkHash(link))
    .executeTakeFirst()
  const enquiry = row && (await readEnquiry(db, keys, row.enquiry_id))
  if (!row || !enquiry) return { kind: 'unknown' }
  if (enquiry.state !== 'asked' || enquiry.confirmedAt !== null) return { kind: 'done', enquiry }
  if (row.expires_at <= now.toISOString()) return { kind: 'expired' }
  return { kind: 'open', enquiry, others: await othersOf(db, keys, enquiry, now) }
}

/** What else waits for the same person, the oldest first. */
async function othersOf(
  db: Reader | Tx,
  keys: Keys,
  { id, person }: Enquiry,
  now: Date,
): Promise<Enquiry[]> {
  const rows = await db
    .selectFrom('enquiry')
    .select('id')
    .where('person_id', '=', person.id)
    .where('id', '!=', id)
    .where('state', '=', 'asked')
    .where('confirmed_at', 'is', null)
    .where('keep_until', '>', now.toISOString())
    .orderBy('asked_at')
    .execute()
  const others: Enquiry[] = []
  for (const row of rows) {
    const other = await readEnquiry(db, keys, row.id)
    if (other) others.push(other)
  }
  return others
}

/** Who presses twice waits here for the first press, and finds the link used. */
async function holdLink(tx: Tx, link: string): Promise<void> {
  await tx
    .updateTable('enquiry_link')
    .set({ purpose: 'confirm' })
    .where('hash', '=', linkHash(link))
    .execute()
}
