import assert from 'node:assert/strict'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { cutLine } from '../../testing/cut-line.ts'
import {
  newDataDir,
  onEachPlace,
  onServer,
  personAt,
  testKeys,
} from '../../testing/test-records.ts'
import { type KeepOptions, keepRecords } from './keep-records.ts'
import { RecordsAway, RecordsRefused, RecordsUnsure } from './model/faults.ts'
import type { Records, RecordsOptions } from './model/records.ts'
import { openRecords } from './open-records.ts'

test('a file that another program locks is waited for, and said once', async (t) => {
  const place = { dataDir: newDataDir(t), keys: testKeys }
  await (await openRecords(place)).close()
  const other = new DatabaseSync(join(place.dataDir, 'records.sqlite'))
  other.exec('pragma locking_mode = exclusive; begin exclusive')
  const { records, told } = await kept(t, place)
  assert.equal(records.isThere, false)
  assert.throws(() => records.db, RecordsAway)
  assert.throws(() => records.keys, RecordsAway)
  assert.throws(() => records.unhurried.db, RecordsAway)
  await assert.rejects(personAt(records), RecordsAway)
  other.exec('rollback')
  other.close()
  await until(() => records.isThere)
  assert.ok((await personAt(records)).id)
  assert.deepEqual(told, ['away', 'back'])
})

test('damaged records are refused at the start: they do not get well by waiting', async (t) => {
  const place = { dataDir: newDataDir(t), keys: testKeys }
  await (await openRecords(place)).close()
  truncateSync(join(place.dataDir, 'records.sqlite'), 4096)
  await assert.rejects(kept(t, place), RecordsRefused)
})

test('a server that lets nobody in under this name is refused, one that is not there is waited for', async (t) => {
  const databaseUrl = 'postgres://me@127.0.0.1:1/trialway'
  const { records, told } = await kept(t, { dataDir: newDataDir(t), keys: testKeys, databaseUrl })
  assert.equal(records.isThere, false)
  assert.deepEqual(told, ['away'])
})

onEachPlace('ended lines end nothing, and are not noticed by who writes next', async (place, t) => {
  if (place.databaseUrl === undefined) return
  const { records, told } = await kept(t, place)
  await personAt(records)
  for (let round = 0; round < 5; round++) {
    await onServer(place.databaseUrl, endLines)
    await personAt(records, `p${round}@example.org`)
    await until(() => reads(records))
  }
  assert.deepEqual(told, [])
})

onEachPlace('a database that went away comes back by itself', async (place, t) => {
  if (place.databaseUrl === undefined) return
  const line = await cutLine(t, place.databaseUrl)
  const { records, told } = await kept(t, { ...place, databaseUrl: line.url })
  await personAt(records)
  await line.refuse()
  await assert.rejects(personAt(records, 'second@example.org'), RecordsAway)
  await until(() => !records.isThere)
  await line.mend()
  await until(() => records.isThere)
  await personAt(records, 'second@example.org')
  assert.deepEqual(told, ['away', 'back'])
})

onEachPlace(
  'a frozen database is given up in time, and a commit without an answer is not known',
  async (place, t) => {
    if (place.databaseUrl === undefined) return
    const line = await cutLine(t, place.databaseUrl)
    const { records } = await kept(t, { ...place, databaseUrl: line.url, answerMs: 700 })
    await personAt(records)
    const unsure = records.write(async (tx) => {
      await tx.selectFrom('instance').select('id').execute()
      line.swallow()
    })
    await assert.rejects(unsure, RecordsUnsure)
    const began = performance.now()
    await assert.rejects(async () => {
      await records.db.selectFrom('instance').select('id').execute()
    }, RecordsAway)
    assert.ok(performance.now() - began < 5000)
    await line.mend()
    await until(() => reads(records))
  },
)

const endLines =
  "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'trialway' and datname = current_database()"

async function reads(records: Records): Promise<boolean> {
  try {
    await records.db.selectFrom('instance').select('id').execute()
    return true
  } catch (error) {
    if (error instanceof RecordsAway) return false
    throw error
  }
}

async function kept(
  t: TestContext,
  place: RecordsOptions & Partial<KeepOptions>,
): Promise<{ records: Records; told: string[] }> {
  const told: string[] = []
  const records = await keepRecords({
    ...place,
    onAway: () => told.push('away'),
    onBack: () => told.push('back'),
    onRefused: () => told.push('refused'),
  })
  t.after(() => records.close())
  return { records, told }
}

async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000
  while (!(await claim())) {
    assert.ok(performance.now() < end, 'it did not come to pass within half a minute')
    await wait(20)
  }
}
