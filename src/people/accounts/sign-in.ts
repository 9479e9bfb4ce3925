import { audit } from '../audit/append.ts'
import { type Ask, type AskTakers, takerOf } from '../asks/asks.ts'
import { pageUrl, type PeopleBase } from '../asks/people-base.ts'
import { queueAskedLetter } from '../mail/outbox/asked-mail.ts'
import { askedStream } from '../mail/outbox/streams.ts'
import { findPerson, type Person, personById } from '../records/persons.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'
import {
  type AccountLink,
  makeAccountLink,
  readAccountLink,
  takeAccountLink,
} from './account-links.ts'
import { accountMail } from './account-mail.ts'
import { signInLetter } from './letters.ts'
import { openName } from './model/name.ts'
import { startSession } from './sessions.ts'

/** A link to sign in as a visitor asks for it, who may or may not own the address, and whose address may have no account. */
export interface SignInAsk extends Ask {
  readonly kind: 'sign-in'
  /** One of our own paths, to go on to. */
  readonly path?: string
  /** Whether it comes from a network that asks often: then its mail goes after those of others. */
  readonly isFromCrowd?: boolean
}

/** Who deals with what visitors ask to sign in. */
export const signInAskTakers: AskTakers = { 'sign-in': takerOf<SignInAsk>(takeSignIn) }

/** Until a link to sign in runs out. */
export const signInMinutes = 20

/** Mails a link to who has an account; to nobody else, whatever is asked. */
async function takeSignIn(tx: Tx, base: PeopleBase, ask: SignInAsk, askedAt: Date): Promise<void> {
  const { keys } = base.records
  const person = await findPerson(tx, keys, ask.address)
  await audit(tx, { at: askedAt, actor: 'person', action: 'sign-in.asked', subject: 'accounts' })
  const account = person && (await openAccountOf(tx, person))
  if (!person || !account) return
  const { address } = ask
  const asked = { address, person, what: `sign-in ${base.newId()}`, isSignIn: true, now: askedAt }
  await queueAskedLetter(tx, keys, asked, async () => {
    const stream = askedStream(ask)
    const url = await signInUrl(tx, base, { person, path: ask.path }, askedAt)
    const letter = signInLetter(person.language, url)
    return accountMail(base, { address, person, stream, letter }, askedAt)
  })
}

/** The address that signs a person in, once and within 20 minutes, and then leads to a path of ours. */
export async function signInUrl(
  tx: Tx,
  base: PeopleBase,
  {
    person,
    path,
  }: { readonly person: Pick<Person, 'id' | 'language'>; readonly path?: string | undefined },
  now: Date,
): Promise<string> {
  const link = await makeAccountLink(
    tx,
    base,
    {
      personId: person.id,
      purpose: 'sign-in',
      details: { ...(path !== undefined && { path }) },
      minutes: signInMinutes,
    },
    now,
  )
  return pageUrl(base, person.language, `/sign-in/${link}`)
}

/** What a link to sign in leads to; `unknown` also where the account was closed. */
export type SignInByLink =
  | { readonly kind: 'open'; readonly name: string }
  | Exclude<AccountLink, { readonly kind: 'open' }>

/** Looks, and signs nobody in: scanners of mail follow links. */
export async function readSignInLink(
  { db, keys }: Records,
  link: string,
  now: Date,
): Promise<SignInByLink> {
  const read = await readAccountLink(db, 'sign-in', link, now)
  if (read.kind !== 'open') return read
  const person = await personById(db, keys, read.personId)
  const account = person && (await openAccountOf(db, person))
  return account ? { kind: 'open', name: account.name } : { kind: 'unknown' }
}

/** Who signed in just now, and where they wanted to go. */
export interface SignedInByLink {
  readonly kind: 'signed-in'
  readonly cookie: string
  readonly path?: string
}

/** Signs in the owner of the mailbox that the link came to; all their other links to sign in are used up with it. */
export async function signInByLink(
  base: PeopleBase,
  link: string,
  before: string | undefined,
  now: Date,
): Promise<SignedInByLink | SignInByLink> {
  const { records } = base
  return records.write(async (tx) => {
    const read = await takeAccountLink(tx, 'sign-in', link, now)
    if (read.kind !== 'open') return read
    const person = await personById(tx, records.keys, read.personId)
    const account = person && (await openAccountOf(tx, person))
    if (!person || !account) return { kind: 'unknown' }
    await useOtherLinks(tx, person, now)
    await markConfirmed(tx, person, now)
    const started = { accountId: account.id, method: 'link', before } as const
    const { cookie } = await startSession(tx, base, started, now)
    const path = pathOf(read.details)
    return { kind: 'signed-in', cookie, ...(path !== undefined && { path }) }
  })
}

function pathOf(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('path' in details)) return undefined
  return typeof details.path === 'string' ? details.path : undefined
}

/** The account of a person that can be signed in to. */
export async function openAccountOf(
  db: Reader | Tx,
  person: Pick<Person, 'id' | 'key'>,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name_sealed'])
    .where('person_id', '=', person.id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, name: openName(person.key, row.id, row.name_sealed) }
}

async function useOtherLinks(tx: Tx, person: Person, now: Date): Promise<void> {
  await tx
    .updateTable('account_link')
    .set({ used_at: now.toISOString() })
    .where('person_id', '=', person.id)
    .where('purpose', '=', 'sign-in')
    .where('used_at', 'is', null)
    .execute()
}

/** Who follows a mailed link has shown that the address is theirs. */
export async function markConfirmed(tx: Tx, person: Person, now: Date): Promise<void> {
  if (person.confirmedAt !== null) return
  await tx
    .updateTable('person')
    .set({ confirmed_at: now.toISOString() })
    .where('id', '=', person.id)
    .execute()
}
