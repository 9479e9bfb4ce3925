import { type Kysely, sql } from 'kysely'
import type { Tx } from './records.ts'
import { insertRows } from './rows.ts'
import type { Tables } from './tables.ts'

/**
 * The tables that a backup carries, each after those it points to. Left out are the migrations, which
 * each database has of its own, the leases, which end with the processes that hold them, the sessions, challenges and attempts of who signs in, and what was asked in the last
 * moments and counted in the last day.
 */
export const carried = [
  'instance',
  'person',
  'audit_event',
  'mail',
  'mail_pace',
  'suppression',
  'bounce',
  'subscription',
  'request_link',
  'news',
  'finding',
  'digest',
  'matched_import',
  'account',
  'account_role',
  'passkey',
  'account_link',
  'claim',
  'consent_text',
  'enquiry',
  'enquiry_event',
  'enquiry_deadline',
  'enquiry_link',
  'enquiry_mail',
  'study_start',
  'site_setting',
  'reply_template',
  'site_word',
  'study_run',
  'study_site',
  'study_version',
  'version_site',
  'study_setting',
  'consent_form',
  'consent_form_site',
  'participant',
  'fact',
  'outlook',
  'dose_order',
  'signature',
  'query',
  'query_event',
  'source_check',
  'deviation',
  'safety_told',
  'allocation_place',
  'analysis_set_member',
  'snapshot',
  'conduct_lock',
  'calendar_link',
  'watch',
  'watch_event',
  'watch_import',
] as const satisfies readonly (keyof Tables)[]

/** Reads whole tables a piece at a time; all pieces are of one moment. */
export type Pieces = (table: keyof Tables) => AsyncIterable<Tables[keyof Tables][]>

/** Fills empty tables with what another database holds. */
export async function transfer(pieces: Pieces, to: Tx): Promise<void> {
  for (const table of carried)
    for await (const rows of pieces(table)) await insertRows(to, table, rows as never[])
}

/** The pieces of a table in PostgreSQL, by a cursor within a transaction. */
export function piecesOfPostgres(tx: Kysely<Tables>): Pieces {
  return async function* (table) {
    const order = table === 'audit_event' ? sql` order by seq` : sql``
    await sql`declare piece no scroll cursor for select * from ${sql.table(table)}${order}`.execute(
      tx,
    )
    for (;;) {
      const { rows } = await sql<Tables[keyof Tables]>`fetch ${sql.lit(most)} from piece`.execute(
        tx,
      )
      if (rows.length > 0) yield rows
      if (rows.length < most) break
    }
    await sql`close piece`.execute(tx)
  }
}

/** The pieces of a table in a SQLite file that no other process writes to. */
export function piecesOfSqlite(db: Kysely<Tables>): Pieces {
  return async function* (table) {
    const key = await keyOf(db, table)
    const columns = sql.join(key.map((column) => sql.ref(column)))
    for (let last: unknown[] | undefined; ;) {
      const after = last
        ? sql` where (${columns}) > (${sql.join(last.map((value) => sql.val(value)))})`
        : sql``
      const { rows } = await sql<
        Tables[keyof Tables]
      >`select * from ${sql.table(table)}${after} order by ${columns} limit ${sql.lit(most)}`.execute(
        db,
      )
      if (rows.length > 0) yield rows
      if (rows.length < most) return
      const row = rows.at(-1) as unknown as Record<string, unknown>
      last = key.map((column) => row[column])
    }
  }
}

const most = 2000

async function keyOf(db: Kysely<Tables>, table: string): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db)
  return rows.map(({ name }) => name)
}
