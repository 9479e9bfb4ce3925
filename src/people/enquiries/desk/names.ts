import { openName } from '../../accounts/model/name.ts'
import type { Keys } from '../../records/model/keys.ts'
import type { Reader, Tx } from '../../records/model/records.ts'
import { personColumns, personOf } from '../../records/persons.ts'

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

/** The time zones that these sites set themselves, by study and site: `NCT02390596 0a1b2c3d4e`. */
export async function saidTimeZones(
  db: Reader,
  rows: readonly { readonly study: string; readonly site: string }[],
): Promise<ReadonlyMap<string, string>> {
  const sites = [...new Set(rows.map(({ site }) => site))]
  if (sites.length === 0) return new Map()
  const said = await db
    .selectFrom('site_setting')
    .select(['study', 'site', 'time_zone'])
    .where('site', 'in', sites)
    .where('time_zone', 'is not', null)
    .execute()
  return new Map(said.map(({ study, site, time_zone }) => [`${study} ${site}`, time_zone ?? '']))
}
