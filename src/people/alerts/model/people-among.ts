import { sql } from 'kysely'
import { isPostgres } from '../../records/model/dialect.ts'
import type { Tx } from '../../records/model/records.ts'

/** Which people are still there; on PostgreSQL they stay until the transaction ends. */
export async function peopleAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = JSON.stringify(ids)
  // One parameter for all of them: thousands of parameters take longer to write than to answer.
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where(
      'id',
      'in',
      isPostgres(tx)
        ? sql<string>`(select jsonb_array_elements_text(${asked}::jsonb))`
        : sql<string>`(select value from json_each(${asked}))`,
    )
    .$if(isPostgres(tx), (query) => query.forKeyShare())
    .execute()
  return new Set(rows.map(({ id }) => id))
}
