import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { fillOldAlerts, oldAlertsInClear } from '../../testing/old-records.ts'
import { newDataDir, onServer, testKeys, urlOf } from '../../testing/test-records.ts'
import { backUp } from './backup.ts'
import { exportPerson } from './export-person.ts'
import { keysOf, readKeySetting } from './model/keys.ts'
import { migrationsFor } from './model/migrations.ts'
import type { RecordsOptions } from './model/records.ts'
import { openRecords } from './open-records.ts'
import { migratePostgres } from './postgres/migrate-postgres.ts'
import { restore } from './restore.ts'
import { connectAlone, connectToWrite } from './sqlite/connect.ts'
import { migrateSqlite } from './sqlite/migrate-sqlite.ts'
import { newsMarker } from './model/sealed-rows.ts'

const keys = keysOf(readKeySetting(testKeys))
const people = 2100

/** Records of the version before, as its servers left them. */
async function oldRecords(t: TestContext): Promise<RecordsOptions & { readonly file: string }> {
  const dataDir = newDataDir(t)
  const file = join(dataDir, 'records.sqlite')
  const database = connectToWrite(file)
  await migrateSqlite(database, keys, migrationsFor('sqlite').slice(0, 2))
  database.exec('begin')
  const run = async (sql: string): Promise<void> => database.exec(sql)
  await fillOldAlerts(run, keys, people, (digits) => `x'${digits}'`)
  database.exec('commit')
  database.close()
  assert.deepEqual(inClear(dataDir), oldAlertsInClear)
  return { dataDir, keys: testKeys, file }
}

function inClear(folder: string): readonly string[] {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  return oldAlertsInClear.filter((text) => files.some((bytes) => bytes.includes(text)))
}

/** Everybody has what they had, sealed; of what was told only the mark is left. */
async function holdsAll(options: RecordsOptions): Promise<void> {
  const records = await openRecords(options)
  const given = (await exportPerson(records, 'person-000007')) as {
    alerts: Record<string, unknown>[]
    news: { study?: string; foundBy?: string[]; digest_id: string | null }[]
  }
  const { requested_at, confirmed_at, ...first } = given.alerts[0] ?? {}
  assert.equal(requested_at, confirmed_at)
  assert.deepEqual(first, {
    id: 'a1',
    what: { q: 'zqxheartache' },
    place: { name: 'Zqxville, France', lat: 48.85, lon: 2.35, withinKm: 50 },
    age: { leastDays: 730, mostDays: 1094, on: '1987-03-19' },
    sex: 'FEMALE',
    events: 7,
    frequency: 'daily',
    paused_at: null,
  })
  const [, second] = given.alerts
  assert.deepEqual([second?.['what'], second?.['events']], [{ study: 'NCT09999991' }, 28])
  assert.equal(second?.['paused_at'], requested_at)
  const told = given.news.find(({ digest_id }) => digest_id === 'd1')
  const waiting = given.news.find(({ digest_id }) => digest_id === null)
  assert.equal(told?.study, undefined)
  assert.deepEqual([waiting?.study, waiting?.foundBy], ['NCT09999991', ['a1', 'a2']])
  const marks = await records.db
    .selectFrom('news')
    .select(['mark', 'digest_id'])
    .where('person_id', '=', 'person-000007')
    .execute()
  const markOf = newsMarker(new Uint8Array(32).fill(7))
  assert.deepEqual(
    marks.map(({ mark }) => mark).toSorted(),
    ['NCT09999991', 'NCT09999992'].map((id) => markOf(id, '2026-11-24-abc')).toSorted(),
  )
  const { count } = await records.db
    .selectFrom('subscription')
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(Number(count), people * 2)
  await records.close()
}

test('alerts of the version before are sealed, and nothing of them stays in clear (SQLite)', async (t) => {
  const options = await oldRecords(t)
  const records = await openRecords(options)
  assert.deepEqual(records.migrated.slice(0, 1), ['0003-sealed-alerts'])
  assert.deepEqual(inClear(options.dataDir), [], 'while it is open')
  await backUp(records, join(options.dataDir, 'backup'), new Date())
  await records.close()
  assert.deepEqual(inClear(options.dataDir), [], 'closed, with a backup')
  await holdsAll(options)
})

test('a backup of the version before is sealed when it is restored', async (t) => {
  const { file } = await oldRecords(t)
  const options = { dataDir: newDataDir(t), keys: testKeys }
  const given = { ...options, replace: false, now: new Date(), placing: () => {} }
  const { people: restored } = await restore(file, { ...given, written: async () => {} })
  assert.equal(restored, people)
  assert.deepEqual(inClear(options.dataDir), [])
  const records = await openRecords(options)
  const waiting = await records.db.selectFrom('finding').select('id').execute()
  assert.deepEqual(waiting, [])
  await records.close()
})

test('without the keys the records of the version before are left as they are', async (t) => {
  const { file } = await oldRecords(t)
  const database = connectAlone(file)
  const before = readFileSync(file)
  await assert.rejects(migrateSqlite(database), /need their keys/)
  database.close()
  assert.ok(readFileSync(file).equals(before))
})

const server = process.env['TEST_DATABASE_URL']

test('alerts of the version before are sealed (PostgreSQL)', { skip: !server }, async (t) => {
  const name = `trialway_sealed_${process.pid}`
  const url = urlOf(server ?? '', name)
  await onServer(
    server ?? '',
    `drop database if exists ${name} with (force)`,
    `create database ${name}`,
  )
  t.after(() => onServer(server ?? '', `drop database if exists ${name} with (force)`))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await migratePostgres(client, keys, migrationsFor('postgres').slice(0, 2))
  await fillOldAlerts(
    (sql) => client.query(sql),
    keys,
    people,
    (digits) => `'\\x${digits}'`,
  )
  await client.end()
  await holdsAll({ dataDir: newDataDir(t), keys: testKeys, databaseUrl: url })
})
