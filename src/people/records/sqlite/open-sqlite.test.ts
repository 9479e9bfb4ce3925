import assert from 'node:assert/strict'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { newDataDir, personAt, testKeys } from '../../../testing/test-records.ts'
import { openRecords } from '../open-records.ts'
import type { Records } from '../model/records.ts'
import { connectToWrite, pragma } from './connect.ts'
import { sqliteFaultOf } from './faults.ts'
import { RecordsBroken, RecordsBusy } from '../model/faults.ts'

test('every safeguard is on where records are written', async (t) => {
  const { file, records } = await opened(t)
  await records.close()
  const database = connectToWrite(file)
  const wanted = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    recursive_triggers: 1,
    secure_delete: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    application_id: 0x54_52_57_59,
  }
  for (const [name, value] of Object.entries(wanted))
    assert.equal(pragma(database, name), value, name)
  assert.throws(() => database.exec(`attach '${file}.other' as other`), /too many attached/)
  assert.throws(() => database.exec('pragma writable_schema = on; delete from sqlite_schema'))
  const { count } =
    database
      .prepare(
        "select count(*) as count from pragma_table_list where schema = 'main' and type = 'table' and not strict and name not like 'sqlite_%'",
      )
      .get() ?? {}
  assert.equal(count, 0, 'every table is strict')
  database.close()
})

test('a write waits for another process without holding up this one', async (t) => {
  const { file, records } = await opened(t)
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  const usual = watchStalls(t)
  const writing = personAt(records)
  await wait(500)
  other.exec('commit')
  await writing
  assert.ok(usual() < 100, `this process stood still for ${usual()} ms at a time`)
  other.close()
  await records.close()
})

test('a process that writes for too long makes the others say busy, and they write later', async (t) => {
  const { file, records } = await opened(t)
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  const usual = watchStalls(t)
  let calls = 0
  const writing = records.write(async () => void calls++)
  await assert.rejects(writing, RecordsBusy)
  assert.equal(calls, 0)
  assert.ok(usual() < 100, `this process stood still for ${usual()} ms at a time`)
  assert.equal((await records.db.selectFrom('person').selectAll().execute()).length, 0)
  other.exec('rollback')
  other.close()
  await personAt(records)
  await records.close()
})

test('many writes in a row leave others their turn', async (t) => {
  const { records } = await opened(t)
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  t.after(() => clearInterval(timer))
  for (let number = 0; number < 200; number++) await personAt(records, `${number}@example.org`)
  assert.ok(turns > 3)
  await records.close()
})

test('when the file is damaged under it, nothing is read or written any more, and that is told once', async (t) => {
  const dataDir = newDataDir(t)
  const file = join(dataDir, 'records.sqlite')
  await (await openRecords({ dataDir, keys: testKeys })).close()
  const told: RecordsBroken[] = []
  const records = await openRecords({
    dataDir,
    keys: testKeys,
    onBroken: (error) => told.push(error),
  })
  writeFileSync(file, readFileSync(file).fill(0xa5, 4096))
  await assert.rejects(records.db.selectFrom('mail').selectAll().execute())
  await assert.rejects(records.db.selectFrom('news').selectAll().execute(), RecordsBroken)
  await assert.rejects(personAt(records), RecordsBroken)
  assert.equal(told.length, 1)
  await records.close()
})

test('a full disk and a busy one are no damage; a failed fsync is', () => {
  const of = (errcode: number): string => sqliteFaultOf(Object.assign(new Error(), { errcode }))
  assert.deepEqual([13, 8, 5, 261, 1034, 778, 11, 267, 26, 4874, 19].map(of), [
    'full',
    'full',
    'busy',
    'busy',
    'broken',
    'broken',
    'broken',
    'broken',
    'broken',
    'other',
    'other',
  ])
})

test('after scrubbing the log is empty', async (t) => {
  const { file, records } = await opened(t)
  await personAt(records)
  assert.ok(statSync(`${file}-wal`).size > 0)
  await records.scrub()
  assert.equal(statSync(`${file}-wal`).size, 0)
  await records.close()
})

async function opened(t: TestContext): Promise<{ file: string; records: Records }> {
  const dataDir = newDataDir(t)
  const records = await openRecords({ dataDir, keys: testKeys })
  return { file: join(dataDir, 'records.sqlite'), records }
}

/** The middle one of the times this process stood still: a busy machine makes a few long, a blocking wait all. */
function watchStalls(t: TestContext): () => number {
  let last = performance.now()
  const stalls: number[] = []
  const look = (): void => {
    stalls.push(performance.now() - last)
    last = performance.now()
  }
  const timer = setInterval(look, 5)
  t.after(() => clearInterval(timer))
  return () => {
    look()
    return stalls.toSorted((one, other) => other - one)[stalls.length >> 1] ?? 0
  }
}
