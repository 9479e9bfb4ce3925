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
        const { statement, columns } = watched(() => prepared(sql))
        return {
          reader: columns.length > 0,
          all: (given) => watched(() => rowsOf(statement.all(...valuesOf(given)), columns)),
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
  /** None where it answers no rows. */
  readonly columns: readonly string[]
}

const mostPrepared = 300

function prepare(database: DatabaseSync, sql: string): Prepared {
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
  // Values in a row of their own are read a third faster than objects, which would have to be copied as well.
  statement.setReturnArrays(true)
  return { statement, columns: statement.columns().map(({ name }) => name) }
}

function rowsOf(rows: unknown, columns: readonly string[]): object[] {
  return (rows as readonly unknown[][]).map((values) => {
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
