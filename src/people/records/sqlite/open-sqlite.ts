import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Keys } from '../model/keys.ts'
import type { Store } from '../model/place.ts'
import type { Asking, Tx } from '../model/records.ts'
import type { Tables } from '../model/tables.ts'
import { connectToRead, connectToWrite } from './connect.ts'
import { type Health, dialectOf } from './driver.ts'
import { sqliteFaultOf } from './faults.ts'
import { migrateSqlite } from './migrate-sqlite.ts'
import { RecordsBroken, RecordsBusy, RecordsUnwritable } from '../model/faults.ts'

/** Opens a file that was looked at before: one connection writes, another reads. */
export async function openSqlite(
  file: string,
  keys: Keys,
  onBroken: (error: RecordsBroken) => void,
): Promise<Store> {
  const { writing, migrated, reading } = await openBoth(file, keys)
  const health = watchHealth(onBroken)
  const writer = new Kysely<Tables>({ dialect: dialectOf(writing, health) })
  const db = new Kysely<Tables>({ dialect: dialectOf(reading, health) })
  const inTurn = oneAtATime()
  const write = <T>(work: (tx: Tx) => Promise<T>, lightly: boolean): Promise<T> =>
    inTurn(async () => {
      health.assertGood()
      if (lightly) writing.exec('pragma synchronous = normal')
      try {
        return await patiently((begun) =>
          writer.transaction().execute((tx) => {
            begun()
            return work(tx)
          }),
        )
      } finally {
        if (lightly) writing.exec('pragma synchronous = full')
      }
    })
  const asking: Asking = {
    db,
    write: (work) => write(work, false),
    writeLightly: (work) => write(work, true),
  }
  return {
    kind: 'sqlite',
    migrated,
    ...asking,
    unhurried: asking,
    // An open file does not go away.
    look: async () => {},
    scrub: () => inTurn(() => truncateLog(writing)),
    close: () =>
      inTurn(async () => {
        reading.close()
        writing.close()
      }),
  }
}

/** A connection that stayed open after a failure would spoil all that are opened later. */
async function openBoth(file: string, keys: Keys) {
  const writing = connectToWrite(file)
  try {
    const migrated = await migrateSqlite(writing, keys)
    // What was deleted or sealed just before a crash may still be in the log.
    writing.exec('pragma wal_checkpoint(truncate)')
    return { writing, migrated, reading: connectToRead(file) }
  } catch (error) {
    writing.close()
    throw error
  }
}

/** Writes wait for each other here, not in SQLite, where waiting holds up the whole process. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let breathedAt = performance.now()
  // SQLite never lets go by itself: without a breath, a row of writes would hold up all else.
  const breathe = async (): Promise<void> => {
    if (performance.now() - breathedAt < 5) return
    await nextTurn()
    breathedAt = performance.now()
  }
  return (work) => {
    const next = last.then(breathe).then(work)
    last = next.catch(() => undefined)
    return next
  }
}

/** Tries again while another process holds the lock, and lets this one go on with other work between. */
async function patiently<T>(attempt: (begun: () => void) => Promise<T>): Promise<T> {
  let hasBegun = false
  for (let pauseMs = 10, waitedMs = 0; ; pauseMs = Math.min(pauseMs * 1.5, 100)) {
    try {
      return await attempt(() => (hasBegun = true))
    } catch (error) {
      const fault = sqliteFaultOf(error)
      if (fault === 'full') throw new RecordsUnwritable(noRoom, { cause: error })
      if (hasBegun || fault !== 'busy') throw error
      if (waitedMs > patienceMs)
        throw new RecordsBusy('Another process has been writing for too long.', { cause: error })
    }
    await wait(pauseMs)
    waitedMs += pauseMs
  }
}

const patienceMs = 3000
const noRoom = 'The disk under the records is full, or may only be read.'

/** After a failed disk nothing more is written: only a fresh look at the file tells what is in it. */
function watchHealth(onBroken: (error: RecordsBroken) => void): Health {
  let broken: RecordsBroken | undefined
  return {
    look: (error) => {
      if (broken || sqliteFaultOf(error) !== 'broken') return
      broken = new RecordsBroken(
        'The disk under the records failed. Look at it, then start again.',
        {
          cause: error,
        },
      )
      onBroken(broken)
    },
    assertGood: () => {
      if (broken) throw broken
    },
  }
}

/** A reader that is just at it keeps the log; mostly it is gone in a moment. Answers whether the log is empty. */
async function truncateLog(writing: DatabaseSync): Promise<boolean> {
  for (let tries = 0; tries < 50; tries++) {
    const { busy } = writing.prepare('pragma wal_checkpoint(truncate)').get() ?? {}
    if (busy === 0) return true
    await wait(20)
  }
  return false
}
