import type { Keys } from '../records/model/keys.ts'
import type { Reader, Tx } from '../records/model/records.ts'
import { personColumns, personOf } from '../records/persons.ts'
import { openName } from './model/name.ts'

/** The names of accounts, by their id; one that is gone has none. */
export async function accountNames(
  db: Reader | Tx,
  keys: Keys,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id as account', 'account.name_sealed', ...personColumns])
    .where('account.id', 'in', asked)
    .execute()
  return new Map(
    rows.map((row) => [
      row.account,
      openName(personOf(row, keys).key, row.account, row.name_sealed),
    ]),
  )
}
