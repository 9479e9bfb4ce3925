import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openRecords } from '../people/records/open-records.ts'
import type { Records } from '../people/records/model/records.ts'
import { bigTowns } from './big-towns.ts'
import { ask, type ProxiedAnswer } from './proxied.ts'
import { type Proxy, proxiedName, startShippedCaddy, startShippedNginx } from './proxies.ts'
import { runTrialway, type Served, startServed } from './served.ts'
import { exampleStudy } from './test-alerts.ts'
import { openTestServer, type TestServer } from './test-mail.ts'
import { newDatabase, testKeys } from './test-records.ts'

/** Three servers on one PostgreSQL, each with its own copy of a catalogue, behind both proxies of deploy/. */
export interface ThreeServers {
  readonly folder: string
  /** The data folder of each; what is imported into the first is copied to the others. */
  readonly dataDirs: readonly string[]
  readonly servers: readonly Served[]
  readonly nginx: Proxy
  readonly caddy: Proxy
  readonly records: Records
  readonly mails: TestServer
  /** What all of them are set to. */
  readonly settings: Form
}

export type Form = Readonly<Record<string, string>>

/** Starts them in an empty folder, on a new database of a server; all are gone after the test. */
export async function threeServers(
  t: TestContext,
  folder: string,
  databases: string,
): Promise<ThreeServers> {
  const mails = await openTestServer(t)
  const databaseUrl = await newDatabase(databases, t)
  const settings = {
    BASE_URL: `https://${proxiedName}`,
    TRUST_PROXY: 'true',
    DATABASE_URL: databaseUrl,
    KEYS: testKeys,
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    MAIL_FROM: `alerts@${proxiedName}`,
    SEARCH_TIMEOUT_MS: '20000',
    MAIL_ASKED_PER_MINUTE: '0',
    MAIL_ASKED_PER_MINUTE_PER_DOMAIN: '0',
  }
  const dataDirs = await Promise.all(['one', 'two', 'three'].map((name) => newData(folder, name)))
  const [first = '', second = ''] = dataDirs
  // The second had a catalogue of its own before, of the same number.
  await Promise.all([
    runTrialway(['import', studiesOfRound(folder, 1), '--quiet'], { DATA_DIR: first }),
    runTrialway(['import', studiesOfRound(folder, 0), '--quiet'], { DATA_DIR: second }),
  ])
  const early = await startServed(t, { DATA_DIR: second, ...settings })
  await copyCatalogue(dataDirs)
  const late = await Promise.all(
    dataDirs
      .filter((dataDir) => dataDir !== second)
      .map((dataDir) => startServed(t, { DATA_DIR: dataDir, ...settings })),
  )
  const servers = [early, ...late]
  await until('the copied catalogue is served', async () => {
    const pages = await Promise.all(servers.map(({ port }) => searchAt(port)))
    return new Set(pages).size === 1 && pages[0]?.includes('of round 1.') === true
  })
  const upstreams = servers.map(({ port }) => port)
  const inFront = { folder: mkdtempSync(join(folder, 'proxy-')), upstreams }
  const [nginx, caddy] = await Promise.all([startShippedNginx(inFront), startShippedCaddy(inFront)])
  for (const proxy of [nginx, caddy]) t.after(() => proxy.stop())
  const dataDir = await newData(folder, 'looking')
  const records = await openRecords({ dataDir, keys: testKeys, databaseUrl })
  t.after(() => records.close())
  return { folder, dataDirs, servers, nginx, caddy, records, mails, settings }
}

/** Brings the catalogue of the first data folder to the others, by the script of deploy/. */
export async function copyCatalogue(dataDirs: readonly string[]): Promise<void> {
  const script = join(import.meta.dirname, '../../deploy/copy-catalogue.sh')
  await promisify(execFile)(script, [...dataDirs])
}

/** A data folder with the places, and no catalogue yet. */
export async function newData(folder: string, name: string): Promise<string> {
  const dataDir = join(folder, name)
  mkdirSync(dataDir)
  symlinkSync(await bigTowns(), join(dataDir, 'places.sqlite'))
  return dataDir
}

/** A file of thirty studies as they are in a round, whose number is in every title. */
export function studiesOfRound(folder: string, round: number): string {
  const file = join(folder, `round-${round}.ndjson`)
  const lines = Array.from({ length: 30 }, (_, number) =>
    JSON.stringify(
      exampleStudy({
        nctId: `NCT0${7_000_000 + number}`,
        title: `Kawasaki ${number} of round ${round}.`,
        updated: `2026-11-0${round + 1}`,
      }),
    ),
  )
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

/** A search that finds all of them, asked of one server. */
export async function searchAt(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/search?q=kawasaki`)).text()
}

const host = proxiedName

/** Asks a proxy; each network is another household. */
export function getThrough(port: number, path: string, network: number): Promise<ProxiedAnswer> {
  return ask({ port, path, host, tls: true, from: `127.${network}.0.1` })
}

/** Sends a form of ours through a proxy; each network is another household. */
export function postThrough(
  port: number,
  path: string,
  form: Form,
  network: number,
): Promise<ProxiedAnswer> {
  const from = `127.${network}.0.1`
  return ask({ port, path, host, tls: true, from, method: 'POST', ...filled(form) })
}

/** The same past the proxy, as that would ask. */
export function postTo(
  port: number,
  path: string,
  form: Form,
  network: number,
): Promise<ProxiedAnswer> {
  const { headers, body } = filled(form)
  const forwarded = { ...headers, 'x-forwarded-for': `127.${network}.0.1` }
  return ask({ port, path, host, tls: false, method: 'POST', body, headers: forwarded })
}

function filled(form: Form) {
  const body = new URLSearchParams(form).toString()
  const headers = {
    origin: `https://${proxiedName}`,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  }
  return { body, headers }
}

/** Waits until something is so. Throws what it waited for, when that takes two minutes. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 120_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`still not so: ${what}`)
    await wait(50)
  }
}
