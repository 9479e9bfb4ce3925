import type { Reader } from '../../records/model/records.ts'

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
