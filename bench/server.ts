import { type ChildProcess, spawn } from 'node:child_process'
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { ended, endWithUs, family, onCore, wait } from './processes.ts'
import { environment, main } from './program.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** A server of Trialway that this bench started. */
export interface TestServer {
  readonly address: string
  readonly pid: number
  /** From the command until /readyz said 200. */
  readonly startSeconds: number
  stop(): Promise<void>
}

/** Starts a server on a data folder; on one core if asked. */
export async function startServer(
  dataDir: string,
  options: { readonly core?: number; readonly settings?: Readonly<Record<string, string>> } = {},
): Promise<TestServer> {
  const port = await unusedPort()
  const command = [process.execPath, main, 'serve', '--quiet']
  const [program, args] =
    options.core === undefined
      ? ([command[0] ?? '', command.slice(1)] as const)
      : onCore(options.core, command)
  const began = performance.now()
  const child = spawn(program, args, {
    env: environment({ DATA_DIR: dataDir, PORT: String(port), ...options.settings }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  endWithUs(child, 'SIGTERM')
  const address = `http://127.0.0.1:${port}`
  await untilReady(child, address)
  return {
    address,
    pid: child.pid ?? 0,
    startSeconds: (performance.now() - began) / 1000,
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 12_000; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const status = await fetchStatus(`${address}/readyz`).catch(() => 0)
    if (status === 200) return
    await wait(10)
  }
  child.kill('SIGKILL')
  throw new Error('the server was not ready after two minutes')
}

async function fetchStatus(url: string): Promise<number> {
  return (await request(url)).status
}

/** The search processes of a server. */
export function searchProcesses(server: TestServer): number[] {
  return family(server.pid).filter((pid) => pid !== server.pid)
}

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it came over the wire. */
  readonly body: Buffer
  readonly ms: number
}

/** One request on a connection of its own. */
export async function request(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const began = performance.now()
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject)
  })
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  const ms = performance.now() - began
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(parts),
    ms,
  }
}
