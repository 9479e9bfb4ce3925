import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { signReport } from './hook.ts'
import { type Database, startDatabase } from '../database.ts'
import type { FaultSetup, Findings } from '../fault.ts'
import { type Answer, type Server, type ServerOptions, startServer } from '../server.ts'
import { unusedPort } from '../../src/testing/ports.ts'

/** What every case of a database that is away may use. */
export interface AwayWorld {
  readonly setup: FaultSetup
  readonly findings: Findings
  /** A new PostgreSQL, in a folder of its own or in the one that is given. */
  database(folder?: string, settings?: string): Promise<Database>
  /** A data folder with a catalogue, and no records yet. */
  dataDir(name: string): string
  /** The real server, ended with the case at the latest. */
  server(options: Omit<ServerOptions, 'port'>): Promise<Server>
}

/** Does one case after the other, each with what it started ended before the next. */
export async function inAwayWorld(
  given: Pick<AwayWorld, 'setup' | 'findings'> & { readonly catalogueOf: string },
  cases: readonly ((world: AwayWorld) => Promise<string>)[],
): Promise<string[]> {
  const notes: string[] = []
  let number = 0
  for (const one of cases) {
    const over: (() => Promise<unknown>)[] = []
    const world: AwayWorld = {
      ...given,
      database: async (
        folder = join(given.setup.folder, `postgres-${number++}`),
        settings = '',
      ) => {
        const database = await startDatabase(folder, settings)
        over.push(() => database.end())
        return database
      },
      dataDir: (name) => folderWithCatalogue(join(given.setup.folder, name), given.catalogueOf),
      server: async (options) => {
        const server = await startServer({ ...options, port: await unusedPort() })
        over.push(() => (server.child.kill(), server.child.ended))
        return server
      },
    }
    try {
      notes.push(await one(world))
      given.setup.say(notes.at(-1) ?? '')
    } finally {
      for (const end of over.toReversed()) await end()
    }
  }
  return notes
}

function folderWithCatalogue(folder: string, from: string): string {
  mkdirSync(folder, { recursive: true })
  for (const name of ['catalogue', 'places.sqlite'])
    symlinkSync(join(from, name), join(folder, name))
  return folder
}

const open = [
  '/',
  '/search?q=heart',
  '/fr/search?q=heart',
  '/studies/NCT07000000',
  '/studies/NCT07000000/check',
  '/match',
  '/alerts',
  '/readyz',
]

/** Reads what is public, each of it must be there. */
export async function expectPublic(
  server: Server,
  findings: Findings,
  when: string,
): Promise<void> {
  for (const path of open) {
    const { status } = await server.get(path)
    findings.expect(status === 200, 'a public page is not served', `${path} ${status}, ${when}`)
  }
}

/** Asks for all that needs the records; each must say so, in time and in the words of who asks. The slowest, in ms. */
export async function expectAway(
  server: Server,
  findings: Findings,
  when: string,
): Promise<number> {
  await untilKnown(server)
  const form = 'study=NCT07000000'
  const pages = await Promise.all([
    server.get(`/alerts/new?${form}`),
    server.ask(1_000_000),
    ...['/alerts/confirm/made-up', '/alerts/stop/made-up', '/alerts/made-up'].map((path) =>
      server.get(path),
    ),
    server.post('/alerts/stop/made-up', new URLSearchParams()),
    server.post('/alerts/lost', new URLSearchParams({ email: 'someone@example.org' })),
  ])
  const french = await server.get(`/fr/alerts/new?${form}`)
  const programs = [
    await server.get('/alerts/made-up', { accept: 'application/json' }),
    await signReport(server),
  ]
  for (const answer of [...pages, french, ...programs]) expect503(answer, findings, when)
  for (const { text } of pages)
    findings.expect(
      text.includes('<html lang="en"') && /try again/i.test(text) && text.includes('<footer'),
      'the page does not say what is the matter',
      when,
    )
  findings.expect(
    french.text.includes('<html lang="fr"'),
    'a French reader gets another page',
    when,
  )
  for (const { type } of programs)
    findings.expect(type.startsWith('application/json'), 'a program gets a page', when)
  return Math.round(Math.max(...[...pages, french, ...programs].map(({ ms }) => ms)))
}

/** A line that nobody uses tells at once that it is cut, and a look of some ms tells the rest. */
async function untilKnown(server: Server): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await server.get('/readyz/records')).status === 503) return
    await wait(100)
  }
}

function expect503({ status, retryAfter, ms }: Answer, findings: Findings, when: string): void {
  findings.expect(
    status === 503,
    'what needs the records is answered otherwise than 503',
    `${status}, ${when}`,
  )
  findings.expect(retryAfter !== undefined, 'a 503 without Retry-After', when)
  findings.expect(ms < mostMs, 'it was given up too late', `${Math.round(ms)} ms, ${when}`)
}

/** Five seconds, and what a busy machine adds to them. */
export const mostMs = 6000

/** Waits until the records are served again; the answer is after how many ms, and that a request is taken then. */
export async function expectBack(
  server: Server,
  findings: Findings,
  { number, when }: { readonly number: number; readonly when: string },
): Promise<number> {
  const began = performance.now()
  for (let tries = 0; tries < 300; tries++) {
    if ((await server.get('/readyz/records')).status === 200) break
    await wait(100)
  }
  const ms = Math.round(performance.now() - began)
  const { isTaken, status } = await server.ask(number)
  findings.expect(isTaken, 'the records did not come back by themselves', `${status}, ${when}`)
  return ms
}

/** Ends a server as a supervisor does; after how many ms it had ended. */
export async function expectEnd(server: Server, findings: Findings, when: string): Promise<number> {
  const began = performance.now()
  server.child.kill('SIGTERM')
  const { code, signal } = await server.child.ended
  const ms = Math.round(performance.now() - began)
  findings.expect(code === 0, 'it did not end in good order', `${code ?? signal}, ${when}`)
  findings.expect(ms < 11_000, 'it took too long to end', `${ms} ms, ${when}`)
  return ms
}

/** How often the server said something in its log. */
export function linesOf(server: Server, message: string): number {
  return server.child.said.filter((said) => said['msg'] === message).length
}
