import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { RecordsRefused } from './faults.ts'
import type { Keys } from './keys.ts'
import { sealAlerts } from './seal-alerts.ts'
import type { Tables } from './tables.ts'

/** One numbered step from nothing to today's tables. It is never edited once it was released. */
export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
}

/**
 * The migrations for one database, oldest first: `0001-people.sql` for both, and after it what only
 * one of them understands, in `0001-people.sqlite.sql` or `0001-people.postgres.sql`.
 */
export function migrationsFor(kind: 'sqlite' | 'postgres'): readonly Migration[] {
  const files = readdirSync(folder).toSorted()
  return files
    .filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file))
    .map((file) => {
      const name = file.slice(0, -'.sql'.length)
      const own = files.includes(`${name}.${kind}.sql`) ? [`${name}.${kind}.sql`] : []
      return { name, statements: [file, ...own].flatMap((each) => statementsIn(each, kind)) }
    })
}

/** The work of code that a statement stands for, as `-- run seal-alerts` does; undefined for SQL. */
export function workOf(statement: string): MigrationWork | undefined {
  const [, name = ''] = /^-- run ([a-z-]+)$/.exec(statement) ?? []
  return name === '' ? undefined : works.get(name)
}

/** What SQL cannot do, in the transaction of its migration; without keys only where there are no rows. */
export type MigrationWork = (db: Kysely<Tables>, keys: Keys | undefined) => Promise<void>

const works: ReadonlyMap<string, MigrationWork> = new Map([['seal-alerts', sealAlerts]])

/** The migrations not applied yet. Throws `RecordsRefused` for tables that a newer version made. */
export function missingFrom(
  applied: readonly string[],
  known: readonly Migration[],
): readonly Migration[] {
  const names = known.map(({ name }) => name)
  const newer = applied.filter((name) => !names.includes(name))
  if (newer.length > 0)
    throw new RecordsRefused(
      `These records were made by a newer Trialway (they have ${newer.join(', ')}). Install that version again; nothing was changed.`,
    )
  return known.filter(({ name }) => !applied.includes(name))
}

/** The table that names what was applied; part of the first migration. */
export const migrationTable =
  'create table migration (name {text} primary key, applied_at {text} not null) {clustered}'

const folder = join(import.meta.dirname, '../migrations')

const words = {
  sqlite: {
    text: 'text',
    bytes: 'blob',
    whole: 'integer',
    real: 'real',
    strict: 'strict',
    clustered: 'strict, without rowid',
  },
  // "C" orders by bytes, as SQLite does, so that pages are the same on both.
  postgres: {
    text: 'text collate "C"',
    bytes: 'bytea',
    whole: 'bigint',
    real: 'double precision',
    strict: '',
    clustered: '',
  },
} as const

/** Fills in the words that the two databases have for the same thing. */
export function inDialect(sql: string, kind: 'sqlite' | 'postgres'): string {
  const own: Readonly<Record<string, string>> = words[kind]
  return sql.replace(/\{([a-z]+)\}/g, (whole, word: string) => own[word] ?? whole)
}

function statementsIn(file: string, kind: 'sqlite' | 'postgres'): string[] {
  const text = readFileSync(join(folder, file), 'utf8')
  return inDialect(text, kind)
    .split(/;\n\n/)
    .map((statement) => statement.trim())
}
