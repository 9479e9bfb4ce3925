import { personColumns, personOf } from '../records/persons.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'
import type { DeskPlace, Role } from './model/actor.ts'
import { openName } from './model/name.ts'

/** A role that is held, with the id by which it is ended. */
export interface HeldRole extends Role {
  readonly id: string
}

/** An account as who manages accounts sees it. */
export interface ListedAccount {
  readonly accountId: string
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly createdAt: string
  /** When it was closed; null while it can be signed in to. */
  readonly closedAt: string | null
  readonly roles: readonly HeldRole[]
}

/** All accounts with the roles they hold now, by the name; two reads, however many there are. */
export async function listAccounts(
  records: Pick<Records, 'db' | 'keys'>,
): Promise<readonly ListedAccount[]> {
  return listed(records, await heldRoles(records.db))
}

/** Who has the desk of any of these places, or of what is within them; each with those of their roles alone. */
export async function deskPeople(
  records: Pick<Records, 'db' | 'keys'>,
  places: readonly DeskPlace[],
): Promise<readonly ListedAccount[]> {
  const isThere = ({ study, site }: Role): boolean =>
    places.some(
      (at) => at.study === study && (at.site === null || site === null || at.site === site),
    )
  if (places.length === 0) return []
  const studies = [...new Set(places.map(({ study }) => study))]
  const roles = (await heldRoles(records.db, studies)).filter(isThere)
  if (roles.length === 0) return []
  return listed(records, roles, [...new Set(roles.map(({ account_id }) => account_id))])
}

/** The role of this id, as long as it is held. */
export function heldRole(db: Reader | Tx, id: string): Promise<HeldRole | undefined> {
  return db
    .selectFrom('account_role')
    .select(['id', 'role', 'study', 'site'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** The roles that an account holds now. */
export async function heldRolesOf(
  db: Reader | Tx,
  accountId: string,
): Promise<readonly HeldRole[]> {
  return db
    .selectFrom('account_role')
    .select(['id', 'role', 'study', 'site'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
}

type AccountRole = HeldRole & { readonly account_id: string }

/** Of some studies, or all there are. */
async function heldRoles(db: Reader, studies?: readonly string[]): Promise<readonly AccountRole[]> {
  return db
    .selectFrom('account_role')
    .select(['id', 'account_id', 'role', 'study', 'site'])
    .where('ended_at', 'is', null)
    .$if(studies !== undefined, (query) => query.where('study', 'in', studies ?? []))
    .orderBy('given_at')
    .orderBy('id')
    .execute()
}

/** Some accounts, or all there are: of each its key is unwrapped, and its name and address are unsealed. */
async function listed(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  roles: readonly AccountRole[],
  ids?: readonly string[],
): Promise<readonly ListedAccount[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      ...personColumns,
      'account.id as account_id',
      'account.name_sealed',
      'account.created_at',
      'account.closed_at',
    ])
    .$if(ids !== undefined, (query) => query.where('account.id', 'in', ids ?? []))
    .execute()
  const held = Map.groupBy(roles, ({ account_id }) => account_id)
  return rows
    .map((row) => {
      const person = personOf(row, keys)
      const own = held.get(row.account_id) ?? []
      return {
        accountId: row.account_id,
        personId: person.id,
        name: openName(person.key, row.account_id, row.name_sealed),
        address: person.address(),
        createdAt: row.created_at,
        closedAt: row.closed_at,
        roles: own.map(({ id, role, study, site }) => ({ id, role, study, site })),
      }
    })
    .toSorted(
      (one, other) =>
        one.name.localeCompare(other.name) || one.accountId.localeCompare(other.accountId),
    )
}
