import { sql } from 'kysely'
import type { Records } from './model/records.ts'

/** What is wrong with the database itself; for PostgreSQL, whether it was told to forget at a power cut. */
export async function damageOf({ kind, db }: Records): Promise<string[]> {
  if (kind === 'sqlite') {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(5)`.execute(db)
    return rows.map((row) => row.quick_check).filter((text) => text !== 'ok')
  }
  const { rows } = await sql<{ name: string }>`select name from pg_settings
    where name in ('fsync', 'full_page_writes') and setting = 'off' order by name`.execute(db)
  return rows.map(({ name }) => `PostgreSQL runs with ${name} = off: a power cut can lose records`)
}
