import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Tables } from '../model/tables.ts'
import { dialectOf } from './driver.ts'
import { RecordsRefused } from '../model/faults.ts'

/** 'TRWY', in the header of every file of ours. */
export const recordsApplicationId = 0x54_52_57_59

/** A connection that writes. Throws `RecordsRefused` where a power cut could take back what was promised. */
export function connectToWrite(file: string): DatabaseSync {
  const database = connect(file, { timeout: blockingMs })
  return closedUnless(database, () => {
    const mode = pragma(database, 'journal_mode = wal')
    database.exec('pragma synchronous = full')
    if (mode !== 'wal' || pragma(database, 'synchronous') !== 2)
      throw new RecordsRefused(
        `${file} is on a disk that cannot keep what was written safe (journal ${String(mode)}). Set DATA_DIR to a folder on a local disk.`,
      )
    database.exec(`pragma recursive_triggers = on; pragma secure_delete = on;
      pragma journal_size_limit = 16777216; pragma cache_size = -65536`)
    return database
  })
}

/**
 * What `work` answers; where it throws, the connection is closed first. One that is left open spoils each that is opened
 * after it in this process: they share its index of the log, which may be one that can only be read.
 */
function closedUnless<T>(database: DatabaseSync, work: () => T): T {
  try {
    return work()
  } catch (error) {
    database.close()
    throw error
  }
}

/** A connection that cannot write. */
export function connectToRead(file: string): DatabaseSync {
  const database = connect(file, { readOnly: true, timeout: blockingMs })
  return closedUnless(database, () => {
    database.exec('pragma query_only = on; pragma cache_size = -65536')
    return database
  })
}

/** A connection to a file that no other process has open: a backup that is being made or put back. */
export function connectAlone(file: string): DatabaseSync {
  const database = connect(file, { timeout: 1000 })
  database.exec(`pragma journal_mode = delete; pragma synchronous = full;
    pragma recursive_triggers = on; pragma secure_delete = on`)
  return database
}

/** Kysely over such a connection. */
export function kyselyOver(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: dialectOf(database, { look: () => {}, assertGood: () => {} }),
  })
}

/** What is damaged in a file, by a look at every page and every reference. */
export function problemsIn(database: DatabaseSync): string[] {
  const damage = database.prepare('pragma integrity_check(5)').all()
  const loose = database.prepare('pragma foreign_key_check').all()
  return [
    ...damage.map((row) => String(row['integrity_check'])).filter((text) => text !== 'ok'),
    ...new Set(loose.map((row) => `a row of ${String(row['table'])} points to nothing`)),
  ]
}

/** The value of one setting, or of what setting it answers. */
export function pragma(database: DatabaseSync, words: string): unknown {
  return Object.values(database.prepare(`pragma ${words}`).get() ?? {})[0]
}

/** Waiting for a lock holds up everything else in this process, so it is short; longer waits are made outside. */
const blockingMs = 20

function connect(file: string, options: { readOnly?: boolean; timeout: number }): DatabaseSync {
  const database = new DatabaseSync(file, {
    ...options,
    defensive: true,
    enableForeignKeyConstraints: true,
    limits: { attach: 0, length: 100_000_000 },
  })
  return closedUnless(database, () => {
    database.exec('pragma trusted_schema = off; pragma cell_size_check = on')
    return database
  })
}
