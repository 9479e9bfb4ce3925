import type { DatabaseSync } from 'node:sqlite'
import {
  inDialect,
  type Migration,
  migrationsFor,
  migrationTable,
  missingFrom,
} from '../model/migrations.ts'
import { recordsApplicationId } from './connect.ts'

/** Applies what is missing, each migration whole or not at all, and answers their names. */
export function migrateSqlite(
  database: DatabaseSync,
  known: readonly Migration[] = migrationsFor('sqlite'),
): string[] {
  if (missingFrom(appliedInSqlite(database), known).length === 0) return []
  const names: string[] = []
  for (const migration of known) if (apply(database, migration)) names.push(migration.name)
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
function apply(database: DatabaseSync, { name, statements }: Migration): boolean {
  database.exec('begin immediate')
  try {
    const applied = appliedInSqlite(database)
    const isMissing = !applied.includes(name)
    if (isMissing) {
      if (applied.length === 0) database.exec(firstStatements)
      for (const statement of statements) database.exec(statement)
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
