import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chanceOf, spreadMs } from './chance.ts'
import { checkRecords } from './check-records.ts'
import { type Database, startDatabase } from './database.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { type Server, startServer } from './server.ts'
import { mailTo, type Sink, startSink } from './sink.ts'
import { makeSmallWorld } from './small-world.ts'
import { Visitors } from './visitors.ts'
import { unusedPort } from '../src/testing/ports.ts'

const everyKind = ['immediate', 'fast', 'one line', 'all lines', 'backend killed'] as const
/** How a database is struck: it is restarted, lines to it are ended, one of its processes is killed. */
export type StrikeKind = (typeof everyKind)[number]

/** A database is restarted at night, and nobody is told. */
export const databaseRestarts: Fault = {
  id: 'F26',
  title: 'PostgreSQL restarts under load',
  how: 'The real server, which sends its own mail, on a PostgreSQL that waits for its disk. Four visitors ask for alerts and press again after a 503; two follow the links in the mails that came and confirm. Meanwhile PostgreSQL is restarted (immediate and fast), its lines are ended by an operator (one and all of them), and one of its processes is killed, which makes it start anew. Another reader looks at study pages all the time.',
  expected:
    'The process never ends. What was answered for is there, none twice, none in part, every mail goes out once; public pages are served all the time; records and mail come back by themselves.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const database = await startDatabase(join(setup.folder, 'postgres'))
    const sink = await startSink({ journal: join(setup.folder, 'sink.ndjson') })
    try {
      return await restartOften(setup, { database, sink, findings })
    } finally {
      await sink.stop()
      await database.end()
    }
  },
}

interface Parts {
  readonly database: Database
  readonly sink: Sink
  readonly findings: Findings
}

async function restartOften(setup: FaultSetup, { database, sink, findings }: Parts) {
  const databaseUrl = database.url()
  const world = { folder: setup.folder, databaseUrl, studies: 3, sets: 0 }
  const { dataDir } = await makeSmallWorld(world)
  const server = await startServer({
    dataDir,
    databaseUrl,
    port: await unusedPort(),
    env: mailTo(sink),
    longestMs: 3_600_000,
  })
  const visitors = new Visitors(server, sink, findings)
  const reader = readPublicPages(server, findings)
  const visiting = visitors.crowd.run()
  await wait(1000)
  const times = setup.times(quickTimes, wholeTimes)
  const struck = await strikeOften(setup, { database, server, findings, times, kinds: everyKind })
  visitors.crowd.end()
  await visiting
  const pages = await reader.end()
  const isIdle = findings.count('the process ended') === 0 && (await mailsAreOut(database))
  findings.expect(isIdle, 'mails were still waiting in the end')
  server.child.kill('SIGTERM')
  const { code } = await server.child.ended
  findings.expect(code === 0, 'the server did not end in good order', String(code))
  const checked = await checkRecords({ dataDir, databaseUrl }, visitors.journal, findings)
  const mail = judgeMail(sink, visitors, findings)
  return {
    tries: times,
    fired: struck.fired,
    lost: checked.lost + mail.lost,
    repeated: mail.repeated,
    recovery: struck.recovery,
    notes: [
      struck.note,
      wordsOf(visitors),
      `mails in the journal of the mail server: ${sink.deliveries().length}, of them the same once more ${mail.repeated}`,
      `public pages meanwhile: ${pages}`,
    ],
    failures: findings.failures,
  }
}

const quickTimes = 10
const wholeTimes = 200

/** A server that is used while its database is struck, so many times, in these ways in turn. */
export interface Strikes {
  readonly database: Database
  readonly server: Server
  readonly findings: Findings
  readonly times: number
  readonly kinds: readonly StrikeKind[]
}

/** What came of strikes, as a report tells it. */
export interface Struck {
  readonly fired: number
  /** How long it took until records were read again. */
  readonly recovery: string
  /** Whether the server died of it, and how often each way struck. */
  readonly note: string
}

/** Strikes a database at random moments. */
export async function strikeOften(
  setup: FaultSetup,
  { database, server, findings, times, kinds }: Strikes,
): Promise<Struck> {
  const chance = chanceOf(setup.seed, 'restarts')
  const counts = new Map<StrikeKind, number>()
  const recoveryMs: number[] = []
  let isOver = false
  void server.child.ended.then(() => (isOver = true))
  for (let round = 0; round < times && !isOver; round++) {
    await wait(300 + chance.next() * 1500)
    const kind = kinds[round % kinds.length] ?? 'fast'
    const began = performance.now()
    if (await strike(database, kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    const isBack = await recordsAreBack(server)
    findings.expect(isBack, 'the records did not come back by themselves', kind)
    recoveryMs.push(performance.now() - began)
    if (round % 20 === 19) setup.say(`${round + 1} of ${times}`)
  }
  findings.expect(!isOver, 'the process ended', server.child.complaints().slice(-300))
  const deaths = findings.count('the process ended')
  return {
    fired: counts.values().reduce((sum, count) => sum + count, 0),
    recovery: `records are read again ${spreadMs(recoveryMs)} after PostgreSQL was struck, its own start included`,
    note: `process deaths ${deaths}; ${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
  }
}

async function strike(database: Database, kind: StrikeKind): Promise<boolean> {
  switch (kind) {
    case 'immediate':
    case 'fast':
      await database.stop(kind)
      await database.start()
      return true
    case 'one line':
      return (await database.terminate('one')) > 0
    case 'all lines':
      return (await database.terminate('all')) > 0
    case 'backend killed':
      return database.killBackend()
  }
}

/** A link that was made up is looked for in the records, and is not there. */
async function recordsAreBack(server: Server): Promise<boolean> {
  for (let tries = 0; tries < 300; tries++) {
    const { status } = await server.get('/alerts/confirm/made-up-and-never-mailed')
    if (status === 404) return true
    await wait(50)
  }
  return false
}

/** Reads what is public, all the time; its answer in words when it is told to end. */
function readPublicPages(server: Server, findings: Findings): { end(): Promise<string> } {
  const paths = ['/studies/NCT07000000', '/search?q=heart', '/fr/studies/NCT07000001', '/readyz']
  const times: number[] = []
  let isOver = false
  const reading = (async () => {
    for (let turn = 0; !isOver; turn++) {
      const path = paths[turn % paths.length] ?? '/'
      const { status, ms } = await server.get(path)
      findings.expect(status === 200, 'a public page was not served', `${path} ${status}`)
      times.push(ms)
      await wait(80)
    }
  })()
  return {
    end: async () => {
      isOver = true
      await reading
      return `${times.length} read, ${findings.count('a public page was not served')} not served, ${spreadMs(times)}`
    },
  }
}

/** What a sender held when its database went is free again two minutes later; so long nothing may seem to happen. */
export async function mailsAreOut(database: Database): Promise<boolean> {
  let [least, quiet] = [Infinity, 0]
  while (quiet < 180) {
    const [row] = await database.ask<{ left: string }>(
      "select (select count(*) from ask) + (select count(*) from mail where state in ('queued', 'sending')) as left",
    )
    const left = Number(row?.left)
    if (left === 0) return true
    quiet = left < least ? 0 : quiet + 1
    least = Math.min(least, left)
    await wait(1000)
  }
  return false
}

/** Everybody who was answered for was asked by one mail; the same one again is a repeat, another one is a fault. */
function judgeMail(
  sink: Sink,
  visitors: Visitors,
  findings: Findings,
): { lost: number; repeated: number } {
  const mails = Map.groupBy(sink.deliveries(), ({ to }) => to)
  let [lost, repeated] = [0, 0]
  for (const { kind, number } of visitors.journal) {
    if (kind !== 'requested') continue
    const own = mails.get(`p${String(number)}@example.org`) ?? []
    const different = new Set(own.map(({ messageId }) => messageId)).size
    if (!findings.expect(different > 0, 'a mail never went out', String(number))) lost++
    findings.expect(different <= 1, 'somebody was asked in two mails', String(number))
    repeated += own.length - different
  }
  return { lost, repeated }
}

function wordsOf({ journal, crowd, refusals, slowestMs }: Visitors): string {
  const count = (kind: string): number => journal.filter((said) => said.kind === kind).length
  return `${crowd.asked} people asked; answered for ${count('requested')} requests and ${count('confirmed')} confirmations; told to come again: away ${refusals.away}, busy ${refusals.busy}, not known whether it is kept ${refusals.unsure}; slowest refusal ${slowestMs.refused} ms`
}
