import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openKeys } from '../src/people/records/model/keys.ts'
import { migrationsFor } from '../src/people/records/model/migrations.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { migratePostgres } from '../src/people/records/postgres/migrate-postgres.ts'
import { connectToWrite } from '../src/people/records/sqlite/connect.ts'
import { migrateSqlite } from '../src/people/records/sqlite/migrate-sqlite.ts'
import { fillOldAlerts, oldAlertsInClear } from '../src/testing/old-records.ts'
import { canariesInFolder, textCanary } from './canaries.ts'
import { chanceOf } from './chance.ts'
import { finished, killedAfter, startCommand } from './child.ts'
import type { Findings, FaultSetup } from './fault.ts'

/**
 * Records of the version before, with people in them, are brought up to date and killed meanwhile; the next start ends it.
 * Answers how often it was killed.
 */
export async function killSealing(setup: FaultSetup, findings: Findings): Promise<number> {
  const people = setup.times(400, 4000)
  const old = join(setup.folder, 'old')
  await makeOld(old, people)
  const chance = chanceOf(setup.seed, 'sealing')
  const times = setup.times(4, 25)
  let [fired, usualMs] = [0, 0]
  for (let time = 0; time <= times; time++) {
    const dataDir = join(setup.folder, `sealing-${time}`)
    cpSync(old, dataDir, { recursive: true })
    const databaseUrl = await setup.postgres?.newDatabase()
    if (databaseUrl !== undefined) await fillOldPostgres(databaseUrl, dataDir, people)
    const env = {
      DATA_DIR: dataDir,
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    }
    const child = startCommand(['migrate'], { env })
    if (time > 0) await killedAfter(child, usualMs * (0.4 + 0.6 * chance.next()))
    const { signal, ms } = await child.ended
    if (signal === 'SIGKILL') fired++
    if (time === 0) usualMs = ms
    await finished(startCommand(['migrate'], { env }))
    await lookThrough(
      { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) },
      people,
      findings,
    )
    rmSync(dataDir, { recursive: true })
  }
  return fired
}

async function makeOld(dataDir: string, people: number): Promise<void> {
  mkdirSync(dataDir)
  const secret = (): string => randomBytes(32).toString('base64')
  writeFileSync(
    join(dataDir, 'keys.json'),
    JSON.stringify({ root: secret(), keys: { 1: secret() }, current: 1 }),
    { mode: 0o600 },
  )
  const keys = openKeys(dataDir, undefined)
  if (!keys) throw new Error('there are no keys')
  const database = connectToWrite(join(dataDir, 'records.sqlite'))
  await migrateSqlite(database, keys, migrationsFor('sqlite').slice(0, 2))
  database.exec('begin')
  await fillOldAlerts(
    async (sql) => database.exec(sql),
    keys,
    people,
    (digits) => `x'${digits}'`,
  )
  database.exec('commit')
  database.close()
}

async function fillOldPostgres(url: string, dataDir: string, people: number): Promise<void> {
  for (const name of readdirSync(dataDir).filter((one) => one.startsWith('records.sqlite')))
    rmSync(join(dataDir, name))
  const keys = openKeys(dataDir, undefined)
  if (!keys) throw new Error('there are no keys')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await migratePostgres(client, keys, migrationsFor('postgres').slice(0, 2))
  await client.query('begin')
  await fillOldAlerts(
    (sql) => client.query(sql),
    keys,
    people,
    (digits) => `'\\x${digits}'`,
  )
  await client.query('commit')
  await client.end()
}

async function lookThrough(
  place: { readonly dataDir: string; readonly databaseUrl?: string },
  people: number,
  findings: Findings,
): Promise<void> {
  const canaries = oldAlertsInClear.map((text) => textCanary(text, text))
  const { found } = canariesInFolder(place.dataDir, canaries)
  for (const one of found) findings.add('something is still in clear', one)
  const records = await openRecords(place)
  const rows = await records.db.selectFrom('subscription').select('terms_sealed').execute()
  const news = await records.db.selectFrom('news').select('mark').execute()
  const waiting = await records.db.selectFrom('finding').select('sealed').execute()
  await records.close()
  const counts = [rows.length, news.length, waiting.length].join(' ')
  findings.expect(
    counts === [people * 2, people * 2, people].join(' '),
    'alerts or news are missing',
    counts,
  )
}
