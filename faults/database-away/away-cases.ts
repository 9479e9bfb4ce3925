import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { checkRecords } from '../check-records.ts'
import type { Said } from '../child.ts'
import type { Database } from '../database.ts'
import { type Server } from '../server.ts'
import { mailTo, startSink } from '../sink.ts'
import { startProxy } from '../tcp-proxy.ts'
import { hookSecret } from './hook.ts'
import { nameFile } from './name-file.ts'
import {
  type AwayWorld,
  expectAway,
  expectBack,
  expectEnd,
  expectPublic,
  linesOf,
  mostMs,
} from './world.ts'
import { unusedPort } from '../../src/testing/ports.ts'

const env = { MAIL_HOOK_SECRET: hookSecret }

/** The database is started after the server, as after a power cut, and there is nothing in it yet. */
export async function awayAtStart(world: AwayWorld): Promise<string> {
  const { findings } = world
  const database = await world.database()
  await database.stop('fast')
  const dataDir = world.dataDir('away-at-start')
  const server = await world.server({ dataDir, databaseUrl: database.url(), env })
  await expectPublic(server, findings, 'away at the start')
  const slowest = await expectAway(server, findings, 'away at the start')
  const { text } = await server.get('/readyz')
  const { status } = await server.get('/readyz/records')
  findings.expect(status === 503, '/readyz/records is ready without records')
  await wait(world.setup.times(5000, 30_000))
  const lines = linesOf(server, 'the records are away')
  const others = linesOf(server, 'recurring work failed')
  findings.expect(lines === 1 && others === 0, 'it is said over and over', `${lines} + ${others}`)
  const endMs = await expectEnd(server, findings, 'away')
  const again = await world.server({ dataDir, databaseUrl: database.url(), env })
  await database.start()
  const backMs = await expectBack(again, findings, { number: 1, when: 'away at the start' })
  const journal = [{ kind: 'requested', number: 1 }]
  await checkRecords({ dataDir, databaseUrl: database.url() }, journal, findings)
  return `away at the start: what is public is served, /readyz 200 ${text}, /readyz/records ${status}; what needs records 503 after ${slowest} ms at most; lines in the log ${lines}, SIGTERM ends it after ${endMs} ms; the database comes: tables are made and a request is taken ${backMs} ms later`
}

/** It stops under a server that has mails to send, and is started again. */
export async function stoppedAndStarted(world: AwayWorld): Promise<string> {
  const { findings, setup } = world
  const database = await world.database()
  const sink = await startSink({ journal: join(setup.folder, 'stopped.ndjson') })
  try {
    const dataDir = world.dataDir('stopped')
    const databaseUrl = database.url()
    const server = await world.server({ dataDir, databaseUrl, env: { ...env, ...mailTo(sink) } })
    const journal = await askSome(server, 20)
    await database.stop('immediate')
    await expectPublic(server, findings, 'stopped')
    const slowest = await expectAway(server, findings, 'stopped')
    await wait(setup.times(3000, 20_000))
    await database.start()
    const backMs = await expectBack(server, findings, { number: 100, when: 'stopped' })
    journal.push({ kind: 'requested', number: 100 })
    const mails = await untilMails(() => sink.deliveries().length, journal.length)
    findings.expect(mails >= journal.length, 'a mail did not go out afterwards', `${mails}`)
    await expectEnd(server, findings, 'after a stop')
    const { lost } = await checkRecords({ dataDir, databaseUrl }, journal, findings)
    return `connection refused (stopped under the server): 503 after ${slowest} ms at most, served again ${backMs} ms after its start; ${journal.length} requests kept, lost ${lost}, ${mails} mails sent`
  } finally {
    await sink.stop()
  }
}

async function untilMails(count: () => number, wanted: number): Promise<number> {
  // What a sender held is free again after two minutes.
  for (let tries = 0; tries < 200 && count() < wanted; tries++) await wait(1000)
  return count()
}

/** Asks for so many alerts, of people from 0 on; the journal of those that were taken. */
export async function askSome(server: Server, count: number): Promise<Said[]> {
  const journal: Said[] = []
  for (let number = 0; number < count; number++)
    if ((await server.ask(number)).isTaken) journal.push({ kind: 'requested', number })
  return journal
}

/** It is there and says nothing: its processes are stopped, or a firewall swallows all that is sent. */
export async function frozen(world: AwayWorld): Promise<string> {
  const { findings } = world
  const database = await world.database()
  const proxy = await startProxy(database.port)
  const dataDir = world.dataDir('frozen')
  const server = await world.server({ dataDir, databaseUrl: database.url(proxy), env })
  const notes: string[] = []
  const ways = [
    ['its processes behind our lines are stopped', () => database.freeze('backends')],
    ['all of its processes are stopped', () => database.freeze('everything')],
    ['a firewall swallows all', () => swallow(proxy)],
  ] as const
  let number = 0
  for (const [when, freeze] of ways) {
    await askSome(server, 3)
    const thaw = await freeze()
    const [crowd] = await Promise.all([
      Promise.all(Array.from({ length: 30 }, () => server.ask(1000 + number++))),
      expectPublic(server, findings, when),
    ])
    const slowest = Math.round(Math.max(...crowd.map(({ ms }) => ms)))
    const kinds = crowd.every(({ status, isTaken }) => status === 503 || isTaken)
    findings.expect(kinds, 'a frozen database is answered otherwise', when)
    findings.expect(slowest < mostMs, 'a frozen database is waited for', `${slowest} ms, ${when}`)
    const refused = crowd.filter(({ status }) => status === 503).length
    const next = await server.get('/alerts/confirm/made-up')
    thaw()
    const backMs = await expectBack(server, findings, { number: 2000 + number, when })
    notes.push(
      `${when}: of 30 requests at once ${refused} get 503, the slowest after ${slowest} ms, the next ${next.status} after ${Math.round(next.ms)} ms; served again ${backMs} ms later`,
    )
  }
  await database.freeze('everything')
  await Promise.race([server.ask(3000), wait(1000)])
  const endMs = await expectEnd(server, findings, 'frozen')
  await proxy.set('shut')
  return `frozen: ${notes.join('; ')}; SIGTERM while all is frozen ends it after ${endMs} ms`
}

async function swallow(proxy: Awaited<ReturnType<typeof startProxy>>): Promise<() => void> {
  await proxy.set('hole')
  return () => void proxy.set('through')
}

/** How much people have told these records. */
async function rowsIn(database: Database): Promise<string> {
  const rows = await database.ask<{ count: string }>(
    "select (select count(*) from ask) || ' asks, ' || (select count(*) from person) || ' people' as count",
  )
  return rows[0]?.count ?? ''
}

/** The name stays and the address behind it changes: first to where the records are now, then to those of others. */
export async function moved(world: AwayWorld): Promise<string> {
  const { findings, setup } = world
  const [own, foreign] = [await world.database(), await world.database()]
  const other = await world.server({
    dataDir: world.dataDir('foreign'),
    databaseUrl: foreign.url(),
  })
  await askSome(other, 5)
  await expectEnd(other, findings, 'foreign')
  const before = await rowsIn(foreign)
  const port = await unusedPort()
  const hosts = nameFile(join(setup.folder, 'hosts'))
  hosts.set('127.0.0.2')
  const first = await startProxy(own.port, { host: '127.0.0.2', port })
  const dataDir = world.dataDir('moved')
  const databaseUrl = own.url({ host: hosts.name, port })
  const server = await world.server({ dataDir, databaseUrl, under: hosts.under, env })
  const journal = await askSome(server, 5)
  await first.set('shut')
  await expectAway(server, findings, 'moved')
  const second = await startProxy(own.port, { host: '127.0.0.3', port })
  hosts.set('127.0.0.3')
  const backMs = await expectBack(server, findings, { number: 50, when: 'moved' })
  journal.push({ kind: 'requested', number: 50 })
  const third = await startProxy(foreign.port, { host: '127.0.0.4', port })
  hosts.set('127.0.0.4')
  await second.set('shut')
  await expectPublic(server, findings, 'the name leads to other records')
  await expectAway(server, findings, 'the name leads to other records')
  const after = await rowsIn(foreign)
  findings.expect(after === before, 'something was written into the records of others', after)
  const refusals = linesOf(server, 'the records are refused')
  findings.expect(refusals === 1, 'the operator is not told once', String(refusals))
  await second.set('through')
  hosts.set('127.0.0.3')
  const againMs = await expectBack(server, findings, { number: 51, when: 'moved back' })
  journal.push({ kind: 'requested', number: 51 })
  await expectEnd(server, findings, 'moved')
  const { lost } = await checkRecords({ dataDir, databaseUrl: own.url() }, journal, findings)
  await Promise.all([second.set('shut'), third.set('shut')])
  return `a name that comes to mean another address: the same records there: served again after ${backMs} ms, without a restart; the records of others there: 503, nothing written into them, said once; back: after ${againMs} ms; lost ${lost}`
}
