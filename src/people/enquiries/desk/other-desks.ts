import { deskRoles } from '../../accounts/model/actor.ts'
import type { Reader } from '../../records/model/records.ts'

/** Which sites of a study have somebody at their desk: all of them where somebody has the study as a whole. */
export async function desksOf(db: Reader, study: string): Promise<'all' | ReadonlySet<string>> {
  const rows = await db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select('account_role.site')
    .distinct()
    .where('account.closed_at', 'is', null)
    .where('account_role.ended_at', 'is', null)
    .where('account_role.role', 'in', deskRoles)
    .where('account_role.study', '=', study)
    .execute()
  const sites = rows.map(({ site }) => site)
  return sites.includes(null) ? 'all' : new Set(sites.filter((site) => site !== null))
}
