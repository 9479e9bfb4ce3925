import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { chanceOf } from './chance.ts'
import { checkRecords, damageIn } from './check-records.ts'
import { finished, killedAfter, startChild } from './child.ts'
import type { SubscribeOrders } from './children/subscribe.ts'
import { migrationsFor } from '../src/people/records/model/migrations.ts'
import { appliedInPostgres } from '../src/people/records/postgres/migrate-postgres.ts'
import { connectAlone } from '../src/people/records/sqlite/connect.ts'
import { migrateSqlite } from '../src/people/records/sqlite/migrate-sqlite.ts'
import { killSealing } from './kill-sealing.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'

const killed = join(import.meta.dirname, '../src/testing/children/killed-writer.ts')

/** Old or new, and nothing between. */
export const killMigration: Fault = {
  id: 'F23',
  title: 'kill -9 while the tables are made',
  how: 'The migration is killed just before each of its statements, one after the other, and looked at; then it is run to its end. The whole first start (keys, tables, marker) is killed at random moments as well, and then started again. Records of the version before, with people whose alerts lie in clear, are brought up to date and killed meanwhile.',
  expected:
    'All tables or none after each kill; the next start goes on by itself, with nobody missing, and then nothing lies in clear.',
  onPostgres: true,
  run: async (setup) => {
    const findings = new Findings()
    const databaseUrl = await setup.postgres?.newDatabase()
    const statements =
      databaseUrl === undefined
        ? await everyStatement(setup, findings)
        : await everyStatementOfPostgres(databaseUrl, findings)
    const starts = databaseUrl === undefined ? await firstStarts(setup, findings) : 0
    const sealings = await killSealing(setup, findings)
    return {
      tries: statements + starts + sealings,
      fired: statements + starts + sealings,
      lost: findings.count('an acknowledged request is lost'),
      corrupt: findings.count('some tables are there and others not'),
      notes: [
        `${statements} statements, ${starts} first starts, ${sealings} migrations of records with alerts in them killed`,
      ],
      failures: findings.failures,
    }
  },
}

async function everyStatement(setup: FaultSetup, findings: Findings): Promise<number> {
  const whole = await tablesAfter(join(setup.folder, 'whole.sqlite'), 0)
  // Nothing, or the tables as one migration left them and the next found them.
  const between = new Set(['', ...(await tablesByMigration()), whole])
  for (let at = 1; at < 500; at++) {
    const file = join(setup.folder, `at-${at}.sqlite`)
    const tables = await tablesAfter(file, at)
    const isDone = tables === whole
    findings.expect(between.has(tables), 'some tables are there and others not', `${at}`)
    const again = await tablesAfter(file, 0)
    findings.expect(again === whole, 'the migration did not go on', `${at}`)
    if (isDone) return at
  }
  return 500
}

async function tablesByMigration(): Promise<string[]> {
  const known = migrationsFor('sqlite')
  return Promise.all(
    known.map(async (_, index) => {
      const database = connectAlone(':memory:')
      await migrateSqlite(database, undefined, known.slice(0, index + 1))
      const tables = tablesIn(database)
      database.close()
      return tables
    }),
  )
}

async function tablesAfter(file: string, at: number): Promise<string> {
  await migrate('sqlite', file, at)
  if (!existsSync(file)) return ''
  const database = new DatabaseSync(file)
  const tables = tablesIn(database)
  database.close()
  return tables
}

function tablesIn(database: DatabaseSync): string {
  const rows = database.prepare('select sql from sqlite_schema order by name').all()
  return rows.map((row) => String(row['sql'])).join('\n')
}

async function everyStatementOfPostgres(url: string, findings: Findings): Promise<number> {
  const seen = new Set<string>(['0 0'])
  const migrations = migrationsFor('postgres').length
  for (let at = 1; at < 500; at++) {
    await migrate('postgres', url, at)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ tables: number; rules: number }>(
      `select
        (select count(*)::int from information_schema.tables where table_schema = 'public') as tables,
        (select count(*)::int from information_schema.check_constraints where constraint_schema = 'public') as rules`,
    )
    const applied = await appliedInPostgres(client)
    await client.end()
    seen.add(`${rows[0]?.tables} ${rows[0]?.rules}`)
    findings.expect(
      seen.size <= migrations + 1,
      'some tables are there and others not',
      `${[...seen].join(', ')} at ${at}`,
    )
    if (applied.length === migrations) return at
  }
  return 500
}

/** Ends by its own hand, before the statement of that number; with 0 after all of them. */
async function migrate(kind: string, place: string, at: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', killed, kind, place, String(at)],
    { stdio: 'ignore' },
  )
  await once(child, 'close')
}

async function firstStarts(setup: FaultSetup, findings: Findings): Promise<number> {
  const chance = chanceOf(setup.seed, 'first start')
  const starts = setup.times(5, 40)
  let fired = 0
  for (let start = 0; start < starts; start++) {
    const dataDir = join(setup.folder, `start-${start}`)
    mkdirSync(dataDir)
    const orders: SubscribeOrders = {
      dataDir,
      from: 0,
      count: 3,
      seed: setup.seed,
      mix: 'requests',
    }
    const child = startChild('subscribe.ts', orders)
    const made = async (): Promise<void> => {
      // From the moment that its first file is there.
      while (!existsSync(join(dataDir, 'keys.json'))) await wait(1)
    }
    await Promise.race([made(), child.ended])
    if ((await killedAfter(child, chance.next() * 60)).signal === 'SIGKILL') fired++
    damageIn(dataDir, findings)
    const again = startChild('subscribe.ts', { ...orders, from: 10 })
    await finished(again)
    // Whoever had it opened before the kill must find the same records.
    await checkRecords({ dataDir }, [...child.said, ...again.said], findings)
    const before = child.said.find(({ kind }) => kind === 'opened')
    const after = again.said.find(({ kind }) => kind === 'opened')
    findings.expect(
      before === undefined || before['instance'] === after?.['instance'],
      'the records were made anew',
    )
  }
  return fired
}
