import { eraseForGood } from '../audit/erase-for-good.ts'
import type { Records } from '../records/model/records.ts'
import { forgetSearches } from './keep-search.ts'

/**
 * Ends all alerts of a person and deletes their address with all that hangs on it: mail that waits to be
 * sent, and what they looked for. Doing it again changes nothing. The answer is whether there was anything to end.
 */
export async function stopAlerts(records: Records, personId: string, now: Date): Promise<boolean> {
  const searches = await records.db
    .selectFrom('subscription')
    .select('saved_search_id')
    .where('person_id', '=', personId)
    .execute()
  const ended = await eraseForGood(records, personId, { now, actor: 'person' })
  await records.write((tx) =>
    forgetSearches(
      tx,
      searches.map(({ saved_search_id }) => saved_search_id),
    ),
  )
  return ended
}
