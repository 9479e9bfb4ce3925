import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { checkRecords } from '../check-records.ts'
import type { Said } from '../child.ts'
import type { Database } from '../database.ts'
import { askSome } from './away-cases.ts'
import { type AwayWorld, expectBack, expectEnd, expectPublic, mostMs } from './world.ts'

/** Other programs have taken all connections, or hold a lock that everybody waits for. */
export async function exhausted(world: AwayWorld): Promise<string> {
  const { findings } = world
  const database = await world.database(undefined, 'max_connections = 14')
  const dataDir = world.dataDir('exhausted')
  const databaseUrl = database.url()
  const server = await world.server({ dataDir, databaseUrl })
  const journal = await askSome(server, 5)
  // Lines that nobody uses are closed after ten seconds, so that others can take them all.
  await wait(12_000)
  const others = await takeAll(database)
  const crowd = await Promise.all(Array.from({ length: 20 }, (_, at) => server.ask(100 + at)))
  await expectPublic(server, findings, 'no connection is left')
  const refused = crowd.filter(({ status }) => status === 503).length
  const slowest = Math.round(Math.max(...crowd.map(({ ms }) => ms)))
  findings.expect(
    crowd.every(({ status, isTaken }) => status === 503 || isTaken) && slowest < mostMs,
    'no connection left is answered otherwise',
    `${slowest} ms`,
  )
  keep(journal, crowd, 100)
  await Promise.all(others.map((client) => client.end()))
  const backMs = await expectBack(server, findings, { number: 200, when: 'connections are free' })
  journal.push({ kind: 'requested', number: 200 })
  const lock = await holdLock(world, { database, server, journal })
  await expectEnd(server, findings, 'exhausted')
  const { lost } = await checkRecords({ dataDir, databaseUrl }, journal, findings)
  return `no connection is left on the server: of 20 requests at once ${refused} get 503, the slowest after ${slowest} ms; served again after ${backMs} ms; ${lock}; lost ${lost}`
}

async function holdLock(
  { findings }: AwayWorld,
  {
    database,
    server,
    journal,
  }: {
    readonly database: Database
    readonly server: Awaited<ReturnType<AwayWorld['server']>>
    readonly journal: Said[]
  },
): Promise<string> {
  const holder = new pg.Client({ connectionString: database.url() })
  await holder.connect()
  await holder.query('begin; lock table ask in access exclusive mode')
  const crowd = await Promise.all(Array.from({ length: 60 }, (_, at) => server.ask(300 + at)))
  await expectPublic(server, findings, 'all our lines wait for a lock')
  await holder.query('rollback')
  await holder.end()
  const slowest = Math.round(Math.max(...crowd.map(({ ms }) => ms)))
  findings.expect(
    crowd.every(({ status }) => status === 503) && slowest < mostMs,
    'a held lock is answered otherwise',
    `${crowd.map(({ status }) => status).join(' ')}, ${slowest} ms`,
  )
  const backMs = await expectBack(server, findings, { number: 400, when: 'the lock is free' })
  journal.push({ kind: 'requested', number: 400 })
  return `our own pool exhausted by a lock that another program holds: 60 of 60 get 503, the slowest after ${slowest} ms; served again after ${backMs} ms`
}

/** Takes connections until the server gives no more. */
async function takeAll(database: Database): Promise<pg.Client[]> {
  const taken: pg.Client[] = []
  for (;;) {
    const client = new pg.Client({ connectionString: database.url() })
    client.on('error', () => {})
    try {
      await client.connect()
      taken.push(client)
    } catch {
      return taken
    }
  }
}

function keep(
  journal: Said[],
  answers: readonly { readonly isTaken: boolean }[],
  from: number,
): void {
  for (const [at, { isTaken }] of answers.entries())
    if (isTaken) journal.push({ kind: 'requested', number: from + at })
}

/** The file system under PostgreSQL has no room left. */
export async function fullDatabase(world: AwayWorld): Promise<string> {
  const { findings, setup } = world
  const folder = join(setup.folder, 'small-disk')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', folder])
  chmodSync(folder, 0o755)
  try {
    const database = await world.database(join(folder, 'postgres'))
    const dataDir = world.dataDir('full')
    const databaseUrl = database.url()
    const server = await world.server({ dataDir, databaseUrl })
    const journal = await askSome(server, 10)
    const filler = join(folder, 'filler')
    fill(folder, filler)
    let [taken, refused, strange] = [0, 0, 0]
    // What PostgreSQL has put by (its log files) is used up first.
    for (let number = 100; number < 6000 && refused < 40; number++) {
      const { isTaken, status } = await server.ask(number)
      if (isTaken) journal.push({ kind: 'requested', number })
      if (isTaken) taken++
      else if (status === 503) refused++
      else strange++
      fill(folder, filler)
    }
    findings.expect(strange === 0, 'a full disk is answered otherwise than 503', `${strange}`)
    findings.expect(refused > 0, 'the disk was never full')
    await expectPublic(server, findings, 'the disk of the database is full')
    rmSync(filler)
    const began = performance.now()
    const isUp = await database.ask('select 1').then(
      () => true,
      () => false,
    )
    // A full disk under its log ends PostgreSQL itself; its operator starts it again.
    if (!isUp) await database.start()
    const backMs = await expectBack(server, findings, { number: 7000, when: 'there is room again' })
    journal.push({ kind: 'requested', number: 7000 })
    await expectEnd(server, findings, 'full')
    const { lost } = await checkRecords({ dataDir, databaseUrl }, journal, findings)
    return `the disk of the database is full: ${taken} more requests are taken from what it had put by, then 503${isUp ? '' : ', and PostgreSQL ended itself'}; served again ${backMs} ms after there was room${isUp ? '' : ` and it was started (${Math.round(performance.now() - began)} ms)`}; lost ${lost}`
  } finally {
    execFileSync('umount', ['-l', folder])
  }
}

/** Leaves no free block. */
function fill(folder: string, filler: string): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail === 0) return
  try {
    writeFileSync(filler, Buffer.alloc(bavail * bsize), { flag: 'a' })
  } catch {
    // Full before all of it was written.
  }
}
