import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { newDataDir, onEachStore, onServer, urlOf } from '../../testing/test-records.ts'
import { migrationsFor, missingFrom } from './model/migrations.ts'
import { appliedInPostgres } from './postgres/migrate-postgres.ts'
import { connectAlone, connectToRead } from './sqlite/connect.ts'
import { appliedInSqlite, migrateSqlite } from './sqlite/migrate-sqlite.ts'
import { carried } from './model/transfer.ts'
import { sized } from '../../testing/sized.ts'

const folder = join(import.meta.dirname, 'migrations')

test('every migration has a number of its own and a name, and no word left open', () => {
  const names = readdirSync(folder).map((file) => file.replace(/(?:\.\w+)?\.sql$/, ''))
  const numbers = [...new Set(names)].map((name) => name.slice(0, 4))
  assert.equal(new Set(numbers).size, numbers.length)
  for (const kind of ['sqlite', 'postgres'] as const)
    for (const { name, statements } of migrationsFor(kind)) {
      assert.match(name, /^\d{4}-[a-z-]+$/)
      for (const statement of statements) assert.doesNotMatch(statement, /\{\w+\}/)
    }
})

test('a migration that was released is never edited', () => {
  const released: Readonly<Record<string, string>> = {
    '0001-people.postgres.sql': '14debd988399768872f237c930492dc32678d2f46170c8eee8ccd886baa94025',
    '0001-people.sql': '68561f856bab5fdec81a058e04871b06a34c01c0ed0c53e703612312d66ead0e',
    '0001-people.sqlite.sql': 'd5a903c0a444e0c24432b9e4ccd3fcdf73141e450a86389432b2979074c5aa5d',
    '0002-streams.postgres.sql': '37db1b509ee5957e722045ece8950e2ddf6ab3e96bb681377f53f4efa4ff20ea',
    '0002-streams.sql': 'bdffd3ec03057ce52a5bc7ed1666098ba07df0e195cddd9776a2fdd0471d8513',
    '0002-streams.sqlite.sql': 'dc3f064382428777922a5f744bce41d6268dfa9aafc4752da4e138b487707d52',
    '0003-sealed-alerts.sql': '21432050ad9bb129d94a690ccf3febabff28d17de7d704b11f06ff29e5a37457',
    '0004-asks.sql': 'b9b377fcba75645f9488398125cf98293b6d8742f2bab52ebf9501ec6c2f6d13',
    '0005-findings.sql': 'ec1b1b85733ddd49de6692196ccaef1b9c10c08c22086285f64555baa1fbfe9c',
    '0006-accounts.sql': '68f61d93c01c777303ac6999d86196ef7d0961791a570447509469364a9e637f',
    '0007-enquiries.sql': '2e7dbf21da9ab7bf9600ae11ccc855dd0e5ff97f950d0f4be7f03c3b47f1116e',
    '0008-conduct.postgres.sql': '6a4da8f6333531cd4aa613817f68a8ac6d6e508b00ece69883ca36ee8ba80a00',
    '0008-conduct.sql': '02f7c65f79c0f4010a699fa3d234ffa2f1bed73eb764d0087f563cfdf2aab74f',
    '0008-conduct.sqlite.sql': '82d1c82f7a0c86f2173ded0f899732a68094407f1a2c99b8cb55c504b8bf9205',
    '0009-institutions.sql': '0105b22e7efe12e1874c7b4da72c9d9778673f73a41584b5343b1e5d9cd7f391',
    '0010-watches.sql': 'c114c53e4f35d79a2f3acf824f6bb26b5c4e1b406d8d61fa9b238bf1caa57bd6',
    '0011-mailed-watches.sql': '10a2e34a8a4a47334ad4f2197ab6cbe5de7128175e5dd02da27723edf81a2480',
  }
  for (const [file, hash] of Object.entries(released))
    assert.equal(
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
      hash,
      `${file}: add a new migration instead`,
    )
})

test('tables of a newer version are refused, older ones go on', () => {
  const known = [1, 2].map((number) => ({ name: `000${number}-x`, statements: [] }))
  assert.deepEqual(missingFrom(['0001-x'], known), [known[1]])
  assert.throws(
    () => missingFrom(['0001-x', '0003-y'], known),
    /newer Trialway \(they have 0003-y\)/,
  )
})

test('killed at any statement, a SQLite file has all of a migration or nothing of it', async (t) => {
  const dataDir = newDataDir(t)
  const total = migrationsFor('sqlite').reduce((sum, each) => sum + each.statements.length + 3, 0)
  for (let at = 1; at <= total; at += sized(8, 3)) {
    const file = join(dataDir, `${at}.sqlite`)
    const { signal } = killed(['sqlite', file, String(at)])
    assert.equal(signal, 'SIGKILL', `statement ${at}`)
    const reading = connectToRead(file)
    const tables = reading.prepare('select count(*) as count from sqlite_schema').get()?.['count']
    assert.equal(Number(tables) > 0, appliedInSqlite(reading).length > 0, `statement ${at}`)
    reading.close()
    const database = connectAlone(file)
    await migrateSqlite(database)
    assert.deepEqual(
      appliedInSqlite(database),
      migrationsFor('sqlite').map(({ name }) => name),
    )
    database.close()
  }
})

const server = process.env['TEST_DATABASE_URL']

test(
  'killed at any statement, PostgreSQL has all of a migration or nothing of it',
  { skip: !server },
  async (t) => {
    if (!server) return
    const name = `trialway_killed_${process.pid}`
    t.after(() => onServer(server, `drop database if exists ${name} with (force)`))
    const total = migrationsFor('postgres').reduce((sum, each) => sum + each.statements.length, 5)
    for (let at = 1; at <= total; at += sized(10, 3)) {
      await onServer(
        server,
        `drop database if exists ${name} with (force)`,
        `create database ${name}`,
      )
      assert.equal(killed(['postgres', urlOf(server, name), String(at)]).signal, 'SIGKILL')
      const client = new pg.Client({ connectionString: urlOf(server, name) })
      await client.connect()
      const { rows } = await client.query("select 1 from pg_tables where schemaname = 'public'")
      const applied = await appliedInPostgres(client)
      await client.end()
      assert.equal(rows.length > 0, applied.length > 0, `statement ${at}`)
    }
  },
)

function killed(words: readonly string[]) {
  const child = join(import.meta.dirname, '../../testing/children/killed-writer.ts')
  return spawnSync(process.execPath, [child, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
}

onEachStore('a backup carries every table but the migrations and the leases', async (records) => {
  const tables = await records.db.introspection.getTables()
  assert.deepEqual(
    tables.map(({ name }) => name).toSorted(),
    [
      ...carried,
      'lease',
      'migration',
      'ask',
      'asked_mail',
      'session',
      'passkey_challenge',
      'institution_attempt',
    ].toSorted(),
  )
})
