import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { newDataDir, onServer, urlOf } from '../../testing/test-records.ts'
import { migrationsFor } from './model/migrations.ts'
import { migratePostgres } from './postgres/migrate-postgres.ts'
import { connectToWrite, problemsIn } from './sqlite/connect.ts'
import { migrateSqlite } from './sqlite/migrate-sqlite.ts'

/** Runs one statement and answers its rows, whichever the database. */
type Run = (sql: string) => Promise<Record<string, unknown>[]>

const at = '2026-11-25T08:00:00.000Z'

function filled(hex: (digits: string) => string): string[] {
  const mail = (id: string, stream: string, state: string, letter: string, more: string) =>
    `insert into mail (id, person_id, stream, message_id, domain_key, letter_sealed, state, due_at,
      created_at, lease_holder, outcome, settled_at)
      values ('${id}', 'ann', '${stream}', '<${id}@x>', 'domain', ${letter}, '${state}', '${at}', '${at}', ${more})`
  return [
    `insert into person (id, lookup, key_version, wrapped_key, address_sealed, language, created_at)
      values ('ann', 'hash', 1, ${hex('00')}, ${hex('01')}, 'en', '${at}')`,
    mail('m1', 'alert', 'queued', hex('00ff10'), "null, 'turn-given', null"),
    mail('m2', 'confirmation', 'sending', hex('02'), "'server/1', null, null"),
    mail('m3', 'alert', 'sent', 'null', `null, 'accepted', '${at}'`),
    `insert into suppression values ('hash', 'all', 'bounce', '${at}')`,
    `insert into suppression values ('hash', 'alert', 'operator', '${at}')`,
    `insert into bounce values ('b1', 'hash', 'm3', 'hard', '${at}')`,
    `insert into news (person_id, nct_id, event_key, events, found_by, haste, change_list, found_at)
      values ('ann', 'NCT00000001', 'posted', 1, 'x', 2, 'changes-1', '${at}')`,
  ]
}

/** What records of the first version must be like once they know every stream. */
async function holds(run: Run, migrate: () => Promise<unknown>, indexes: string): Promise<void> {
  const rows = async () => [
    await run('select * from mail order by id'),
    await run('select * from suppression order by stream'),
    await run('select * from bounce'),
  ]
  const [mails = [], ...others] = await rows()
  const before = await run(indexes)
  await migrate()
  const slots = mails.map((row) => ({
    ...row,
    outcome: row['outcome'] === 'turn-given' ? 'slot-given' : row['outcome'],
  }))
  assert.deepEqual(await rows(), [slots, ...others])
  assert.deepEqual(await run(indexes), before)
  assert.equal(Number((await run('select urgency from news'))[0]?.['urgency']), 2)
  const add = (id: string, person: string, state: string) =>
    run(`insert into mail (id, person_id, stream, message_id, domain_key, state, due_at, created_at)
      values ('${id}', '${person}', 'a stream nobody thought of', '<${id}@x>', 'domain', '${state}', '${at}', '${at}')`)
  await add('m4', 'ann', 'queued')
  await assert.rejects(add('m5', 'ann', 'lost'), /check/i)
  await assert.rejects(add('m6', 'nobody', 'queued'), /foreign key/i)
  await assert.rejects(add('m4', 'ann', 'queued'), /unique/i)
  await run(`insert into suppression values ('hash', 'another', 'operator', '${at}')`)
  await run("delete from person where id = 'ann'")
  assert.deepEqual(await run('select id from mail'), [])
}

test('an outbox of the first version keeps its mails and takes any stream (SQLite)', async (t) => {
  const database = connectToWrite(join(newDataDir(t), 'old.sqlite'))
  await migrateSqlite(database, undefined, migrationsFor('sqlite').slice(0, 1))
  for (const sql of filled((digits) => `x'${digits}'`)) database.exec(sql)
  const run: Run = async (sql) =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }))
  const indexes =
    "select name, sql from sqlite_schema where type = 'index' and sql is not null and tbl_name in ('mail', 'suppression') order by name"
  const second = migrationsFor('sqlite').slice(0, 2)
  await holds(run, () => migrateSqlite(database, undefined, second), indexes)
  assert.deepEqual(problemsIn(database), [])
  database.close()
})

const server = process.env['TEST_DATABASE_URL']

test(
  'an outbox of the first version keeps its mails and takes any stream (PostgreSQL)',
  { skip: !server },
  async (t) => {
    const client = await freshClient(server ?? '', t)
    await migratePostgres(client, undefined, migrationsFor('postgres').slice(0, 1))
    for (const sql of filled((digits) => `'\\x${digits}'`)) await client.query(sql)
    const run: Run = async (sql) => (await client.query<Record<string, unknown>>(sql)).rows
    const indexes =
      "select indexname, indexdef from pg_indexes where tablename in ('mail', 'suppression') order by 1"
    const second = migrationsFor('postgres').slice(0, 2)
    await holds(run, () => migratePostgres(client, undefined, second), indexes)
    await client.end()
  },
)

async function freshClient(url: string, t: TestContext): Promise<pg.Client> {
  const name = `trialway_streams_${process.pid}`
  await onServer(url, `drop database if exists ${name} with (force)`, `create database ${name}`)
  t.after(() => onServer(url, `drop database if exists ${name} with (force)`))
  const client = new pg.Client({ connectionString: urlOf(url, name) })
  await client.connect()
  return client
}
