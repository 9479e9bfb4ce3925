import type { Tx } from '../records/model/records.ts'
import { canonical, keyOf, type SavedSearch } from './model/saved-search.ts'

/** The id of a search: that of the same search kept before, or a new one. */
export async function keepSearch(
  tx: Tx,
  search: SavedSearch,
  newId: () => string,
): Promise<string> {
  const key = keyOf(search)
  const { id } = await tx
    .insertInto('saved_search')
    .values({ id: newId(), key, what: canonical(search) })
    // Touching the row keeps others from deleting it before the subscription refers to it.
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Deletes searches that no alert uses any more, all of them or some: what was typed is not kept. */
export async function forgetSearches(tx: Tx, some?: readonly string[]): Promise<void> {
  if (some?.length === 0) return
  await tx
    .deleteFrom('saved_search')
    .$if(some !== undefined, (query) => query.where('id', 'in', some ?? []))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('subscription')
            .select('subscription.id')
            .whereRef('subscription.saved_search_id', '=', 'saved_search.id'),
        ),
      ),
    )
    .execute()
}
