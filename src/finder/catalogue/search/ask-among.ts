import type { Query } from '../model/query.ts'
import type { SearchPool } from './search-pool.ts'
import { ListIncomplete } from '../model/damage.ts'
import { nctNumber } from '../model/nct-number.ts'

/**
 * Asks a pool of many queries, as many batches at a time as there are processes. Throws `ListIncomplete` where something that
 * is needed for one of them is damaged.
 */
export async function askAmong(
  pool: SearchPool,
  processes: number,
  { nctIds, queries }: { readonly nctIds: readonly string[]; readonly queries: readonly Query[] },
): Promise<readonly (readonly number[])[]> {
  const studies = nctIds.map(nctNumber)
  const found: (readonly number[])[] = []
  let next = 0
  const askOn = async (): Promise<void> => {
    while (next < queries.length) {
      const from = next
      next += queriesAtOnce
      const some = queries.slice(from, next)
      const answer = await pool.ask({ kind: 'among', studies, queries: some }, longestWaitMs)
      if (answer === undefined) throw new ListIncomplete()
      for (const [index, places] of (answer as (readonly number[])[]).entries())
        found[from + index] = places
    }
  }
  await Promise.all(Array.from({ length: processes }, askOn))
  return found
}

/** A few hundred milliseconds' work, so that what is sent along with each batch hardly counts. */
const queriesAtOnce = 1000
/** This is not asked for a page: a process that has to be started anew first is worth waiting for. */
const longestWaitMs = 60_000
