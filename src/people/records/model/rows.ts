import { type RawBuilder, sql } from 'kysely'
import { isPostgres } from './dialect.ts'
import type { Tx } from './records.ts'
import type { Tables } from './tables.ts'

/** Rows of one table as one text, which can be made where no database is. All have the columns of the first. */
export interface PackedRows<Name extends keyof Tables> {
  readonly table: Name
  readonly columns: readonly string[]
  /** Those of bytes, which are hexadecimal in the text. */
  readonly bytes: readonly string[]
  readonly count: number
  /** A JSON list of rows, each a list of its values. */
  readonly text: string
}

/** Rows as `insertPacked` takes them. */
export function packRows<Name extends keyof Tables>(
  table: Name,
  rows: readonly Tables[Name][],
): PackedRows<Name> {
  const columns = Object.keys(rows[0] ?? {})
  const bytes = columns.filter((column) =>
    rows.some((row) => valueIn(row, column) instanceof Uint8Array),
  )
  const values = rows.map((row) => columns.map((column) => plain(valueIn(row, column))))
  return { table, columns, bytes, count: rows.length, text: JSON.stringify(values) }
}

/** Without the rows that have another value than these in a column. */
export function packedAmong<Name extends keyof Tables>(
  packed: PackedRows<Name>,
  column: string,
  kept: ReadonlySet<unknown>,
): PackedRows<Name> {
  const at = packed.columns.indexOf(column)
  const rows = (JSON.parse(packed.text) as unknown[][]).filter((row) => kept.has(row[at]))
  return { ...packed, count: rows.length, text: JSON.stringify(rows) }
}

/**
 * Inserts many rows in one statement with one parameter, and answers how many went in. Thousands at a time, in the order of
 * their key, are fastest; on SQLite this process does nothing else while they go in.
 */
export async function insertPacked<Name extends keyof Tables>(
  tx: Tx,
  packed: PackedRows<Name>,
  { onConflict = 'fail' }: { readonly onConflict?: 'fail' | 'nothing' } = {},
): Promise<number> {
  if (packed.count === 0) return 0
  const source = isPostgres(tx) ? selectOfPostgres(packed) : selectOfSqlite(packed)
  const ending = onConflict === 'nothing' ? sql` on conflict do nothing` : sql``
  const { numAffectedRows = 0n } =
    await sql`insert into ${sql.table(packed.table)} (${names(packed.columns)}) ${source}${ending}`.execute(
      tx,
    )
  return Number(numAffectedRows)
}

/** Packs rows and inserts them. */
export function insertRows<Name extends keyof Tables>(
  tx: Tx,
  table: Name,
  rows: readonly Tables[Name][],
  options: { readonly onConflict?: 'fail' | 'nothing' } = {},
): Promise<number> {
  return insertPacked(tx, packRows(table, rows), options)
}

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)))
}

/** `where true` keeps SQLite from reading `on conflict` as part of a join. */
function selectOfSqlite({ columns, bytes, text }: PackedRows<keyof Tables>): RawBuilder<unknown> {
  const values = columns.map((column, position) => {
    const value = sql`value ->> ${sql.lit(position)}`
    return bytes.includes(column) ? sql`unhex(${value})` : value
  })
  return sql`select ${sql.join(values)} from jsonb_each(${text}) where true`
}

/** The table itself says what the columns are; bytes are written as PostgreSQL reads them. */
function selectOfPostgres(packed: PackedRows<keyof Tables>): RawBuilder<unknown> {
  const { table, columns, bytes, text } = packed
  const members = columns.map((column, position) => {
    const isBytes = bytes.includes(column)
    const value = isBytes
      ? sql`'\\x' || (value ->> ${sql.lit(position)})`
      : sql`value -> ${sql.lit(position)}`
    return sql`${sql.lit(column)}, ${value}`
  })
  const rows = sql`select json_agg(json_build_object(${sql.join(members)})) from json_array_elements(${text}::json)`
  return sql`select ${names(columns)} from json_populate_recordset(null::${sql.table(table)}, (${rows}))`
}

function valueIn(row: object, column: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[column]
}

function plain(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')
}
