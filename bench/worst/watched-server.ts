import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ended, endWithUs, wait } from '../processes.ts'
import { environment, main } from '../program.ts'
import { request } from '../server.ts'
import type { Hold } from './hold-probe.ts'
import { unusedPort } from '../../src/testing/ports.ts'

/** The real server, and a look at its event loop from inside. */
export interface WatchedServer {
  readonly address: string
  readonly port: number
  readonly pid: number
  /** The longest hold since it was last asked. */
  hold(): Promise<Hold>
  /** How often its log says that a request ended with each status, those that hung up included. */
  readonly logged: ReadonlyMap<number, number>
  stop(): Promise<void>
}

/** Starts `trialway serve` on a data folder, with the probe in it; `more` are settings. Throws when it ends before it is ready. */
export async function startWatched(
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
): Promise<WatchedServer> {
  const port = await unusedPort()
  const child = fork(main, ['serve', '--quiet'], {
    env: environment({ DATA_DIR: dataDir, PORT: String(port), ...settings, ...more }),
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', probe],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const logged = new Map<number, number>()
  if (child.stdout) createInterface(child.stdout).on('line', (line) => count(line, logged))
  endWithUs(child, 'SIGTERM')
  const address = `http://127.0.0.1:${port}`
  await untilReady(child, address)
  return {
    address,
    port,
    pid: child.pid ?? 0,
    hold: () => holdOf(child),
    logged,
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

const settings = {
  LOG_LEVEL: 'info',
  SEARCH_PROCESSES: '1',
  MAIL_HOOK_SECRET: 'x'.repeat(40),
  OPERATOR_PORT: '0',
}
const probe = new URL('./hold-probe.ts', import.meta.url).href

function count(line: string, logged: Map<number, number>): void {
  const status = Number(/"status":(\d{3})/.exec(line)?.[1] ?? 0)
  if (status > 0) logged.set(status, (logged.get(status) ?? 0) + 1)
}

async function holdOf(child: ChildProcess): Promise<Hold> {
  const answer = once(child, 'message')
  child.send('hold')
  const [said] = (await answer) as [{ readonly hold: Hold }]
  return said.hold
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const status = await request(`${address}/readyz`).then(
      (reply) => reply.status,
      () => 0,
    )
    if (status === 200) return
    await wait(20)
  }
  child.kill('SIGKILL')
  throw new Error('the server was not ready after a minute')
}
