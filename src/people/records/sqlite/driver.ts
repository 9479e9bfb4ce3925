import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { type Dialect, SqliteDialect } from 'kysely'
import { remembering } from '../../../base/lru.ts'
import { toParameter } from '../model/parameters.ts'

/**
 * Kysely over `node:sqlite`. Every transaction takes the write lock at its start, because one that
 * reads first and writes later fails at once when another wrote in between.
 * Throws when rows are asked for one at a time, or once `health` says that the disk failed.
 */
export function dialectOf(database: DatabaseSync, health: Health): Dialect {
  const prepared = remembering(
    mostPrepared,
    (sql: string) => sql,
    (sql) => prepare(database, sql),
  )
  const watched = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      health.look(error)
      throw error
    }
  }
  return new SqliteDialect({
    database: {
      // Whoever opened the database closes it.
      close: () => {},
      prepare: (sql) => {
        health.assertGood()
        // Where SQLite itself has rolled back, as on a full disk, there is nothing left to roll back.
        if (sql === 'rollback' && !database.isTransaction) return nothing
        const { statement, reader } = watched(() => prepared(sql))
        return {
          reader,
          all: (given) => watched(() => rowsOf(statement, valuesOf(given))),
          run: (given) => watched(() => statement.run(...valuesOf(given))),
          iterate: () => {
            throw new Error('rows are read in pages, so that no reader holds the log back')
          },
        }
      },
    },
  })
}

/** Knows whether the database can still be trusted. */
export interface Health {
  look(error: unknown): void
  assertGood(): void
}

interface Prepared {
  readonly statement: StatementSync
  readonly reader: boolean
}

const mostPrepared = 300

function prepare(database: DatabaseSync, sql: string): Prepared {
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
  // Values in a row of their own are read a third faster than objects, which would have to be copied as well.
  statement.setReturnArrays(true)
  return { statement, reader: statement.columns().length > 0 }
}

function rowsOf(statement: StatementSync, given: readonly SQLInputValue[]): object[] {
  const rows = statement.all(...given) as unknown as readonly unknown[][]
  // Asked when the rows are there: where tables were changed meanwhile, SQLite has prepared the statement anew.
  const columns = rows.length === 0 ? [] : statement.columns().map(({ name }) => name)
  return rows.map((values) => {
    const row: Record<string, unknown> = {}
    for (let at = 0; at < columns.length; at++) row[columns[at] ?? ''] = values[at]
    return row
  })
}

const nothing = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

function valuesOf(given: readonly unknown[]): SQLInputValue[] {
  return given.map((value) => toParameter(value) as SQLInputValue)
}
