import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openRecords } from '../src/people/records/open-records.ts'
import { checkRecords } from './check-records.ts'
import { type Said, startChild, startCommand } from './child.ts'
import type { SubscribeOrders } from './children/subscribe.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** A file system of so many bytes in memory, gone after the work. */
async function onSmallDisk<T>(
  folder: string,
  options: string,
  work: (resize: (options: string) => void) => Promise<T>,
): Promise<T> {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  try {
    return await work((again) =>
      execFileSync('mount', ['-o', `remount,${again}`, folder], { stdio: 'pipe' }),
    )
  } finally {
    execFileSync('umount', ['-l', folder])
  }
}

/** There is no room left. */
export const fullDisk: Fault = {
  id: 'F7',
  title: 'The disk is full',
  how: 'The records are on a small file system in memory. People subscribe until it is full, what is there is read, the file system is made larger while everything runs. Once with a program, once with the real server.',
  expected:
    'Requests are refused (503 or an error), pages and reads go on, and without a restart everything works again within 5 s once there is room. Lost 0.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const program = await fillByProgram(setup, findings)
    const server = await fillByServer(setup, findings)
    return {
      tries: 2,
      fired: program.fired + server.fired,
      lost: program.lost + server.lost,
      corrupt: program.corrupt + server.corrupt,
      recovery: `program ${program.recoveryMs} ms, server ${server.recoveryMs} ms after there was room`,
      notes: [program.words, server.words],
      failures: findings.failures,
    }
  },
}

async function fillByProgram(setup: FaultSetup, findings: Findings) {
  const dataDir = join(setup.folder, 'small')
  return onSmallDisk(dataDir, 'size=3m', async (resize) => {
    const orders: SubscribeOrders = {
      dataDir,
      from: 0,
      count: 100_000,
      seed: setup.seed,
      mix: 'everything',
      goOn: true,
      pauseMs: 1,
    }
    const child = startChild('subscribe.ts', orders, { longestMs: 120_000 })
    const first = await child.hears('failed')
    await wait(1000)
    const read = child.said.findLast(({ kind }) => kind === 'read')
    findings.expect(read !== undefined, 'nothing could be read on a full disk')
    const done = child.said.length
    const began = performance.now()
    resize('size=40m')
    const recovered = await until(() =>
      child.said.slice(done).some(({ kind }) => kind === 'requested'),
    )
    const recoveryMs = Math.round(performance.now() - began)
    findings.expect(recovered && recoveryMs < 5000, 'it did not go on when there was room')
    await wait(500)
    child.kill()
    await child.ended
    const { lost, corrupt, people } = await checkRecords({ dataDir }, child.said, findings)
    return {
      lost,
      corrupt,
      recoveryMs,
      fired: 1,
      words: `program: ${people} people; refused with "${String(first['message'])}"; read meanwhile: ${String(read?.['people'])} people`,
    }
  })
}

async function fillByServer(setup: FaultSetup, findings: Findings) {
  const folder = join(setup.folder, 'world')
  const world = await makeSmallWorld({ folder, studies: 3, sets: 0 })
  const dataDir = join(setup.folder, 'small-server')
  return onSmallDisk(dataDir, 'size=3m', async (resize) => {
    for (const name of ['catalogue', 'places.sqlite'])
      symlinkSync(join(world.dataDir, name), join(dataDir, name))
    const server = await startServer({ dataDir, port: await unusedPort() })
    const journal: Said[] = []
    let number = 0
    let refusal = 0
    for (; number < 5000 && refusal === 0; number++) {
      const { isTaken, status } = await server.ask(number)
      if (isTaken) journal.push({ kind: 'requested', number })
      else refusal = status
    }
    findings.expect(refusal >= 500, 'the server was never full', String(refusal))
    findings.expect(refusal === 503, 'a full disk is answered otherwise than 503', String(refusal))
    const page = await server.get('/studies/NCT07000000')
    const form = await server.get('/alerts/new?study=NCT07000000')
    findings.expect(page.status === 200 && form.status === 200, 'pages fail on a full disk')
    const began = performance.now()
    resize('size=40m')
    const recovered = await until(async () => {
      const { isTaken } = await server.ask(number)
      if (isTaken) journal.push({ kind: 'requested', number })
      number++
      return isTaken
    })
    const recoveryMs = Math.round(performance.now() - began)
    findings.expect(recovered && recoveryMs < 5000, 'the server did not recover by itself')
    server.child.kill('SIGTERM')
    await server.child.ended
    const { lost, corrupt } = await checkRecords({ dataDir }, journal, findings)
    return {
      lost,
      corrupt,
      recoveryMs,
      fired: refusal >= 500 ? 1 : 0,
      words: `server: ${journal.length} requests taken, then ${refusal}; a study page ${page.status} and the form ${form.status} meanwhile`,
    }
  })
}

async function until(claim: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (await claim()) return true
    await wait(100)
  }
  return false
}

/** What else a file system or the system can refuse. */
export const noHandles: Fault = {
  id: 'F8',
  title: 'Read-only disk, no inodes, few handles',
  how: 'The real server is ended and started again on a file system that has become read-only; a start on a file system without inodes; a start with "ulimit -n 24".',
  expected:
    'On a read-only disk what is public is served and the rest refused; else a clear message, no loop. Nothing lost.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const notes: string[] = []
    const world = await makeSmallWorld({
      folder: join(setup.folder, 'world'),
      studies: 3,
      sets: 0,
    })
    const lost = await readOnly(setup, world.dataDir, findings, notes)
    const inodes = join(setup.folder, 'inodes')
    await onSmallDisk(inodes, 'size=8m,nr_inodes=3', async () => {
      const message = await refusalOf(inodes)
      findings.expect(message !== undefined, 'it started without inodes')
      notes.push(`no inodes: "${message}"`)
    })
    const handles = startCommand(['serve'], {
      env: { DATA_DIR: world.dataDir, PORT: String(await unusedPort()), LOG_LEVEL: 'warn' },
      under: ['sh', '-c', 'ulimit -n 24; exec "$@"', 'sh'],
      longestMs: 30_000,
    })
    const { code, signal, ms } = await handles.ended
    findings.expect(signal === null && code !== 0, 'with few handles it neither works nor ends')
    findings.expect(!/damaged/.test(handles.complaints()), 'sound records are called damaged')
    notes.push(
      `24 handles: ended with ${code ?? signal} after ${(ms / 1000).toFixed(1)} s: "${withoutPaths(handles.complaints().trim().split('\n')[0] ?? '').slice(0, 120)}"`,
    )
    return { tries: 3, fired: notes.length, lost, notes, failures: findings.failures }
  },
}

/** Where things are on one machine is of no use to another. */
function withoutPaths(text: string): string {
  return text.replaceAll(/(?:\/[\w.-]+)+\/(?=[\w.-]+)/g, '')
}

async function readOnly(
  setup: FaultSetup,
  from: string,
  findings: Findings,
  notes: string[],
): Promise<number> {
  const dataDir = join(setup.folder, 'read-only')
  return onSmallDisk(dataDir, 'size=16m', async (remount) => {
    for (const name of ['catalogue', 'places.sqlite'])
      symlinkSync(join(from, name), join(dataDir, name))
    const server = await startServer({ dataDir, port: await unusedPort() })
    const journal: Said[] = []
    for (let number = 0; number < 20; number++)
      if ((await server.ask(number)).isTaken) journal.push({ kind: 'requested', number })
    // Under files that are open for writing it cannot be remounted, so the server ends first, as in a crash.
    server.child.kill()
    await server.child.ended
    remount('ro')
    notes.push(`read-only: ${await startOn(dataDir, findings)}`)
    remount('rw')
    const { lost } = await checkRecords({ dataDir }, journal, findings)
    return lost
  })
}

/** What is public is served; what was to be kept is not. */
async function startOn(dataDir: string, findings: Findings): Promise<string> {
  try {
    const server = await startServer({ dataDir, port: await unusedPort() })
    const [page, asked] = [await server.get('/studies/NCT07000000'), await server.ask(100)]
    server.child.kill('SIGTERM')
    await server.child.ended
    findings.expect(page.status === 200, 'a page is not served on a read-only disk')
    findings.expect(asked.status >= 500, 'a request was taken on a read-only disk')
    return `the server starts, a study page is served (${page.status}), a request is answered ${asked.status}`
  } catch (error) {
    const message = (error as Error).message.slice(0, 200)
    findings.add('a start is refused on a read-only disk', message)
    return `a start is refused: "${message}"`
  }
}

async function refusalOf(dataDir: string): Promise<string | undefined> {
  try {
    await (await openRecords({ dataDir })).close()
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}
