import type { KyselyPlugin } from 'kysely'
import type { Reader } from '../people/records/model/records.ts'

/** A reader that counts what it asks the database. */
export function countedQueries(reader: Reader): {
  readonly db: Reader
  readonly count: () => number
} {
  let asked = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return { db: reader.withPlugin(plugin), count: () => asked }
}
