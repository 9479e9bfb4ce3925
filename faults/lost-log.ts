import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cleanEnvironment } from './child.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { makeSmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** The log cannot be written: the disk is full, or what reads it has ended or stopped. */
export const lostLog: Fault = {
  id: 'F28',
  title: 'The log cannot be written',
  how: 'The standard output of the real server is a file on a small file system that is full; a pipe whose reader does not read; a pipe whose reader has ended. People ask for pages all the while, and a SIGTERM ends the server.',
  expected:
    'Pages are answered all the while; the processor rests when nobody asks; memory does not grow with what cannot be written; SIGTERM ends the server within its grace with exit code 0. Lines that are lost are counted, and the log goes on when there is room. When nobody can read it any more, the server ends by itself with exit code 1, so that what supervises it starts it again.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const folder = join(setup.folder, 'world')
    const { dataDir } = await makeSmallWorld({ folder, studies: 3, sets: 0 })
    const requests = setup.times(1500, 20_000)
    const notes = [
      await onFullDisk(setup, { dataDir, requests, findings }),
      await onStalledPipe({ dataDir, requests, findings }),
      await onClosedPipe({ dataDir, requests, findings }),
    ]
    return { tries: 3, fired: 3, lost: 0, notes, failures: findings.failures }
  },
}

interface Trouble {
  readonly dataDir: string
  readonly requests: number
  readonly findings: Findings
}

async function onFullDisk(setup: FaultSetup, trouble: Trouble): Promise<string> {
  const folder = join(setup.folder, 'log')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder])
  try {
    const file = join(folder, 'trialway.log')
    writeFileSync(join(folder, 'other'), Buffer.alloc(244 * 1024))
    const output = openSync(file, 'a')
    const server = await start(trouble, output)
    closeSync(output)
    const asked = await askAll(server, trouble)
    const full = statSync(file).size
    const said = await rest(server, 'full disk', trouble)
    execFileSync('mount', ['-o', 'remount,size=8m', folder])
    await askAll(server, { ...trouble, requests: 5 })
    const text = readFileSync(file, 'utf8')
    trouble.findings.expect(statSync(file).size > full, 'the log does not go on when there is room')
    trouble.findings.expect(
      /could not be written/.test(text),
      'the log does not say that lines are missing',
    )
    const dropped = await droppedLines(server)
    trouble.findings.expect(dropped > 0, 'lines that were lost are not counted')
    const ended = await stop(server, 'full disk', trouble)
    return `full disk: ${asked}; ${dropped} lines lost and counted; ${said}; SIGTERM: ${ended}`
  } finally {
    execFileSync('umount', ['-l', folder])
  }
}

async function onStalledPipe(trouble: Trouble): Promise<string> {
  const server = await start(trouble, 'pipe')
  const before = memoryOf(server)
  const asked = await askAll(server, trouble)
  const grown = memoryOf(server) - before
  const said = await rest(server, 'stalled pipe', trouble)
  const ended = await stop(server, 'stalled pipe', trouble)
  return `reader that does not read: ${asked}; memory grew by ${Math.round(grown / 1e6)} MB; ${said}; SIGTERM: ${ended}`
}

async function onClosedPipe(trouble: Trouble): Promise<string> {
  const server = await start(trouble, 'pipe')
  server.child.stdout?.destroy()
  const began = performance.now()
  // One that is answered makes a line, and with it the server notices.
  await answered(server, 'healthz')
  const ending = await Promise.race([server.ended, wait(15_000, undefined)])
  const words = ending === undefined ? 'it goes on' : `ends by itself with ${ending}`
  trouble.findings.expect(ending === 1, 'without a reader of its log it does not end with 1', words)
  if (ending === undefined) server.child.kill('SIGKILL')
  return `reader that has ended: ${words} after ${seconds(began)}`
}

interface Served {
  readonly child: ChildProcess
  readonly url: string
  readonly operator: string
  /** The exit code, or the signal. */
  readonly ended: Promise<number | string>
}

async function start({ dataDir }: Trouble, output: number | 'pipe'): Promise<Served> {
  const [port, operatorPort] = [await unusedPort(), await unusedPort()]
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts'), 'serve'], {
    env: {
      ...cleanEnvironment(),
      DATA_DIR: dataDir,
      PORT: String(port),
      OPERATOR_PORT: String(operatorPort),
      SEARCH_PROCESSES: '1',
    },
    stdio: ['ignore', output, 'ignore'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? String(signal)))
  })
  const url = `http://127.0.0.1:${port}`
  const server = { child, url, operator: `http://127.0.0.1:${operatorPort}`, ended }
  for (let tries = 0; tries < 2400; tries++) {
    if ((await answered(server, 'readyz')) === 200) return server
    await wait(50)
  }
  child.kill('SIGKILL')
  throw new Error('the server was not ready after two minutes')
}

/** Asks for pages until so many were answered; stops at the first that is not. */
async function askAll(server: Served, { requests, findings }: Trouble): Promise<string> {
  let slowest = 0
  for (let number = 0; number < requests; number++) {
    const began = performance.now()
    const status = await answered(server, 'studies/NCT07000000')
    slowest = Math.max(slowest, performance.now() - began)
    if (!findings.expect(status === 200, 'a page is not answered', `number ${number}: ${status}`))
      return `${number} of ${requests} pages answered`
  }
  return `${requests} pages answered, the slowest in ${Math.round(slowest)} ms`
}

async function answered({ url }: Served, path: string): Promise<number> {
  try {
    const response = await fetch(`${url}/${path}`, { signal: AbortSignal.timeout(5000) })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}

/** How much of a processor it takes while nobody asks. */
async function rest({ child }: Served, kind: string, { findings }: Trouble): Promise<string> {
  const before = ticksOf(child)
  await wait(3000)
  const share = (ticksOf(child) - before) / 3
  findings.expect(share < 30, `${kind}: the processor does not rest`, `${share} %`)
  return `${Math.round(share)} % of a processor at rest`
}

/** Hundredths of a second of work of one process, as Linux counts them. */
function ticksOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return Number(fields[11]) + Number(fields[12])
}

function memoryOf({ child: { pid } }: Served): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

async function droppedLines({ operator }: Served): Promise<number> {
  try {
    const text = await (
      await fetch(`${operator}/metrics`, { signal: AbortSignal.timeout(5000) })
    ).text()
    return Number(/^trialway_log_lines_dropped_total (\d+)$/m.exec(text)?.[1] ?? 0)
  } catch {
    return 0
  }
}

async function stop(server: Served, kind: string, { findings }: Trouble): Promise<string> {
  const began = performance.now()
  server.child.kill('SIGTERM')
  const ending = await Promise.race([server.ended, wait(15_000, 'not within 15 s')])
  findings.expect(ending === 0, `${kind}: SIGTERM does not end it in good order`, String(ending))
  if (ending === 'not within 15 s') server.child.kill('SIGKILL')
  return `exit code ${ending} after ${seconds(began)}`
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}
