import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openRecords } from '../../src/people/records/open-records.ts'
import { ask } from '../../src/testing/proxied.ts'
import { proxiedName, startShippedNginx } from '../../src/testing/proxies.ts'
import { finished, startChild } from '../child.ts'
import type { ImportOrders } from '../children/import.ts'
import type { Findings } from '../fault.ts'
import { answerOf, type Server, startServer } from '../server.ts'
import { mailTo, type Sink } from '../sink.ts'
import { makeSmallWorld } from '../small-world.ts'
import { placesFile } from '../studies.ts'
import { unusedPort } from '../../src/testing/ports.ts'

/** Three servers on one PostgreSQL, behind nginx. */
export interface SeveralServers {
  readonly folders: readonly string[]
  readonly sink: Sink
  /** What all of them are set to. */
  readonly env: Readonly<Record<string, string>>
  readonly records: { readonly databaseUrl: string; readonly keys: string }
  /** Each network is another household. */
  get(path: string, network: number): Promise<ThroughProxy>
  post(path: string, form: URLSearchParams, network: number): Promise<ThroughProxy>
  /** Kills a server, and starts it again after so many milliseconds. */
  killOne(index: number, awayMs: number): Promise<void>
  /** Imports on the first machine, and copies; the answer is how long the copy took to arrive, in milliseconds. */
  bringNewCatalogue(findings: Findings): Promise<number>
  allMailIsOut(): Promise<boolean>
  stop(): Promise<void>
}

/** What came back; status 0 where nothing did. */
export interface ThroughProxy {
  readonly status: number
  readonly text: string
}

export interface SeveralOptions {
  readonly folder: string
  readonly databaseUrl: string
  readonly sink: Sink
}

const studies = 20

export async function startSeveral(options: SeveralOptions): Promise<SeveralServers> {
  const { folder, databaseUrl, sink } = options
  const keys = ['root', '1'].map((name) => `${name}:${randomBytes(32).toString('base64')}`).join()
  const env = {
    BASE_URL: `https://${proxiedName}`,
    TRUST_PROXY: 'true',
    OPERATOR_PORT: '0',
    KEYS: keys,
    DATABASE_URL: databaseUrl,
    SEARCH_TIMEOUT_MS: '20000',
    ...mailTo(sink),
  }
  const { folders, source } = await threeFolders(folder)
  const start = (index: number, port: number): Promise<Server> =>
    startServer({ dataDir: folders[index] ?? '', port, env, longestMs: 3_600_000 })
  const ports = [await unusedPort(), await unusedPort(), await unusedPort()]
  const servers = await Promise.all(ports.map((port, index) => start(index, port)))
  await promisify(execFile)(copyScript, folders)
  await untilAlike(ports)
  const proxyFolder = join(folder, 'proxy')
  mkdirSync(proxyFolder)
  const proxy = await startShippedNginx({ folder: proxyFolder, upstreams: ports })
  const through = throughProxy(proxy.port)
  return {
    folders,
    sink,
    env,
    records: { databaseUrl, keys },
    ...through,
    killOne: async (index, awayMs) => {
      const { child } = servers[index] as Server
      child.kill()
      await child.ended
      await wait(awayMs)
      servers[index] = await start(index, ports[index] ?? 0)
    },
    bringNewCatalogue: (findings) => bringNew(source, { folders, ports }, findings),
    allMailIsOut: () => allIsOut({ dataDir: folders[0] ?? '', databaseUrl, keys }),
    stop: async () => {
      await proxy.stop()
      for (const { child } of servers) child.kill('SIGTERM')
      await Promise.all(servers.map(({ child }) => child.ended))
    },
  }
}

/** Waits until all servers show the same; where that never comes, whoever searches will notice. */
async function untilAlike(ports: readonly number[]): Promise<void> {
  const pageAt = async (port: number): Promise<string> =>
    (await answerOf(`http://127.0.0.1:${port}/search?q=trial`, {})).text
  for (let tries = 0; tries < 100; tries++) {
    if (new Set(await Promise.all(ports.map(pageAt))).size === 1) return
    await wait(100)
  }
}

const copyScript = join(import.meta.dirname, '../../deploy/copy-catalogue.sh')

/** The first has the catalogue, the second another one of the same number, the third none. */
async function threeFolders(folder: string) {
  const source = await makeSmallWorld({ folder: join(folder, 'source'), studies, sets: 0 })
  const other = await makeSmallWorld({ folder: join(folder, 'other'), studies: 2, sets: 0 })
  const folders = [1, 2, 3].map((number) => join(folder, `server-${number}`))
  for (const [index, dataDir] of folders.entries()) {
    mkdirSync(dataDir)
    copyFileSync(placesFile(), join(dataDir, 'places.sqlite'))
    const from = index === 1 ? other : source
    cpSync(join(from.dataDir, 'catalogue'), join(dataDir, 'catalogue'), { recursive: true })
  }
  return { source, folders }
}

type World = Awaited<ReturnType<typeof makeSmallWorld>>

interface Machines {
  readonly folders: readonly string[]
  readonly ports: readonly number[]
}

async function bringNew(source: World, { folders, ports }: Machines, findings: Findings) {
  const numbers = Array.from({ length: studies }, (_, number) => number)
  const orders: ImportOrders = {
    dataDir: folders[0] ?? '',
    placesFile: placesFile(),
    files: [source.change(1, numbers)],
  }
  await finished(startChild('import.ts', orders))
  const began = performance.now()
  await promisify(execFile)(copyScript, folders)
  for (const [index, port] of ports.entries())
    for (let tries = 0; ; tries++) {
      const page = await answerOf(`http://127.0.0.1:${port}/search?q=trial`, {})
      if (page.text.includes('of round 1.')) break
      if (tries < 300) await wait(100)
      else {
        findings.add('the new catalogue did not come', `to server ${index + 1}`)
        break
      }
    }
  return performance.now() - began
}

function throughProxy(port: number): Pick<SeveralServers, 'get' | 'post'> {
  const usual = { port, host: proxiedName, tls: true }
  const fromOf = (network: number): string =>
    `127.${1 + (network % 250)}.${Math.floor(network / 250)}.1`
  const answered = async (asked: ReturnType<typeof ask>): Promise<ThroughProxy> =>
    asked.then(
      ({ status, body }) => ({ status, text: String(body) }),
      () => ({ status: 0, text: '' }),
    )
  return {
    get: (path, network) => answered(ask({ ...usual, path, from: fromOf(network) })),
    post: (path, form, network) => {
      const body = form.toString()
      const headers = {
        origin: `https://${proxiedName}`,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
      }
      const from = fromOf(network)
      return answered(ask({ ...usual, path, from, method: 'POST', body, headers }))
    },
  }
}

async function allIsOut(place: Parameters<typeof openRecords>[0]): Promise<boolean> {
  const records = await openRecords(place)
  try {
    for (let tries = 0; tries < 600; tries++) {
      const waiting = await records.db
        .selectFrom('mail')
        .select('id')
        .where('state', '!=', 'sent')
        .limit(1)
        .execute()
      if (waiting.length === 0) return true
      await wait(200)
    }
    return false
  } finally {
    await records.close()
  }
}
