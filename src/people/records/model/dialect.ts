import { PostgresAdapter } from 'kysely'
import type { Reader } from './records.ts'

/** Whether this talks to PostgreSQL, for the few sentences that the two databases say differently. */
export function isPostgres(db: Reader): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}
