import type { Reader } from '../../../people/records/model/records.ts'

/** How many are screened for a study or take part, by site; a site without anybody is not among them. */
export async function countBySite(
  db: Reader,
  study: string,
): Promise<readonly { readonly site: string; readonly participants: number }[]> {
  const rows = await db
    .selectFrom('participant')
    .select(({ fn }) => ['site', fn.countAll().as('participants')])
    .where('study', '=', study)
    .groupBy('site')
    .orderBy('site')
    .execute()
  return rows.map(({ site, participants }) => ({ site, participants: Number(participants) }))
}
