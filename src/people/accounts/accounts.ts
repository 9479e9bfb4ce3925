import { audit, holdTrail } from '../audit/append.ts'
import type { AuditDetails } from '../audit/details.ts'
import type { PeopleBase } from '../asks/people-base.ts'
import type { MailAddress } from '../records/address.ts'
import { findOrMakePerson, type Person, personById } from '../records/persons.ts'
import type { Keys } from '../records/model/keys.ts'
import type { Records, Tx } from '../records/model/records.ts'
import { heldRolesOf } from './list.ts'
import { isSoundRole, type DeskPlace, type Role, type RoleName } from './model/actor.ts'
import { sealName } from './model/name.ts'

/** Who gives or takes: `account/<id>`, `claim/<id>`, or `operator` at the terminal. */
export type Giver = `account/${string}` | `claim/${string}` | 'operator'

/** What is said of somebody who is to sign in. */
export interface NewAccount {
  readonly address: MailAddress
  /** As others at the desk and in the trail read it. */
  readonly name: string
  readonly language: 'en' | 'fr'
}

/** An account that was made, opened again, or was there already; whose is there keeps its name and its language. */
export interface MadeAccount {
  readonly accountId: string
  readonly personId: string
  readonly isNew: boolean
}

/** The account of an address, made now where there is none. One that was closed is opened again, with no role. */
export async function makeAccount(
  tx: Tx,
  { records, newId }: Pick<PeopleBase, 'records' | 'newId'>,
  { address, name, language }: NewAccount,
  given: { readonly by: Giver; readonly now: Date },
): Promise<MadeAccount> {
  const at = given.now.toISOString()
  await holdTrail(tx)
  const person = await findOrMakePerson(tx, records.keys, address, {
    language,
    now: given.now,
    newId,
  })
  const known = await tx
    .selectFrom('account')
    .select(['id', 'closed_at'])
    .where('person_id', '=', person.id)
    .executeTakeFirst()
  const accountId = known?.id ?? newId()
  const made = { accountId, personId: person.id, isNew: known?.closed_at !== null }
  if (!made.isNew) return made
  const named = { name_sealed: sealName(person.key, accountId, name) }
  if (known)
    await tx
      .updateTable('account')
      .set({ ...named, closed_at: null })
      .where('id', '=', accountId)
      .execute()
  else
    await tx
      .insertInto('account')
      .values({
        ...named,
        id: accountId,
        person_id: person.id,
        created_at: at,
        closed_at: null,
      })
      .execute()
  await note(tx, 'account.made', `account/${accountId}`, given)
  return made
}

/** Gives a role; `known` where the account holds it already. Throws for a role that nobody can hold (`isSoundRole`). */
export async function giveRole(
  tx: Tx,
  { newId }: Pick<PeopleBase, 'newId'>,
  { accountId, ...role }: Role & { readonly accountId: string },
  given: { readonly by: Giver; readonly now: Date },
): Promise<'given' | 'known'> {
  if (!isSoundRole(role))
    throw new Error(`nobody can be ${role.role} ${role.study === null ? 'without' : 'of'} a study`)
  await holdTrail(tx)
  const held = await heldRolesOf(tx, accountId)
  if (held.some((one) => isSameRole(one, role))) return 'known'
  const { role: name, study, site } = role
  await tx
    .insertInto('account_role')
    .values({
      id: newId(),
      account_id: accountId,
      role: name,
      study,
      site,
      given_at: given.now.toISOString(),
      given_by: given.by,
      ended_at: null,
      ended_by: null,
    })
    .execute()
  await note(tx, 'role.given', `account/${accountId}`, given, {
    after: { role: name, study, site },
  })
  return 'given'
}

function isSameRole(one: Role, other: Role): boolean {
  return one.role === other.role && one.study === other.study && one.site === other.site
}

/** What taking something away came to; the last operator stays, so that nobody is locked out. */
export type Ended = 'ended' | 'unknown' | 'last-operator'

/** Ends one role of an account from the next request on. */
export async function endRole(
  tx: Tx,
  roleId: string,
  given: { readonly by: Giver; readonly now: Date },
): Promise<Ended> {
  await holdTrail(tx)
  const row = await tx
    .selectFrom('account_role')
    .select(['account_id', 'role', 'study', 'site'])
    .where('id', '=', roleId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return 'unknown'
  const { account_id: accountId, ...role } = row
  if (role.role === 'operator' && !(await hasOtherOperator(tx, accountId))) return 'last-operator'
  await tx
    .updateTable('account_role')
    .set({ ended_at: given.now.toISOString(), ended_by: given.by })
    .where('id', '=', roleId)
    .execute()
  await note(tx, 'role.ended', `account/${accountId}`, given, { before: role })
  return 'ended'
}

/** Closes an account: its roles, sessions and passkeys end with it. */
export async function closeAccount(
  tx: Tx,
  accountId: string,
  given: { readonly by: Giver; readonly now: Date },
): Promise<Ended> {
  const at = given.now.toISOString()
  await holdTrail(tx)
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return 'unknown'
  const operators = await operatorsOf(tx)
  if (operators.includes(accountId) && operators.length === 1) return 'last-operator'
  await tx.updateTable('account').set({ closed_at: at }).where('id', '=', accountId).execute()
  await tx
    .updateTable('account_role')
    .set({ ended_at: at, ended_by: given.by })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await tx.deleteFrom('passkey').where('account_id', '=', accountId).execute()
  await note(tx, 'account.closed', `account/${accountId}`, given)
  return 'ended'
}

async function hasOtherOperator(tx: Tx, accountId: string): Promise<boolean> {
  return (await operatorsOf(tx)).some((id) => id !== accountId)
}

/** The accounts that are an operator's now, each once. */
export async function operatorsOf(db: Tx | Records['db']): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select('account.id')
    .distinct()
    .where('account.closed_at', 'is', null)
    .where('account_role.role', '=', 'operator')
    .where('account_role.ended_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Somebody who has the desk of a site. */
export interface DeskHolder {
  readonly accountId: string
  readonly personId: string
  readonly role: RoleName
}

/** Who has the desk of a site now, or of a study as a whole where the site is null: one row for each role. */
export async function accountsAt(
  { db }: Pick<Records, 'db'>,
  { study, site }: DeskPlace,
): Promise<readonly DeskHolder[]> {
  return db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select(['account.id as accountId', 'account.person_id as personId', 'account_role.role'])
    .where('account.closed_at', 'is', null)
    .where('account_role.ended_at', 'is', null)
    .where('account_role.study', '=', study)
    .where((where) =>
      where.or([
        where('account_role.site', 'is', null),
        ...(site === null ? [] : [where('account_role.site', '=', site)]),
      ]),
    )
    .orderBy('account_role.given_at')
    .orderBy('account_role.id')
    .execute()
}

/** The people behind rows of `accountsAt`, each once, in the order of these. */
export async function personsOf(
  tx: Tx,
  keys: Keys,
  holders: readonly DeskHolder[],
): Promise<readonly Person[]> {
  const people: Person[] = []
  for (const id of new Set(holders.map(({ personId }) => personId))) {
    const person = await personById(tx, keys, id)
    if (person) people.push(person)
  }
  return people
}

/** The line in the trail; what an operator does at the terminal has no account. */
function note(
  tx: Tx,
  action: 'account.made' | 'account.closed' | 'role.given' | 'role.ended',
  subject: `account/${string}`,
  { by, now }: { readonly by: Giver; readonly now: Date },
  change: Pick<AuditDetails, 'before' | 'after'> = {},
): Promise<void> {
  const actor = by === 'operator' ? 'operator' : 'person'
  return audit(tx, { at: now, actor, action, subject, details: { by, ...change } })
}
