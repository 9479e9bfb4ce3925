import type { Reader, Tx } from '../../records/model/records.ts'
import { type Alert, alertOf } from './alert.ts'

/** All alerts of a person, confirmed or not, the oldest first. */
export async function alertsOfPerson(db: Reader | Tx, personId: string): Promise<Alert[]> {
  const rows = await alertRows(db)
    .where('subscription.person_id', '=', personId)
    .orderBy('subscription.requested_at')
    .orderBy('subscription.id')
    .execute()
  return rows.map(alertOf)
}

/** Rows that `alertOf` reads. */
export function alertRows(db: Reader | Tx) {
  return db
    .selectFrom('subscription')
    .innerJoin('saved_search', 'saved_search.id', 'subscription.saved_search_id')
    .selectAll('subscription')
    .select('saved_search.what')
}
