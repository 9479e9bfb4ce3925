import { dirname, join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { dumpInto } from '../sqlite/dump.ts'
import { inDialect, migrationsFor, migrationTable, workOf } from '../model/migrations.ts'
import type { Replacing } from '../model/place.ts'
import type { Tx } from '../model/records.ts'
import { kyselyOver, connectAlone } from '../sqlite/connect.ts'
import type { Tables } from '../model/tables.ts'
import { piecesOfSqlite, transfer } from '../model/transfer.ts'
import { withPool } from './lines.ts'
import { nowInPostgres } from './migrate-postgres.ts'

/** Replaces all records in one transaction; what was there before becomes a SQLite file beside the draft. */
export async function replacePostgres(
  url: string,
  draft: string,
  moment: Replacing,
): Promise<string | undefined> {
  const source = connectAlone(draft)
  try {
    return await withPool(url, (pool) =>
      new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
        .transaction()
        .execute(async (tx) => {
          await sql`set local lock_timeout = '5s'`.execute(tx)
          const before = await clear(tx, join(dirname(draft), nameOf(moment.now)))
          await makeTables(tx)
          await transfer(piecesOfSqlite(kyselyOver(source)), tx)
          moment.placing()
          return before
        }),
    )
  } finally {
    source.close()
  }
}

/** The same name that SQLite records get when they are moved aside. */
function nameOf(moment: Date): string {
  return `records.sqlite.before-${moment.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
}

async function clear(tx: Tx, aside: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(tx)
  if (rows.length === 0) return undefined
  const tables = sql.join(rows.map(({ name }) => sql.table(name)))
  await sql`lock table ${tables} in access exclusive mode`.execute(tx)
  const person = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()
  if (person) await dumpInto(aside, tx)
  await sql`drop table ${tables} cascade`.execute(tx)
  await sql`drop function if exists audit_event_refuse, audit_event_number cascade`.execute(tx)
  return person && aside
}

async function makeTables(tx: Tx): Promise<void> {
  await sql.raw(inDialect(migrationTable, 'postgres')).execute(tx)
  for (const { name, statements } of migrationsFor('postgres')) {
    // The tables are empty still: there is no work in them but that of SQL.
    for (const statement of statements) if (!workOf(statement)) await sql.raw(statement).execute(tx)
    await sql`insert into migration (name, applied_at) values (${name}, ${sql.raw(nowInPostgres)})`.execute(
      tx,
    )
  }
}
