import { Kysely, PostgresDialect } from 'kysely'
import type { ClientBase, PoolClient } from 'pg'
import type { Keys } from '../model/keys.ts'
import {
  inDialect,
  type Migration,
  migrationsFor,
  migrationTable,
  missingFrom,
  workOf,
} from '../model/migrations.ts'
import type { Tables } from '../model/tables.ts'

/**
 * Applies what is missing, each migration whole or not at all, and answers their names. Throws `RecordsRefused` where
 * rows have to be sealed and there are no keys.
 */
export async function migratePostgres(
  client: ClientBase,
  keys?: Keys,
  known: readonly Migration[] = migrationsFor('postgres'),
): Promise<string[]> {
  if (missingFrom(await appliedInPostgres(client), known).length === 0) return []
  const names: string[] = []
  for (const migration of known)
    await lockedTransaction(client, async () => {
      if ((await appliedInPostgres(client)).includes(migration.name)) return
      await applyMigration(client, migration, keys)
      names.push(migration.name)
    })
  return names
}

/** The names of the migrations in this database; none in a new one. */
export async function appliedInPostgres(client: ClientBase): Promise<string[]> {
  const has = await client.query<{ has: boolean }>(
    "select to_regclass('migration') is not null as has",
  )
  if (!has.rows[0]?.has) return []
  const { rows } = await client.query<{ name: string }>('select name from migration order by name')
  return rows.map(({ name }) => name)
}

/** Applies one migration and notes it, within the transaction that is open. */
export async function applyMigration(
  client: ClientBase,
  { name, statements }: Migration,
  keys?: Keys,
): Promise<void> {
  if ((await appliedInPostgres(client)).length === 0)
    await client.query(inDialect(migrationTable, 'postgres'))
  for (const statement of statements) {
    const work = workOf(statement)
    await (work ? work(kyselyOn(client), keys) : client.query(statement))
  }
  await client.query(`insert into migration (name, applied_at) values ($1, ${nowInPostgres})`, [
    name,
  ])
}

/** Kysely on a connection whose transaction is open already. */
function kyselyOn(client: ClientBase): Kysely<Tables> {
  const borrowed = {
    query: (text: string, values: unknown[]) => client.query(text, values),
    release: () => undefined,
  } as unknown as PoolClient
  const pool = { connect: async () => borrowed, end: async () => undefined, options: {} }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** The moment, as the database has it. */
export const nowInPostgres = `to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Only one process at a time changes tables; the second finds it done. Throws what the work throws, and rolls back. */
export async function lockedTransaction(
  client: ClientBase,
  work: () => Promise<void>,
): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(${migrationLock})`)
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** 'TRWY' */
const migrationLock = 0x54_52_57_59
