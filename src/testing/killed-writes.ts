import type { KyselyPlugin } from 'kysely'
import type { Records, Tx } from '../people/records/model/records.ts'

/** What is thrown in place of a write: as if the process had been killed right before it. */
export class KilledHere extends Error {
  override readonly name = 'KilledHere'
}

/**
 * These records, whose transactions are broken off before the query that `isKilled` says: it is asked with the number of each
 * query within its transaction, from 1 on. What was broken off is rolled back, as a database does when its client is gone.
 */
export function killedBefore(records: Records, isKilled: (query: number) => boolean): Records {
  const watched =
    <Answer>(work: (tx: Tx) => Promise<Answer>) =>
    (tx: Tx): Promise<Answer> =>
      work(tx.withPlugin(killing(isKilled)))
  return {
    ...records,
    // What records say of themselves is asked of these.
    keys: records.keys,
    db: records.db,
    write: (work) => records.write(watched(work)),
    writeLightly: (work) => records.writeLightly(watched(work)),
  }
}

function killing(isKilled: (query: number) => boolean): KyselyPlugin {
  let query = 0
  return {
    transformQuery: ({ node }) => {
      query++
      if (isKilled(query)) throw new KilledHere(`before query ${query}`)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
}

/** Does something again and again, as a schedule does, until it is not broken off. Answers how often it was. */
export async function untilDone(work: () => Promise<unknown>): Promise<number> {
  for (let killed = 0; ; killed++)
    try {
      await work()
      return killed
    } catch (error) {
      if (!(error instanceof KilledHere)) throw error
    }
}
