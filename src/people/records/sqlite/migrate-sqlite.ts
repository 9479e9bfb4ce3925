import type { DatabaseSync } from 'node:sqlite'
import {
  inDialect,
  type Migration,
  migrationsFor,
  migrationTable,
  missingFrom,
  workOf,
} from '../model/migrations.ts'
import type { Keys } from '../model/keys.ts'
import { kyselyOver, recordsApplicationId } from './connect.ts'

/**
 * Applies what is missing, each migration whole or not at all, and answers their names. Throws `RecordsRefused` where
 * rows have to be sealed and there are no keys.
 */
export async function migrateSqlite(
  database: DatabaseSync,
  keys?: Keys,
  known: readonly Migration[] = migrationsFor('sqlite'),
): Promise<string[]> {
  if (missingFrom(appliedInSqlite(database), known).length === 0) return []
  const names: string[] = []
  for (const migration of known)
    if (await apply(database, migration, keys)) names.push(migration.name)
  return names
}

/** The names of the migrations in a file; none in a new one. */
export function appliedInSqlite(database: DatabaseSync): string[] {
  const has = database.prepare("select 1 from sqlite_schema where name = 'migration'").get()
  if (!has) return []
  return database
    .prepare('select name from migration order by name')
    .all()
    .map(({ name }) => String(name))
}

/** Two processes may come to this at once: the second finds it done. */
async function apply(
  database: DatabaseSync,
  { name, statements }: Migration,
  keys: Keys | undefined,
): Promise<boolean> {
  database.exec('begin immediate')
  try {
    const applied = appliedInSqlite(database)
    const isMissing = !applied.includes(name)
    if (isMissing) {
      if (applied.length === 0) database.exec(firstStatements)
      for (const statement of statements) {
        const work = workOf(statement)
        if (work) await work(kyselyOver(database), keys)
        else database.exec(statement)
      }
      database
        .prepare(`insert into migration (name, applied_at) values (?, ${nowInSqlite})`)
        .run(name)
    }
    database.exec('commit')
    return isMissing
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

/** The moment, as the database has it. */
export const nowInSqlite = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

const firstStatements = `pragma application_id = ${recordsApplicationId}; ${inDialect(migrationTable, 'sqlite')}`
