import { createHash, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { readMailAddress } from '../people/records/address.ts'
import { migrationsFor } from '../people/records/model/migrations.ts'
import { openRecords } from '../people/records/open-records.ts'
import { findOrMakePerson, type Person } from '../people/records/persons.ts'
import type { Records, RecordsOptions } from '../people/records/model/records.ts'
import { seal } from '../people/records/model/seal.ts'
import { madeOnce } from './made-once.ts'
import { isAsBefore, rememberedAs, type ReusedDatabase } from './reused-databases.ts'
import { sized } from './sized.ts'
import { sealFinding } from '../people/records/model/findings.ts'
import { newsMarker } from '../people/records/model/sealed-rows.ts'
import type { Tables } from '../people/records/model/tables.ts'

/**
 * Runs a test on fresh records in a SQLite file and, where TEST_DATABASE_URL names a server on which
 * databases may be made, in a fresh PostgreSQL database as well.
 */
export function onEachStore(
  name: string,
  body: (records: Records, t: TestContext) => Promise<void>,
): void {
  const opened = opening(body)
  test(`${name} (SQLite)`, async (t) => {
    const dataDir = newDataDir(t)
    cpSync(await newRecords(), dataDir, { recursive: true })
    await opened({ dataDir, keys: testKeys }, t)
  })
  inPostgres(name, opened, reusedDatabase)
}

function opening(body: (records: Records, t: TestContext) => Promise<void>) {
  return async (options: RecordsOptions, t: TestContext): Promise<void> => {
    const records = await openRecords(options)
    try {
      await body(records, t)
    } finally {
      await records.close()
    }
  }
}

/** The files of records in which nobody is yet: a copy takes a fifth of the time that applying the migrations takes. */
export function newRecords(): Promise<string> {
  return madeOnce(`records-${stateOf('sqlite')}`, async (dataDir) => {
    const records = await openRecords({ dataDir, keys: testKeys })
    await records.close()
  })
}

/** The same, for tests that open the records themselves. */
export function onEachPlace(
  name: string,
  body: (options: RecordsOptions, t: TestContext) => Promise<void>,
): void {
  test(`${name} (SQLite)`, (t) => body({ dataDir: newDataDir(t), keys: testKeys }, t))
  inPostgres(name, body)
}

/**
 * The same two for a journey or a year of what is tested on each for itself: on one of them, PostgreSQL where there
 * is one; on each under `npm run test:long`.
 */
export const onOneStore: typeof onEachStore = (name, body) => {
  if (isOneEnough()) inPostgres(name, opening(body), reusedDatabase)
  else onEachStore(name, body)
}

export const onOnePlace: typeof onEachPlace = (name, body) => {
  if (isOneEnough()) inPostgres(name, body)
  else onEachPlace(name, body)
}

const isOneEnough = (): boolean => sized(1, 2) === 1 && Boolean(process.env['TEST_DATABASE_URL'])

function inPostgres(
  name: string,
  body: (options: RecordsOptions, t: TestContext) => Promise<void>,
  database = newDatabase,
): void {
  const server = process.env['TEST_DATABASE_URL']
  if (!server) return
  test(`${name} (PostgreSQL)`, async (t) => {
    const databaseUrl = await database(server, t)
    await body({ dataDir: newDataDir(t), keys: testKeys, databaseUrl }, t)
  })
}

/** The person with an address, made now if there is none. */
export function personAt(records: Records, typed = 'mother@example.org'): Promise<Person> {
  const address = readMailAddress(typed)
  if (!address) throw new Error(`${typed} is not an address`)
  const given = { language: 'en' as const, now: testNow, newId: () => randomUUID() }
  return records.write((tx) => findOrMakePerson(tx, records.keys, address, given))
}

export const testNow = new Date('2026-11-25T12:00:00Z')

export const testKeys = `root:${secret('root')},1:${secret('1')}`

export function secret(name: string): string {
  return createHash('sha256').update(`test ${name}`).digest('base64')
}

/** A data folder that is gone after the test. */
export function newDataDir(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-records-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An address of a new database with all tables; it is dropped after the test. */
export async function newDatabase(server: string, t: TestContext): Promise<string> {
  const name = await makeDatabase(server)
  t.after(() => dropDatabase(server, name))
  return urlOf(server, name)
}

/**
 * An address of a database in which nobody is yet, for one who reaches it through its records alone: the tests of a
 * process share it, as to make and to drop one takes longer than most of them do.
 */
async function reusedDatabase(server: string, t: TestContext): Promise<string> {
  const database = unused.pop() ?? (await madeForReuse(server))
  t.after(async () => {
    if (await isAsBefore(database)) unused.push(database)
    else await dropDatabase(server, new URL(database.url).pathname.slice(1))
  })
  return database.url
}

const unused: ReusedDatabase[] = []

async function madeForReuse(server: string): Promise<ReusedDatabase> {
  const name = await makeDatabase(server)
  process.once('beforeExit', () => dropDatabase(server, name))
  return rememberedAs(urlOf(server, name))
}

async function makeDatabase(server: string): Promise<string> {
  const template = await templateOn(server)
  const name = `trialway_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template ${template}`)
  return name
}

const dropDatabase = (server: string, name: string): Promise<void> =>
  onServer(server, `drop database if exists ${name} with (force)`)

export function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

export async function onServer(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Made once for each state of the migrations: a copy takes a tenth of the time. */
async function templateOn(server: string): Promise<string> {
  const name = `trialway_template_${stateOf('postgres')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await makeTemplate(client, server, name)
    return name
  } finally {
    await client.end()
  }
}

/** Another word for each state of the migrations. */
function stateOf(kind: 'sqlite' | 'postgres'): string {
  const state = JSON.stringify([migrationsFor(kind), testKeys])
  return createHash('sha256').update(state).digest('hex').slice(0, 16)
}

async function makeTemplate(client: pg.Client, server: string, name: string): Promise<void> {
  const draft = `${name}_draft`
  await client.query(`drop database if exists ${draft} with (force)`)
  await client.query(`create database ${draft}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'trialway-template-'))
  const records = await openRecords({
    dataDir,
    keys: testKeys,
    databaseUrl: urlOf(server, draft),
  })
  await records.close()
  rmSync(dataDir, { recursive: true, force: true })
  await client.query(`alter database ${draft} rename to ${name}`)
}

/** A mail of a person, waiting to be sent. */
export function queuedMail(person: Person, number: number): Tables['mail'] {
  const at = testNow.toISOString()
  return {
    id: randomUUID(),
    person_id: person.id,
    stream: 'alert',
    message_id: `<${person.id}.${number}@example.org>`,
    domain_key: 'domain',
    letter_sealed: seal(person.key, 'mail.letter/x', Buffer.from('Dear reader')),
    state: 'queued',
    attempts: 0,
    due_at: at,
    lease_holder: null,
    lease_until: null,
    outcome: null,
    outcome_code: null,
    created_at: at,
    settled_at: null,
  }
}

/** A change that a person is to hear of, and what says which. */
export function pendingNews(
  person: Person,
  number: number,
): { readonly news: Tables['news']; readonly finding: Tables['finding'] } {
  const nctId = `NCT${String(number).padStart(8, '0')}`
  const mark = newsMarker(person.key)(nctId, 'posted')
  const id = `finding-${number}`
  const news = { nctId, eventKey: 'posted', events: 1, foundBy: ['an alert'] }
  return {
    news: {
      person_id: person.id,
      mark,
      urgency: 1,
      found_at: testNow.toISOString(),
      digest_id: null,
      finding_id: id,
    },
    finding: { person_id: person.id, id, sealed: sealFinding(person, id, [news]) },
  }
}
