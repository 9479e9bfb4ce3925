import type { PeopleBase } from '../asks/people-base.ts'
import { linkHash } from '../asks/signed-link.ts'
import type { Reader, Tx } from '../records/model/records.ts'

/** What a mailed link of an account is for; one for something else leads nowhere. */
export type LinkPurpose = 'sign-in' | 'invitation' | 'claim'

/** A link that is to be mailed to a person, and works once. */
export interface LinkToMake {
  readonly personId: string
  readonly purpose: LinkPurpose
  /** What it is for, as JSON takes it: no name and no address. */
  readonly details: object
  readonly minutes: number
}

/** What a link leads to. */
export type AccountLink =
  | { readonly kind: 'open'; readonly personId: string; readonly details: unknown }
  /** It was used before. */
  | { readonly kind: 'done' }
  | { readonly kind: 'expired' }
  /** Never made here, changed, or its person is gone. */
  | { readonly kind: 'unknown' }

/** Makes a link, of which only a hash is kept; the answer is what stands at the end of its address. */
export async function makeAccountLink(
  tx: Tx,
  { newSecret }: Pick<PeopleBase, 'newSecret'>,
  { personId, purpose, details, minutes }: LinkToMake,
  now: Date,
): Promise<string> {
  const link = Buffer.from(newSecret()).toString('base64url')
  await tx
    .insertInto('account_link')
    .values({
      hash: linkHash(link),
      person_id: personId,
      purpose,
      details: JSON.stringify(details),
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + minutes * 60_000).toISOString(),
      used_at: null,
    })
    .execute()
  return link
}

/** Looks, and changes nothing: a scanner that follows the link uses nothing up. */
export async function readAccountLink(
  db: Reader | Tx,
  purpose: LinkPurpose,
  link: string,
  now: Date,
): Promise<AccountLink> {
  if (!/^[\w-]{43}$/.test(link)) return { kind: 'unknown' }
  const row = await db
    .selectFrom('account_link')
    .selectAll()
    .where('hash', '=', linkHash(link))
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  if (row.used_at !== null) return { kind: 'done' }
  if (row.expires_at <= now.toISOString()) return { kind: 'expired' }
  return { kind: 'open', personId: row.person_id, details: JSON.parse(row.details) as unknown }
}

/** The same, and uses it up: of two who press at once, the second finds it used. */
export async function takeAccountLink(
  tx: Tx,
  purpose: LinkPurpose,
  link: string,
  now: Date,
): Promise<AccountLink> {
  const read = await readAccountLink(tx, purpose, link, now)
  if (read.kind !== 'open') return read
  const { numUpdatedRows } = await tx
    .updateTable('account_link')
    .set({ used_at: now.toISOString() })
    .where('hash', '=', linkHash(link))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 0n ? { kind: 'done' } : read
}
