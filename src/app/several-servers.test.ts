import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openRecords } from '../people/records/open-records.ts'
import type { ProxiedAnswer } from '../testing/proxied.ts'
import { missing } from '../testing/proxies.ts'
import { runTrialway, type Served, spawnServed, untilReady } from '../testing/served.ts'
import {
  copyCatalogue,
  type Form,
  getThrough,
  newData,
  postThrough,
  postTo,
  searchAt,
  studiesOfRound,
  type ThreeServers,
  threeServers,
  until,
} from '../testing/several-servers.ts'
import { unusedPort } from '../testing/ports.ts'

// Several servers, as docs/operations.md ("Several servers") says: processes of their own, each with its own copy of the
// catalogue, on one PostgreSQL, behind the proxies of deploy/.

const folder = mkdtempSync(join(tmpdir(), 'trialway-several-'))
after(() => rmSync(folder, { recursive: true }))

const databases = process.env['TEST_DATABASE_URL'] ?? ''
const skip =
  (databases === '' && 'TEST_DATABASE_URL names no PostgreSQL (scripts/with-postgres.sh)') ||
  missing('nginx') ||
  missing('caddy') ||
  (spawnSync('rsync', ['--version']).error !== undefined && 'there is no rsync here')

test('three servers on one PostgreSQL', { skip, timeout: 280_000 }, async (t) => {
  const all = await threeServers(t, folder, databases)
  await t.test('a new catalogue reaches all, and each page is of one of them', () =>
    newCatalogue(all),
  )
  await t.test('what is asked of one server is confirmed on another, and mailed once', () =>
    confirmedElsewhere(all),
  )
  await t.test('a household keeps to one server, and each server counts for itself', () =>
    countedApart(all),
  )
  await t.test('where a server is killed, the others answer', () => oneKilled(all))
})

async function newCatalogue({ dataDirs, servers, nginx }: ThreeServers) {
  const [first = '', ...others] = dataDirs
  const [{ port } = { port: 0 }] = servers
  const old = await searchAt(port)
  const seen = new Map<string, number>()
  let isOver = false
  const reading = [1, 2, 3, 4].map(async (reader) => {
    for (let turn = 0; !isOver; turn++) {
      const network = reader * 50 + (turn % 50)
      const { status, body } = await getThrough(nginx.port, '/search?q=kawasaki', network)
      assert.equal(status, 200)
      seen.set(String(body), (seen.get(String(body)) ?? 0) + 1)
      // Each reads on and on, and leaves the servers time to take the new one up.
      await wait(20)
    }
  })
  await runTrialway(['import', studiesOfRound(folder, 2), '--quiet'], { DATA_DIR: first })
  await copyCatalogue(dataDirs)
  await until('all have the new catalogue', async () => {
    const pages = await Promise.all(servers.map((one) => searchAt(one.port)))
    return pages.every((page) => page.includes('of round 2.'))
  })
  isOver = true
  await Promise.all(reading)
  const now = await searchAt(port)
  assert.match(old, /of round 1\./)
  for (const page of seen.keys()) assert.ok(page === old || page === now, `a mixture: ${page}`)
  assert.ok((seen.get(old) ?? 0) > 0, 'nobody searched before the new catalogue came')
  for (const copied of others)
    assert.deepEqual(filesOf(copied), filesOf(first), 'what is needed no more is still there')
}

function filesOf(dataDir: string): readonly string[] {
  return readdirSync(join(dataDir, 'catalogue')).toSorted()
}

async function confirmedElsewhere(all: ThreeServers) {
  const { servers, nginx, mails, records } = all
  const people = Array.from({ length: 12 }, (_, number) => `person${number}@example.org`)
  const askedAt: number[] = []
  for (const [number, email] of people.entries()) {
    const answer = await postThrough(nginx.port, '/alerts', alertFor(email), number + 1)
    assert.equal(answer.status, 303)
    askedAt.push(servers.findIndex(answeredBy(answer)))
  }
  assert.deepEqual(new Set(askedAt), new Set([0, 1, 2]), 'each server took requests')
  await withFourthSender(all, () =>
    until('all are mailed', () => mails.received.length >= people.length),
  )
  for (const [number, email] of people.entries()) {
    const { message } = mails.received.find(({ to }) => to === email) ?? { message: '' }
    const [path = ''] = /\/alerts\/confirm\/[\w-]+/.exec(message.replaceAll('=\r\n', '')) ?? []
    const other = await elsewhere(all, askedAt[number] ?? 0)
    const page = await getThrough(nginx.port, path, other)
    const [, shown = ''] = /name="shown" value="([^"]*)"/.exec(String(page.body)) ?? []
    const pressed = await postThrough(nginx.port, path, { shown, alert: shown }, other)
    assert.equal(pressed.status, 303)
    assert.notEqual(servers.findIndex(answeredBy(pressed)), askedAt[number])
  }
  const rows = await records.db.selectFrom('subscription').select('confirmed_at').execute()
  assert.equal(rows.filter(({ confirmed_at }) => confirmed_at !== null).length, people.length)
  const states = await records.db.selectFrom('mail').select('state').execute()
  assert.deepEqual(new Set(states.map(({ state }) => state)), new Set(['sent']))
  assert.deepEqual(mails.received.map(({ to }) => to).toSorted(), people.toSorted())
}

/** Sends beside the three servers while something is done. */
async function withFourthSender({ dataDirs, settings }: ThreeServers, work: () => Promise<void>) {
  let isOver = false
  const sending = (async () => {
    while (!isOver)
      await runTrialway(['mail', 'send', '--quiet'], { ...settings, DATA_DIR: dataDirs[0] ?? '' })
  })()
  await Promise.race([work(), sending])
  isOver = true
  await sending
}

function alertFor(email: string): Form {
  return { study: 'NCT07000000', event: 'recruiting', often: 'daily', language: 'en', email }
}

/** Whose log has the request. */
function answeredBy({ headers }: ProxiedAnswer): (one: Served) => boolean {
  return (server) => server.said().includes(String(headers['x-request-id']))
}

/** A network whose household another server answers. */
async function elsewhere({ servers, nginx }: ThreeServers, not: number): Promise<number> {
  for (let network = 1; network < 200; network++)
    if (servers.findIndex(answeredBy(await getThrough(nginx.port, '/en', network))) !== not)
      return network
  throw new Error('all is answered by one server')
}

async function countedApart({ servers, nginx }: ThreeServers) {
  const lost = { email: 'nobody@example.org' }
  const household = 201
  const ask = async (): Promise<number> =>
    (await postThrough(nginx.port, '/alerts/lost', lost, household)).status
  for (let times = 0; times < 20; times++) assert.equal(await ask(), 303)
  assert.equal(await ask(), 429)
  const statuses = await Promise.all(
    servers.map(async ({ port }) => (await postTo(port, '/alerts/lost', lost, household)).status),
  )
  const taken = statuses.filter((status) => status === 303)
  assert.equal(taken.length, 2, 'the two others have not counted')
}

async function oneKilled({ servers, nginx, caddy }: ThreeServers) {
  servers[1]?.child.kill('SIGKILL')
  for (const { port } of [nginx, caddy])
    for (let network = 1; network <= 30; network++) {
      assert.equal((await getThrough(port, '/search?q=kawasaki', network)).status, 200)
      const form = alertFor(`person${network}@${port}.example`)
      assert.equal((await postThrough(port, '/alerts', form, network)).status, 303)
    }
}

test('two servers on one data folder keep what both answered for', async (t) => {
  const dataDir = await newData(folder, 'shared')
  await runTrialway(['import', studiesOfRound(folder, 1), '--quiet'], { DATA_DIR: dataDir })
  const ports = [await unusedPort(), await unusedPort()]
  const settingsOf = (port: number): Form => ({
    DATA_DIR: dataDir,
    PORT: String(port),
    BASE_URL: `http://localhost:${port}`,
  })
  const pair = ports.map((port) => spawnServed(t, settingsOf(port)))
  await Promise.all(pair.map((one, index) => untilReady(one, ports[index] ?? 0)))
  const asked = Array.from({ length: 20 }, async (_, number) => {
    const url = `http://localhost:${ports[number % 2]}`
    const body = new URLSearchParams(alertFor(`p${number}@example-${number}.org`))
    const init = { method: 'POST', body, headers: { origin: url }, redirect: 'manual' } as const
    return (await fetch(`${url}/alerts`, init)).status
  })
  assert.deepEqual(new Set(await Promise.all(asked)), new Set([303]))
  const third = spawnServed(t, settingsOf(ports[0] ?? 0))
  await until('the third has ended', () => third.child.exitCode !== null)
  assert.match(third.said(), /cannot listen on .*another program is using it/)
  const records = await openRecords({ dataDir })
  t.after(() => records.close())
  await until('all are mailed', async () => {
    const states = await records.db.selectFrom('mail').select('state').execute()
    return states.length === 20 && states.every(({ state }) => state === 'sent')
  })
  assert.deepEqual(await Promise.all(pair.map((one) => one.stop())), [0, 0])
  assert.equal(readdirSync(join(dataDir, 'mail')).length, 20, 'each is mailed once')
})
