import { isPostgres } from '../../records/model/dialect.ts'
import type { Tx } from '../../records/model/records.ts'

const atOnce = 5000

/** Which people are still there; on PostgreSQL they stay until the transaction ends. */
export async function peopleAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const present = new Set<string>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await tx
      .selectFrom('person')
      .select('id')
      .where('id', 'in', ids.slice(from, from + atOnce))
      .$if(isPostgres(tx), (query) => query.forKeyShare())
      .execute()
    for (const { id } of rows) present.add(id)
  }
  return present
}
