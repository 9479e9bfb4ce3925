import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import {
  newDataDir,
  onEachPlace,
  onServer,
  secret,
  personAt,
  testKeys,
} from '../../testing/test-records.ts'
import { hasRecords, openRecords } from './open-records.ts'
import { assertNewEnough } from './postgres/place.ts'
import type { RecordsOptions } from './model/records.ts'
import { RecordsAway, RecordsRefused } from './model/faults.ts'

onEachPlace('the first start makes the records, and later ones find them', async (options) => {
  assert.equal(await hasRecords({ ...options, databaseUrl: undefined as never }), false)
  const first = await openRecords(options)
  const { id } = await personAt(first)
  await first.close()
  const second = await openRecords(options)
  assert.equal(second.instanceId, first.instanceId)
  assert.equal((await personAt(second)).id, id)
  assert.deepEqual(second.migrated, [])
  await second.close()
})

test('the first start makes keys that only this user can read', async (t) => {
  const dataDir = newDataDir(t)
  await (await openRecords({ dataDir })).close()
  for (const file of ['keys.json', 'records.sqlite', 'records.json'])
    assert.equal(statSync(join(dataDir, file)).mode & 0o777, 0o600, file)
})

test('a first start that was cut off before its marker is gone on with', async (t) => {
  const dataDir = newDataDir(t)
  const first = await openRecords({ dataDir })
  await first.close()
  rmSync(join(dataDir, 'records.json'))
  const second = await openRecords({ dataDir })
  assert.equal(second.instanceId, first.instanceId)
  await second.close()
  rmSync(join(dataDir, 'records.json'))
  rmSync(join(dataDir, 'records.sqlite'))
  const third = await openRecords({ dataDir })
  assert.notEqual(third.instanceId, first.instanceId)
  await third.close()
})

test('two that start first at the same moment end with the same records', async (t) => {
  const dataDir = newDataDir(t)
  const both = await Promise.all([openRecords({ dataDir }), openRecords({ dataDir })])
  assert.equal(both[0]?.instanceId, both[1]?.instanceId)
  for (const records of both) await records.close()
})

test('records that are gone are not made anew', async (t) => {
  const options = await madeIn(newDataDir(t))
  const { file } = options
  rmSync(file)
  await assertRefused(options, /records are missing.*trialway restore FILE/)
  assert.ok(!existsSync(file))
})

test('records that are gone while their log is there are not made anew', async (t) => {
  const options = await madeIn(newDataDir(t))
  rmSync(options.file)
  rmSync(join(options.dataDir, 'records.json'))
  writeFileSync(`${options.file}-wal`, 'log')
  await assertRefused(options, /is missing, but its log records.sqlite-wal is there/)
})

test('an empty file is refused and stays empty', async (t) => {
  const options = await madeIn(newDataDir(t))
  truncateSync(options.file, 0)
  await assertRefused(options, /is empty \(0 bytes\)/)
  assert.equal(statSync(options.file).size, 0)
  rmSync(join(options.dataDir, 'records.json'))
  await assertRefused(options, /is empty/)
})

test('a file that is something else is refused as it is', async (t) => {
  const options = await madeIn(newDataDir(t))
  const other = join(options.dataDir, 'other.sqlite')
  const database = new DatabaseSync(other)
  database.exec('create table instance (id text)')
  database.close()
  const cases: [Buffer, RegExp][] = [
    [randomBytes(8192), /is not a database/],
    [Buffer.from('short'), /is not a database/],
    [readFileSync(other), /a database of another program/],
    [readFileSync(options.file).fill(3, 18, 20), /written by a newer SQLite/],
  ]
  for (const [content, message] of cases) {
    writeFileSync(options.file, content)
    await assertRefused(options, message)
    assert.deepEqual(readFileSync(options.file), content)
  }
})

test('a damaged file is refused with what to do', async (t) => {
  const options = await madeIn(newDataDir(t))
  const whole = readFileSync(options.file)
  for (const broken of [whole.subarray(0, 4096), Buffer.from(whole).fill(0xff, 4096)]) {
    writeFileSync(options.file, broken)
    await assertRefused(options, /is damaged .*trialway restore FILE/)
  }
})

test('records of another installation are refused', async (t) => {
  const options = await madeIn(newDataDir(t))
  const other = await madeIn(newDataDir(t))
  copyFileSync(other.file, options.file)
  await assertRefused(options, /records of another installation/)
})

test('records of a newer version are refused and stay as they are', async (t) => {
  const options = await madeIn(newDataDir(t))
  const database = new DatabaseSync(options.file)
  database.exec(`pragma journal_mode = delete;
    insert into migration (name, applied_at) values ('9999-later', '')`)
  database.close()
  const before = readFileSync(options.file)
  await assertRefused(options, /made by a newer Trialway \(they have 9999-later\)/)
  assert.deepEqual(readFileSync(options.file), before)
})

test('keys that are missing are not made anew for old records', async (t) => {
  const options = await madeIn(newDataDir(t), false)
  rmSync(join(options.dataDir, 'keys.json'))
  await assertRefused(options, /the keys to them are not: .*keys.json is missing/)
  assert.ok(!existsSync(join(options.dataDir, 'keys.json')))
})

test('keys that others can read are refused', async (t) => {
  const options = await madeIn(newDataDir(t), false)
  chmodSync(join(options.dataDir, 'keys.json'), 0o644)
  await assertRefused(options, /can be read by others \(mode 644\). Run: chmod 600/)
})

test('a key file that is damaged is refused, and nothing of it is shown', async (t) => {
  const options = await madeIn(newDataDir(t), false)
  const file = join(options.dataDir, 'keys.json')
  const good = readFileSync(file, 'utf8')
  for (const text of ['', '{', good.slice(0, -20), good.replace('"current": 1', '"current": 2')]) {
    writeFileSync(file, text)
    const message = await refusalOf(options)
    assert.match(message, /keys.json is damaged/)
    assert.ok(message.length < 200)
  }
})

onEachPlace('wrong keys are refused before they are used', async (options) => {
  const records = await openRecords(options)
  await personAt(records)
  await records.close()
  const root = `root:${secret('root')}`
  const wrong = [
    [`root:${secret('other')},1:${secret('1')}`, /not the keys of these records/],
    [`${root},1:${secret('other')}`, /not the keys of these records/],
    [`${root},2:${secret('2')}`, /Version 1 of the key is not there/],
    [`${root}`, /KEYS must be root:/],
    [`${root},1:c2hvcnQ=`, /KEYS must be root:/],
    [`${root},one:${secret('1')}`, /KEYS must be root:/],
    [`${root},1:${secret('1')},1:${secret('2')}`, /KEYS must be root:/],
  ] as const
  for (const [keys, message] of wrong) await assertRefused({ ...options, keys }, message)
  await (
    await openRecords({ ...options, keys: `${root},2:${secret('2')},1:${secret('1')}` })
  ).close()
})

test('a data folder that is for PostgreSQL does not begin a SQLite file', async (t) => {
  const options = await madeIn(newDataDir(t))
  const marker = join(options.dataDir, 'records.json')
  writeFileSync(marker, readFileSync(marker, 'utf8').replace('sqlite', 'postgres'))
  await assertRefused(options, /records are elsewhere: .*DATABASE_URL is not set/)
  rmSync(options.file)
  await assertRefused(options, /records are elsewhere/)
  assert.deepEqual(readdirSync(options.dataDir), ['records.json'])
})

onEachPlace('a database of another program is refused', async (options) => {
  if (options.databaseUrl === undefined) return
  await onServer(options.databaseUrl, 'drop table person cascade', 'create table shop (id int)')
  await assertRefused(options, /holds tables of another program/)
})

onEachPlace('a database that was emptied is not filled anew', async (options) => {
  if (options.databaseUrl === undefined) return
  await (await openRecords(options)).close()
  await onServer(options.databaseUrl, 'drop schema public cascade', 'create schema public')
  await assertRefused(options, /records are missing/)
})

test('a PostgreSQL that does not answer is named without its password', async (t) => {
  const databaseUrl = 'postgres://me:hidden@127.0.0.1:1/trialway'
  await assert.rejects(openRecords({ dataDir: newDataDir(t), databaseUrl }), (error: Error) => {
    assert.ok(error instanceof RecordsAway)
    assert.match(error.message, /PostgreSQL 127.0.0.1:1\/trialway: ECONNREFUSED/)
    return !error.message.includes('hidden')
  })
})

test('a PostgreSQL that is too old is refused', () => {
  assert.throws(() => assertNewEnough(140_011, 'PostgreSQL x'), /is PostgreSQL 14.*15 or newer/)
  assertNewEnough(150_000, 'PostgreSQL x')
})

async function madeIn(
  dataDir: string,
  withKeys = true,
): Promise<RecordsOptions & { readonly file: string }> {
  const options = { dataDir, ...(withKeys && { keys: testKeys }) }
  await (await openRecords(options)).close()
  return { ...options, file: join(dataDir, 'records.sqlite') }
}

async function assertRefused(options: RecordsOptions, message: RegExp): Promise<void> {
  assert.match(await refusalOf(options), message)
}

async function refusalOf(options: RecordsOptions): Promise<string> {
  try {
    await (await openRecords(options)).close()
  } catch (error) {
    if (error instanceof RecordsRefused) return error.message
    throw error
  }
  return 'opened'
}
