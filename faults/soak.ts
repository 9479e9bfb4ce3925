import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { family, memoryOf } from '../bench/processes.ts'
import { chanceOf, quantile } from './chance.ts'
import { checkRecords } from './check-records.ts'
import { finished, type Said, startChild, startCommand } from './child.ts'
import type { HoldOrders } from './children/hold-lock.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { type Server, startServer } from './server.ts'
import { startSink } from './sink.ts'
import { makeSmallWorld, type SmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** Everything at once, for a while. */
export const soak: Fault = {
  id: 'F25',
  title: 'Soak',
  how: 'The real server with mail for some minutes under an even load (pages, searches, subscriptions) and small faults by chance: a "mail send" that is killed, a lock that is held, an import. Its memory, open files and the size of the records’ log are read every few seconds.',
  expected:
    'Nothing acknowledged is lost; the log stays below 32 MB; open files do not grow; memory after the warm-up grows by less than 15 % (a short run cannot say more).',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const world = await makeSmallWorld({ folder: setup.folder, studies: 200, sets: 5 })
    const sink = await startSink({ journal: join(setup.folder, 'sink.ndjson'), slowMs: 5 })
    const mail = {
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      MAIL_FROM: 'alerts@trialway.example',
    }
    const server = await startServer({
      dataDir: world.dataDir,
      port: await unusedPort(),
      env: mail,
      longestMs: (setup.soakMinutes + 5) * 60_000,
    })
    const journal: Said[] = []
    const samples: Sample[] = []
    const end = Date.now() + setup.soakMinutes * 60_000
    const counts = { pages: 0, refused: 0, kills: 0, holds: 0, imports: 0 }
    await Promise.all([
      load(server, end, journal, counts),
      disturb(setup, world, { end, mail, counts }),
      watch(server, world.dataDir, end, samples),
    ])
    await wait(3000)
    server.child.kill('SIGTERM')
    const { code } = await server.child.ended
    findings.expect(code === 0, 'the server did not end in good order', String(code))
    await sink.stop()
    const checked = await checkRecords({ dataDir: world.dataDir }, journal, findings)
    const growth = judge(samples, findings)
    const deliveries = sink.deliveries()
    const repeated = deliveries.length - new Set(deliveries.map(({ messageId }) => messageId)).size
    return {
      tries: counts.kills + counts.holds + counts.imports,
      fired: counts.kills + counts.holds + counts.imports,
      lost: checked.lost,
      repeated,
      corrupt: checked.corrupt,
      notes: [
        `${setup.soakMinutes} minutes: ${counts.pages} pages, ${journal.length} requests taken, ${counts.refused} answered 503, ${counts.imports} imports, ${counts.kills} senders killed, ${counts.holds} locks held for 0.2 s, ${deliveries.length} mails`,
        growth,
      ],
      failures: findings.failures,
    }
  },
}

interface Sample {
  readonly minutes: number
  readonly memoryMb: number
  readonly files: number
  readonly logBytes: number
}

async function load(
  server: Server,
  end: number,
  journal: Said[],
  counts: { pages: number; refused: number },
): Promise<void> {
  const pages = [
    '/',
    '/search?q=kawasaki',
    '/studies/NCT07000003',
    '/fr/search?q=anakinra',
    '/alerts/new?study=NCT07000001',
  ]
  const browse = async (): Promise<void> => {
    for (let turn = 0; Date.now() < end; turn++) {
      await server.get(pages[turn % pages.length] ?? '/')
      counts.pages++
      await wait(60)
    }
  }
  const ask = async (): Promise<void> => {
    for (let number = 0; Date.now() < end; number++) {
      const { isTaken } = await server.ask(number)
      if (isTaken) journal.push({ kind: 'requested', number })
      else counts.refused++
      await wait(250)
    }
  }
  await Promise.all([browse(), ask()])
}

async function disturb(
  setup: FaultSetup,
  world: SmallWorld,
  given: {
    end: number
    mail: Record<string, string>
    counts: { kills: number; holds: number; imports: number }
  },
): Promise<void> {
  const { end, mail, counts } = given
  const { dataDir } = world
  const chance = chanceOf(setup.seed, 'soak')
  for (let round = 1; Date.now() < end - 10_000; round++) {
    const kind = chance.pick(['kill', 'hold', 'import'] as const)
    if (kind === 'hold') {
      await finished(startChild('hold-lock.ts', { dataDir, holdMs: 200 } satisfies HoldOrders))
      counts.holds++
    } else if (kind === 'kill') {
      const child = startCommand(['mail', 'send', '--quiet'], {
        env: { ...mail, DATA_DIR: dataDir },
      })
      await wait(300 + chance.next() * 1500)
      child.kill()
      await child.ended
      counts.kills++
    } else {
      const file = world.change(round, [chance.whole(0, 199), chance.whole(0, 199)])
      await startCommand(['import', '--quiet', file], { env: { DATA_DIR: dataDir } }).ended
      counts.imports++
    }
    await wait(3000)
  }
}

async function watch(
  server: Server,
  dataDir: string,
  end: number,
  samples: Sample[],
): Promise<void> {
  const began = Date.now()
  while (Date.now() < end) {
    await wait(2000)
    const log = statSync(join(dataDir, 'records.sqlite-wal'), { throwIfNoEntry: false })
    samples.push({
      minutes: (Date.now() - began) / 60_000,
      // Only the server itself: what it starts (a run of the alerts) comes and goes.
      memoryMb: memoryOf([server.child.pid]).rss,
      files: filesOf(server.child.pid),
      logBytes: log?.size ?? 0,
    })
    if (family(server.child.pid).length > 50) throw new Error('the server starts without end')
  }
}

function filesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

/** The first third is warming up; of the rest the first half is compared with the second. */
function judge(samples: readonly Sample[], findings: Findings): string {
  const warm = samples.slice(Math.floor(samples.length / 3))
  const half = Math.floor(warm.length / 2)
  const middle = (part: readonly Sample[], of: (sample: Sample) => number): number =>
    quantile(part.map(of), 0.5)
  const [early, late] = [warm.slice(0, half), warm.slice(half)]
  const memory = [early, late].map((part) => middle(part, ({ memoryMb }) => memoryMb))
  const files = [early, late].map((part) => middle(part, (sample) => sample.files))
  const growth = ((memory[1] ?? 0) / (memory[0] || 1) - 1) * 100
  const log = Math.max(...samples.map(({ logBytes }) => logBytes)) / 1e6
  findings.expect(growth < 15, 'memory grows', `${growth.toFixed(1)} %`)
  findings.expect((files[1] ?? 0) <= (files[0] ?? 0) + 5, 'open files grow', files.join(' to '))
  findings.expect(log < 32, 'the log grows', `${log.toFixed(1)} MB`)
  return `memory of the server ${Math.round(memory[0] ?? 0)} to ${Math.round(memory[1] ?? 0)} MB (${growth.toFixed(1)} %), open files ${files.join(' to ')}, log ${log.toFixed(1)} MB at most`
}
