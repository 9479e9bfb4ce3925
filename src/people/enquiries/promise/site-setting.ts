import type { Reader, Tx } from '../../records/model/records.ts'
import { type SiteSetting, usualSetting } from './site-calendar.ts'

/** A site of a study, by its id. */
export interface PromisePlace {
  readonly study: string
  readonly site: string
}

/** How a site keeps its promise: as it said, or as is usual. */
export async function readSiteSetting(
  db: Reader | Tx,
  { study, site }: PromisePlace,
): Promise<SiteSetting> {
  const row = await db
    .selectFrom('site_setting')
    .selectAll()
    .where('study', '=', study)
    .where('site', '=', site)
    .executeTakeFirst()
  if (!row) return usualSetting
  return {
    promiseDays: row.promise_days,
    country: row.country,
    region: row.region,
    timeZone: row.time_zone,
    closesAt: row.closes_at,
  }
}
