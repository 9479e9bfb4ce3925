import type { Selectable } from 'kysely'
import type { Reader } from '../../records/model/records.ts'
import type { Tables } from '../../records/model/tables.ts'

/** What matching needs of a subscription. */
export type SubscriptionRow = Pick<
  Selectable<Tables['subscription']>,
  | 'person_id'
  | 'id'
  | 'saved_search_id'
  | 'lat'
  | 'lon'
  | 'within_km'
  | 'age_least'
  | 'age_most'
  | 'age_on'
  | 'sex'
  | 'events'
  | 'frequency'
>

const pageSize = 4000

/**
 * Every subscription that was asked for before the changes came, is confirmed and not paused, in pages, those of one
 * person together: so that what a person hears of is put together in one place.
 */
export async function* subscriptionPages(
  db: Reader,
  askedBy: string,
): AsyncGenerator<readonly SubscriptionRow[]> {
  let last: { person_id: string; id: string } | undefined
  for (;;) {
    const after = last
    const rows = await db
      .selectFrom('subscription')
      .select(['person_id', 'id', 'saved_search_id', 'lat', 'lon', 'within_km'])
      .select(['age_least', 'age_most', 'age_on', 'sex', 'events', 'frequency'])
      .where('requested_at', '<=', askedBy)
      .where('confirmed_at', 'is not', null)
      .where('paused_at', 'is', null)
      .$if(after !== undefined, (query) =>
        query.where((where) =>
          where(
            where.refTuple('person_id', 'id'),
            '>',
            where.tuple(after?.person_id ?? '', after?.id ?? ''),
          ),
        ),
      )
      .orderBy('person_id')
      .orderBy('id')
      .limit(pageSize)
      .execute()
    if (rows.length > 0) yield rows
    last = rows.at(-1)
    if (!last || rows.length < pageSize) return
  }
}
