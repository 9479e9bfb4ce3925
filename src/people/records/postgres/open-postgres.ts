import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Store } from '../model/place.ts'
import type { Tx } from '../model/records.ts'
import type { Tables } from '../model/tables.ts'
import { poolOf, withClient } from './connect.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { RecordsBusy, RecordsUnwritable } from '../model/faults.ts'

/** Opens a database that was looked at before: one pool writes, another reads. */
export async function openPostgres(url: string): Promise<Store> {
  const migrated = await withClient(url, migratePostgres)
  const writing = poolOf(url, 4, writerSettings)
  const reading = poolOf(url, 6, readerSettings)
  const writer = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: writing }) })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: reading }) })
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    patiently(() => writer.transaction().setIsolationLevel('read committed').execute(work))
  return {
    kind: 'postgres',
    db,
    migrated,
    write,
    writeLightly: (work) =>
      write(async (tx) => {
        await sql`set local synchronous_commit = off`.execute(tx)
        return work(tx)
      }),
    scrub: async () => {},
    close: async () => {
      await Promise.all([reading.end(), writing.end()])
    },
  }
}

/** A server may be set to promise less; what is written here is promised. */
const writerSettings = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') = 'off';
  set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '60s'`

const readerSettings = 'set default_transaction_read_only = on'

/** Two that cross each other's way are told apart by PostgreSQL: one must begin again. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (notThere.has(String(code)))
        throw new RecordsUnwritable('The database takes nothing in now.', { cause: error })
      if (code === lockNotAvailable)
        throw new RecordsBusy('Another process has been writing for too long.', { cause: error })
      if (!(code === serializationFailure || code === deadlockDetected) || tries === 5) throw error
    }
    await wait(tries * 20)
  }
}

/** A full disk, too many connections, a server that starts, is gone or may only be read: all said before a write. */
const notThere: ReadonlySet<string> = new Set(['53100', '53300', '57P03', '25006', 'ECONNREFUSED'])
const lockNotAvailable = '55P03'
const serializationFailure = '40001'
const deadlockDetected = '40P01'
