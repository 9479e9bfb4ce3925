import { audit } from '../audit/append.ts'
import type { PeopleBase } from '../asks/people-base.ts'
import { linkHash } from '../asks/signed-link.ts'
import { personColumns, personOf } from '../records/persons.ts'
import type { Records, Tx } from '../records/model/records.ts'
import { heldRolesOf } from './list.ts'
import type { Actor } from './model/actor.ts'
import { openName } from './model/name.ts'

/** How somebody proved who they are. */
export type SignInMethod = 'link' | 'passkey' | 'oidc'

/** A session ends so many days after it began. */
export const sessionDays = 30

/** It ends so many days after it was last used. */
const idleDays = 7

/** The last use is written down when the one known is older than this: most requests write nothing. */
const seenEveryMs = 3_600_000

/**
 * Signs an account in: a session with an id and a cookie of its own, of which only a hash is kept. `before` is the
 * cookie of who was signed in until now in the same browser: that session ends.
 */
export async function startSession(
  tx: Tx,
  base: Pick<PeopleBase, 'newId' | 'newSecret'>,
  started: {
    readonly accountId: string
    readonly method: SignInMethod
    readonly before?: string | undefined
    /** When they proved who they are, where that was not just now. */
    readonly provedAt?: Date
  },
  now: Date,
): Promise<{ readonly cookie: string }> {
  const { accountId, method, before, provedAt = now } = started
  const cookie = Buffer.from(base.newSecret()).toString('base64url')
  const [id, at] = [base.newId(), now.toISOString()]
  if (before !== undefined)
    await tx
      .updateTable('session')
      .set({ ended_at: at })
      .where('hash', '=', linkHash(before))
      .where('ended_at', 'is', null)
      .execute()
  await tx
    .insertInto('session')
    .values({
      hash: linkHash(cookie),
      id,
      account_id: accountId,
      method,
      created_at: at,
      proved_at: provedAt.toISOString(),
      seen_at: at,
      expires_at: daysFrom(now, sessionDays),
      ended_at: null,
    })
    .execute()
  await audit(tx, {
    at: now,
    actor: 'person',
    action: 'session.started',
    subject: `session/${id}`,
    details: { by: `account/${accountId}`, method },
  })
  return { cookie }
}

/** Who holds a cookie; undefined where the session ended, or its account was closed. Reads twice, and roles are those of now. */
export async function actorOf(
  records: Records,
  cookie: string,
  now: Date,
): Promise<Actor | undefined> {
  if (!/^[\w-]{43}$/.test(cookie)) return undefined
  const row = await records.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      ...personColumns,
      'session.id as session_id',
      'session.proved_at',
      'session.seen_at',
      'account.id as account_id',
      'account.name_sealed',
    ])
    .where('session.hash', '=', linkHash(cookie))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now.toISOString())
    .where('session.seen_at', '>', daysFrom(now, -idleDays))
    .where('account.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const roles = await heldRolesOf(records.db, row.account_id)
  if (now.getTime() - Date.parse(row.seen_at) > seenEveryMs)
    await markSeen(records, row.session_id, now)
  const person = personOf(row, records.keys)
  return {
    accountId: row.account_id,
    personId: person.id,
    name: openName(person.key, row.account_id, row.name_sealed),
    language: person.language,
    roles: roles.map(({ role, study, site }) => ({ role, study, site })),
    sessionId: row.session_id,
    provedAt: row.proved_at,
  }
}

async function markSeen(records: Records, sessionId: string, now: Date): Promise<void> {
  await records.writeLightly((tx) =>
    tx
      .updateTable('session')
      .set({ seen_at: now.toISOString() })
      .where('id', '=', sessionId)
      .execute(),
  )
}

/** A session as its owner sees it. */
export interface OpenSession {
  readonly id: string
  readonly method: SignInMethod
  readonly createdAt: string
  readonly seenAt: string
}

/** The sessions of an account that are open, the one that was used last first. */
export async function sessionsOf(
  { db }: Pick<Records, 'db'>,
  accountId: string,
  now: Date,
): Promise<readonly OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'method', 'created_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .where('seen_at', '>', daysFrom(now, -idleDays))
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(({ id, method, created_at, seen_at }) => ({
    id,
    method: method === 'passkey' || method === 'oidc' ? method : 'link',
    createdAt: created_at,
    seenAt: seen_at,
  }))
}

/** Ends one session of an account; false where it was none of its open ones. */
export async function endSession(
  tx: Tx,
  ended: { readonly accountId: string; readonly sessionId: string },
  now: Date,
): Promise<boolean> {
  const { accountId, sessionId } = ended
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ ended_at: now.toISOString() })
    .where('id', '=', sessionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await audit(tx, {
    at: now,
    actor: 'person',
    action: 'session.ended',
    subject: `session/${sessionId}`,
    details: { by: `account/${accountId}` },
  })
  return true
}

function daysFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString()
}
