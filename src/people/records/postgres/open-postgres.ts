import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { RecordsAway } from '../model/faults.ts'
import type { OpenOptions, Store } from '../model/place.ts'
import type { Asking, Tx } from '../model/records.ts'
import type { Tables } from '../model/tables.ts'
import { connectMs, WatchedClient, withClient, settingsFor } from './connect.ts'
import { faultOfConnecting, isFull, mustBeginAgain } from './faults.ts'
import { openLines, type Lines, type Patience } from './lines.ts'
import { migratePostgres } from './migrate-postgres.ts'

/**
 * Opens a database that was looked at before: some lines write, others read. Throws `RecordsAway` when it does not
 * answer.
 */
export async function openPostgres(
  url: string,
  { instanceId, keys, onDoubt, answerMs, signal }: OpenOptions,
): Promise<Store> {
  const migrated = await withClient(url, signal, (client) => migratePostgres(client, keys))
  const shared = { instanceId, onDoubt }
  const writing = openLines(url, { ...shared, most: 4, setUp: writerSettings })
  const reading = openLines(url, { ...shared, most: 6, setUp: readerSettings })
  const unhurried = asking(writing, reading, unhurriedly)
  return {
    kind: 'postgres',
    migrated,
    ...(answerMs === undefined ? unhurried : asking(writing, reading, within(answerMs))),
    unhurried,
    look: () => look(url, instanceId),
    scrub: async () => true,
    close: async () => {
      await Promise.all([reading.close(), writing.close()])
    },
  }
}

/** One statement may take minutes, as when much is forgotten at once. */
const unhurriedly: Patience = { forLine: 10_000, forAnswer: () => 300_000 }

/** All of it within so many milliseconds, because somebody waits at a page. */
function within(ms: number): Patience {
  return { forLine: Math.min(ms, connectMs), forAnswer: (heldMs) => ms - heldMs }
}

function asking(writing: Lines, reading: Lines, patience: Patience): Asking {
  const kyselyOn = (lines: Lines): Kysely<Tables> =>
    new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lines.for(patience) }) })
  const writer = kyselyOn(writing)
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    patiently(() => writer.transaction().setIsolationLevel('read committed').execute(work))
  return {
    db: kyselyOn(reading),
    write,
    writeLightly: (work) =>
      write(async (tx) => {
        await sql`set local synchronous_commit = off`.execute(tx)
        return work(tx)
      }),
  }
}

/** Both: the server stops what nobody waits for any more. Where it cannot, it is stopped when it ends. */
const bothSettings = `select set_config('client_connection_check_interval', '2s', false)
  where version() like '%linux%';`

/** A server may be set to promise less; what is written here is promised. */
const writerSettings = `${bothSettings} select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') = 'off';
  set lock_timeout = '3s'; set idle_in_transaction_session_timeout = '60s'`

const readerSettings = `${bothSettings} set default_transaction_read_only = on`

/**
 * Two that cross each other's way are told apart by PostgreSQL: one must begin again. So may, at once, who was on a
 * line that broke before anything was written.
 */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const isCut = error instanceof RecordsAway && performance.now() - began < soonMs
      if (!(isCut || mustBeginAgain(error)) || tries === 5) throw error
    }
    await wait(tries * 20)
  }
}

/** A line that breaks sooner was broken already; on a line that was waited for, the visitor has waited enough. */
const soonMs = 300

/** Over a line of its own, so that it says the truth while all others are stuck. */
async function look(url: string, instanceId: string): Promise<void> {
  const client = new WatchedClient(settingsFor(url))
  try {
    await client.connect()
    await client.assertInstance(instanceId)
  } catch (error) {
    if (!isFull(error)) throw faultOfConnecting(error)
  } finally {
    client.cut()
  }
}
