import { type RawBuilder, sql } from 'kysely'
import { isPostgres } from './dialect.ts'
import type { Tx } from './records.ts'
import type { Tables } from './tables.ts'

/**
 * Inserts many rows in one statement with one parameter, and answers how many went in. All rows have
 * the columns of the first. Thousands at a time, in the order of their key, are fastest; on SQLite this
 * process does nothing else while they go in.
 */
export async function insertRows<Name extends keyof Tables>(
  tx: Tx,
  table: Name,
  rows: readonly Tables[Name][],
  { onConflict = 'fail' }: { readonly onConflict?: 'fail' | 'nothing' } = {},
): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const columns = Object.keys(first)
  const source = isPostgres(tx)
    ? fromJsonOfPostgres(table, columns, rows)
    : fromJsonOfSqlite(columns, rows)
  const ending = onConflict === 'nothing' ? sql` on conflict do nothing` : sql``
  const { numAffectedRows = 0n } =
    await sql`insert into ${sql.table(table)} (${names(columns)}) ${source}${ending}`.execute(tx)
  return Number(numAffectedRows)
}

type Row = Readonly<Record<string, unknown>>

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)))
}

/** `where true` keeps SQLite from reading `on conflict` as part of a join. */
function fromJsonOfSqlite(
  columns: readonly string[],
  rows: readonly object[],
): RawBuilder<unknown> {
  const bytes = new Set(columns.filter((column) => rows.some((row) => isBytes(row, column))))
  const values = columns.map((column, position) => {
    const value = sql`value ->> ${sql.lit(position)}`
    return bytes.has(column) ? sql`unhex(${value})` : value
  })
  const json = JSON.stringify(
    rows.map((row) => columns.map((column) => plain((row as Row)[column], ''))),
  )
  return sql`select ${sql.join(values)} from jsonb_each(${json}) where true`
}

/** The table itself says what the columns are; bytes are written as PostgreSQL reads them. */
function fromJsonOfPostgres(
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): RawBuilder<unknown> {
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column, plain((row as Row)[column], '\\x')])),
    ),
  )
  return sql`select ${names(columns)} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`
}

function isBytes(row: object, column: string): boolean {
  return (row as Row)[column] instanceof Uint8Array
}

function plain(value: unknown, bytesBegin: string): unknown {
  return value instanceof Uint8Array ? bytesBegin + Buffer.from(value).toString('hex') : value
}
