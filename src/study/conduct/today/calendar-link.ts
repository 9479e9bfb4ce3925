import { hash } from 'node:crypto'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import { heldRolesOf } from '../../../people/accounts/list.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { audit } from '../../../people/audit/append.ts'
import type { Reader, Records, Tx } from '../../../people/records/model/records.ts'

/** Whose calendar an address is of: what they may see is asked anew each time. */
export interface CalendarOwner {
  readonly roles: Actor['roles']
  readonly language: 'en' | 'fr'
  /** ISO in UTC. */
  readonly madeAt: string
}

/** Makes the secret address of somebody's calendar, of which only a hash is kept; one that they had ends. Answers the secret. */
export function makeCalendarLink(
  { records, newSecret }: PeopleBase,
  { accountId }: Pick<Actor, 'accountId'>,
  language: 'en' | 'fr',
  now: Date,
): Promise<string> {
  return records.write(async (tx) => {
    await endOpenLinks(tx, accountId, now)
    const secret = Buffer.from(newSecret()).toString('base64url')
    await tx
      .insertInto('calendar_link')
      .values({
        hash: hashOfSecret(secret),
        account_id: accountId,
        language,
        made_at: now.toISOString(),
        ended_at: null,
      })
      .execute()
    await auditLink(tx, 'calendar.made', accountId, now)
    return secret
  })
}

/** Ends the address of somebody's calendar, if they have one. */
export async function endCalendarLink(
  { records }: Pick<PeopleBase, 'records'>,
  { accountId }: Pick<Actor, 'accountId'>,
  now: Date,
): Promise<void> {
  await records.write(async (tx) => {
    if (await endOpenLinks(tx, accountId, now))
      await auditLink(tx, 'calendar.ended', accountId, now)
  })
}

/** When the address that somebody has was made; undefined where they have none. */
export async function calendarLinkOf(
  db: Reader,
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('calendar_link')
    .select('made_at')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.made_at
}

/** Whose calendar an address is of; undefined where it is none, was ended, or its owner's account was closed. */
export async function calendarOwner(
  { db }: Pick<Records, 'db'>,
  secret: string,
): Promise<CalendarOwner | undefined> {
  if (!/^[\w-]{43}$/.test(secret)) return undefined
  const row = await db
    .selectFrom('calendar_link')
    .innerJoin('account', 'account.id', 'calendar_link.account_id')
    .select(['calendar_link.account_id', 'calendar_link.language', 'calendar_link.made_at'])
    .where('calendar_link.hash', '=', hashOfSecret(secret))
    .where('calendar_link.ended_at', 'is', null)
    .where('account.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const roles = await heldRolesOf(db, row.account_id)
  return { roles, language: row.language, madeAt: row.made_at }
}

async function endOpenLinks(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('calendar_link')
    .set({ ended_at: now.toISOString() })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows) > 0
}

function auditLink(
  tx: Tx,
  action: 'calendar.made' | 'calendar.ended',
  accountId: string,
  now: Date,
): Promise<void> {
  const account = `account/${accountId}`
  return audit(tx, { at: now, actor: 'person', action, subject: account, details: { by: account } })
}

function hashOfSecret(secret: string): string {
  return hash('sha256', `calendar ${secret}`)
}
