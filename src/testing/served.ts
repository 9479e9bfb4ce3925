import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { unusedPort } from './ports.ts'

/** The server in a process of its own, as an operator starts it. */
export interface Served {
  readonly port: number
  readonly child: ChildProcess
  /** Everything it logged, and said at its start. */
  said(): string
  /** Asks it to end; the answer is its exit code. */
  stop(): Promise<number | null>
}

type Settings = Readonly<Record<string, string>>

/** A server that is ready; gone after the test. Throws what it said where it ends instead. */
export async function startServed(t: TestContext, settings: Settings): Promise<Served> {
  const port = await unusedPort()
  const served = spawnServed(t, { PORT: String(port), ...settings })
  await untilReady(served, port)
  return { ...served, port }
}

/** The same without waiting, and with a port only where the settings name one. */
export function spawnServed(t: TestContext, settings: Settings): Omit<Served, 'port'> {
  const child = trialwayCommand(['serve'], { SEARCH_PROCESSES: '1', ...settings })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  t.after(() => child.kill('SIGKILL'))
  return {
    child,
    said: () => said,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Waits until a server answers that it is ready. Throws what it said where it ends instead. */
export async function untilReady(
  { child, said }: Pick<Served, 'child' | 'said'>,
  port: number,
): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    await answer?.text()
    if (answer?.status === 200) return
    await wait(25)
  }
}

/** Runs a command of Trialway to its end. Throws what it said where that is not a good one. */
export async function runTrialway(words: readonly string[], settings: Settings): Promise<string> {
  const child = trialwayCommand(words, settings)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${said}`)
  return said
}

function trialwayCommand(words: readonly string[], settings: Settings): ChildProcess {
  const launcher = join(import.meta.dirname, '../../bin/trialway.js')
  const env = { PATH: process.env['PATH'], TZ: 'UTC', ...settings }
  return spawn(process.execPath, [launcher, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}
