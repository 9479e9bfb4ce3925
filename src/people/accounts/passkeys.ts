import { z } from 'zod'
import { audit } from '../audit/append.ts'
import { hostOf, type PeopleBase } from '../asks/people-base.ts'
import {
  openValue,
  placeOfPasskeyLabel,
  sealedSteps,
  sealValue,
} from '../records/model/sealed-rows.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'
import { type Person, personById } from '../records/persons.ts'
import type { Actor } from './model/actor.ts'
import { keepChallenge, takeChallenge } from './challenges.ts'
import { startSession } from './sessions.ts'

// The library for WebAuthn is large and asked by few: it is read in by the first who uses a passkey.

/** The name under which an authenticator keeps a passkey of ours. */
const rpName = 'Trialway'

/** ES256, RS256 and EdDSA (RFC 9053): what authenticators have. */
const supportedAlgorithmIDs = [-7, -257, -8]

/** A passkey as its owner sees it. */
export interface ListedPasskey {
  readonly id: string
  readonly label: string
  readonly createdAt: string
  readonly usedAt: string | null
}

/** The passkeys of an account, the oldest first. */
export async function passkeysOf(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  { accountId, personId }: Pick<Actor, 'accountId' | 'personId'>,
): Promise<readonly ListedPasskey[]> {
  const person = await personById(db, keys, personId)
  if (!person) return []
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'label_sealed', 'created_at', 'used_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, label_sealed, created_at, used_at }) => ({
    id,
    label: String(openValue(person.key, placeOfPasskeyLabel(id), label_sealed)),
    createdAt: created_at,
    usedAt: used_at,
  }))
}

/** What a browser is asked so that it makes a passkey; what it answers is good once, for five minutes. */
export async function askToRegister(
  base: PeopleBase,
  actor: Pick<Actor, 'accountId' | 'personId' | 'name'>,
  now: Date,
) {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const { db, keys } = base.records
  const person = await personById(db, keys, actor.personId)
  const kept = await db
    .selectFrom('passkey')
    .select('id')
    .where('account_id', '=', actor.accountId)
    .execute()
  const challenge = await keepChallenge(base, 'register', actor.accountId, now)
  return generateRegistrationOptions({
    rpName,
    rpID: hostOf(base),
    userName: person?.address() ?? actor.name,
    userDisplayName: actor.name,
    userID: new Uint8Array(Buffer.from(actor.accountId)),
    challenge,
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: kept,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Keeps the passkey that a browser made; `refused` for what was not asked here, or asked of somebody else. */
export async function registerPasskey(
  base: PeopleBase,
  actor: Pick<Actor, 'accountId' | 'personId'>,
  answered: { readonly response: unknown; readonly label: string },
  now: Date,
): Promise<'added' | 'refused'> {
  const response = registered.safeParse(answered.response).data
  if (!response) return 'refused'
  const { accountId } = actor
  const asked = {
    purpose: 'register',
    accountId,
    clientData: response.response.clientDataJSON,
  } as const
  const challenge = await takeChallenge(base.records, asked, now)
  if (challenge === undefined) return 'refused'
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const verified = await orRefused(
    verifyRegistrationResponse({ response, supportedAlgorithmIDs, ...expected(base, challenge) }),
  )
  if (!verified?.verified) return 'refused'
  const { credential } = verified.registrationInfo
  return base.records.write(async (tx) => {
    const person = await personById(tx, base.records.keys, actor.personId)
    if (!person) return 'refused'
    const label = sealValue(
      person.key,
      placeOfPasskeyLabel(credential.id),
      answered.label,
      sealedSteps.name,
    )
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('passkey')
      .values({
        id: credential.id,
        account_id: accountId,
        public_key: credential.publicKey,
        counter: credential.counter,
        transports: JSON.stringify(response.response.transports ?? []),
        label_sealed: label,
        created_at: now.toISOString(),
        used_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows) return 'refused'
    await note(tx, 'passkey.added', accountId, now)
    return 'added'
  })
}

/** What any browser is asked so that it signs in with a passkey of ours: it says nothing of who has one. */
export async function askToSignIn(base: PeopleBase, now: Date) {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  return generateAuthenticationOptions({
    rpID: hostOf(base),
    challenge: await keepChallenge(base, 'sign-in', null, now),
    userVerification: 'required',
  })
}

/** Signs in who holds a passkey: the cookie of the session. Undefined for what was not asked here, or is not of an account. */
export async function signInByPasskey(
  base: PeopleBase,
  answered: unknown,
  before: string | undefined,
  now: Date,
): Promise<{ readonly cookie: string } | undefined> {
  const response = signed.safeParse(answered).data
  if (!response) return undefined
  const clientData = response.response.clientDataJSON
  const asked = { purpose: 'sign-in', accountId: null, clientData } as const
  const challenge = await takeChallenge(base.records, asked, now)
  const credential = await credentialOf(base.records.db, response.id)
  if (challenge === undefined || !credential) return undefined
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { accountId, ...kept } = credential
  const verified = await orRefused(
    verifyAuthenticationResponse({ response, credential: kept, ...expected(base, challenge) }),
  )
  if (!verified?.verified) return undefined
  const { newCounter } = verified.authenticationInfo
  return base.records.write(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('passkey')
      .set({ counter: newCounter, used_at: now.toISOString() })
      .where('id', '=', kept.id)
      // Of two who answer with the same counter, one has a copy of the passkey.
      .where('counter', '=', kept.counter)
      .executeTakeFirst()
    if (numUpdatedRows === 0n || !(await isOpen(tx, accountId))) return undefined
    return startSession(tx, base, { accountId, method: 'passkey', before }, now)
  })
}

/** Takes a passkey away; false where the account has none of that id. */
export async function removePasskey(
  tx: Tx,
  { accountId, id }: { readonly accountId: string; readonly id: string },
  now: Date,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await note(tx, 'passkey.removed', accountId, now)
  return true
}

async function credentialOf(db: Reader, id: string) {
  const row = await db
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'passkey.account_id')
    .select(['passkey.id', 'account_id', 'public_key', 'counter'])
    .where('passkey.id', '=', id)
    .where('account.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const publicKey = new Uint8Array(row.public_key)
  return { id: row.id, accountId: row.account_id, publicKey, counter: row.counter }
}

async function isOpen(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

function expected(base: PeopleBase, challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: new URL(base.baseUrl).origin,
    expectedRPID: hostOf(base),
    requireUserVerification: true,
  }
}

/** The library throws for every answer that is not as it must be: wrong, of another site, or with a counter that went back. */
async function orRefused<T>(verified: Promise<T>): Promise<T | undefined> {
  try {
    return await verified
  } catch {
    return undefined
  }
}

function note(
  tx: Tx,
  action: 'passkey.added' | 'passkey.removed',
  accountId: Person['id'],
  now: Date,
): Promise<void> {
  const subject = `account/${accountId}`
  return audit(tx, { at: now, actor: 'person', action, subject, details: { by: subject } })
}

const text = z.string().min(1).max(20_000)
const answer = {
  id: z.string().regex(/^[\w-]{16,1400}$/),
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}

/** What a browser answers that made a passkey (`RegistrationResponseJSON`). */
const registered = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(10).exactOptional(),
  }),
})

/** What a browser answers that signs in with one (`AuthenticationResponseJSON`). */
const signed = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z.string().max(200).exactOptional(),
  }),
})
