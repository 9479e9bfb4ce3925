import { sql } from 'kysely'
import type { Records } from '../people/records/model/records.ts'
import { type Draw, drawFrom } from './drawn-child.ts'
import { type HouseToLookAt, houseToLookAt, type Looker } from './house-to-look-at.ts'
import { formsOf } from './page-forms.ts'
import { openTestApp, type TestApp } from './test-site.ts'

/** How much is looked at, and what is drawn. */
export interface Looking {
  readonly count: number
  readonly seed: number
  readonly say?: (text: string) => void
}

/** What looking came to. */
export interface LookedAt {
  readonly asked: { readonly GET: number; readonly HEAD: number }
  readonly routes: number
  /** Routes with each thing that they may be of. */
  readonly targets: number
  readonly lookers: number
  readonly tables: number
  readonly statuses: ReadonlyMap<number, number>
  /** New enquiries that were marked as seen because who reads them opened them: meant so. */
  readonly seen: number
  /** Sessions whose last use was noted: meant so, once an hour. */
  readonly used: number
  /** What changed and should not have, with what was asked just before. */
  readonly changes: readonly string[]
}

/** After so many requests all tables are compared. */
const aBatch = 25

/**
 * Asks for every route by GET and HEAD, as everybody who can be signed in, of what is in every state: with hostile queries, and with
 * the fields of forms that would change something if they were posted. All tables are compared before and after.
 */
export async function lookAtEverything({ count, seed, say }: Looking): Promise<LookedAt> {
  const app = await openTestApp()
  try {
    const house = await houseToLookAt(app)
    const draw = drawFrom(seed)
    const forms = await formsIn(app, house, count < 5000 ? 11 : 1)
    const looking: Walk = { app, house, draw, forms, targets: targetsOf(house), at: 0 }
    const statuses = new Map<number, number>()
    const asked = { GET: 0, HEAD: 0 }
    const found = { seen: 0, used: 0, changes: [] as string[] }
    let before = await contents(app.people.records)
    for (let batch = 0; batch * aBatch < count; batch++) {
      const method = batch % 3 === 2 ? 'HEAD' : 'GET'
      // So that the last use of a session is noted now and then; they last a week without one.
      if (batch % 20 === 19) app.clock = new Date(app.clock.getTime() + 61 * 60_000)
      const said: string[] = []
      if (batch === 0) await openNews(looking)
      for (let turn = 0; turn < aBatch; turn++) {
        const { status, what } = await lookOnce(looking, method)
        said.push(what)
        asked[method]++
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status >= 500) found.changes.push(`${what} answered ${status}`)
      }
      const after = await contents(app.people.records)
      compare(before, after, { method, said, found })
      before = after
      if (batch % 100 === 99) say?.(`${(batch + 1) * aBatch} of ${count}`)
    }
    const sizes = {
      routes: routesOf(house).length,
      targets: looking.targets.length,
      lookers: house.lookers.length,
    }
    return { asked, ...sizes, tables: before.size, statuses, ...found }
  } finally {
    await app.close()
  }
}

interface Walk {
  readonly app: TestApp
  readonly house: HouseToLookAt
  readonly draw: Draw
  readonly forms: readonly (Looker & { readonly path: string })[]
  readonly targets: readonly string[]
  /** How many of them were asked for one after the other. */
  at: number
}

async function lookOnce(
  walk: Walk,
  method: 'GET' | 'HEAD',
): Promise<{ readonly status: number; readonly what: string }> {
  const { app, house, draw, forms } = walk
  const how = draw.upTo(100)
  const mailed = pick(draw, house.mailed)
  const drawn =
    how < 25
      ? pick(draw, forms)
      : how < 40
        ? { path: withQuery(draw, mailed), ...pick(draw, house.lookers) }
        : nextRoute(walk)
  const path = draw.chance(0.15) && !drawn.path.startsWith('/fr') ? `/fr${drawn.path}` : drawn.path
  const headers = new Headers({ cookie: drawn.cookie, origin: app.baseUrl })
  if (draw.chance(0.2)) headers.set('x-http-method-override', pick(draw, ['POST', 'DELETE', 'PUT']))
  if (draw.chance(0.1)) headers.set('content-type', 'application/x-www-form-urlencoded')
  if (draw.chance(0.1)) headers.set('accept', pick(draw, ['application/json', 'text/csv', '*/*']))
  const request = new Request(app.baseUrl + path, { method, headers })
  const response = await house.site.fetch(request, remote)
  await response.text()
  return { status: response.status, what: `${method} ${path.slice(0, 160)} by ${drawn.name}` }
}

/** Opens an enquiry that is new, as who reads it: so it is known that the comparison sees what changes. */
async function openNews({ app, house }: Walk): Promise<void> {
  const [, [id] = []] = house.known.find(([start]) => start.startsWith('/desk/enquiries')) ?? []
  const cookie = house.lookers.find(({ name }) => name === 'coordinator')?.cookie ?? ''
  await house.site.fetch(
    new Request(`${app.baseUrl}/desk/enquiries/${id}`, { headers: { cookie } }),
    remote,
  )
}

const remote = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }

/** Every route of everything it may be of, by everybody, each combination once before any comes again. */
function nextRoute(walk: Walk): Looker & { readonly path: string } {
  const { house, draw, targets } = walk
  const all = targets.length * house.lookers.length
  const turn = (walk.at++ * aStride) % all
  const target = targets[turn % targets.length] ?? '/'
  const looker = house.lookers[Math.floor(turn / targets.length) % house.lookers.length]
  const path = target.replaceAll(place, () => pick(draw, oddParts))
  return { ...(looker ?? { name: '', cookie: '' }), path: withQuery(draw, path) }
}

/** A prime, so that a short run, too, is of all. */
const aStride = 7919
const place = /:\w+(?:\{[^}]*\})?/g

/** Every route with what is known in its first place, and once with what leads nowhere. */
function targetsOf(house: HouseToLookAt): readonly string[] {
  return routesOf(house).flatMap((pattern) => {
    const [, values] = house.known.find(([start]) => pattern.startsWith(start)) ?? []
    if (!values) return [pattern]
    return [pattern, ...values.map((value) => pattern.replace(/:\w+(?:\{[^}]*\})?/, value))]
  })
}

function routesOf({ site }: HouseToLookAt): readonly string[] {
  const patterns = site.routes
    .filter(({ method, path }) => method !== 'ALL' && !/^\/(?:fr|en)(?:\/|$)/.test(path))
    .map(({ path }) => path)
  // Those that only take a POST as well: they are to answer that they do.
  return [...new Set(patterns)]
}

/** Every form of pages, by who is shown it, as an address: what a program does that takes POST for GET. One page in so many is looked at. */
async function formsIn({ baseUrl }: TestApp, house: HouseToLookAt, every: number) {
  const { site, lookers, mailed } = house
  const own = targetsOf(house).filter((path) => !path.includes(':'))
  const pages = new Set([...own, ...mailed])
  const found: (Looker & { readonly path: string })[] = []
  let turn = 0
  for (const page of pages)
    for (const looker of lookers) {
      if (turn++ % every !== 0) continue
      // A new enquiry is not marked as seen by who only looks for its forms.
      const headers = { cookie: looker.cookie, 'sec-purpose': 'prefetch' }
      const text = await (await site.fetch(new Request(baseUrl + page, { headers }), remote)).text()
      for (const { action, filled, fields } of formsOf(text)) {
        const query = new URLSearchParams(filled.map(([name, value]) => [name, value]))
        for (const [name, choices] of fields)
          if (!query.has(name)) query.set(name, [...choices][0] ?? 'yes')
        const at = (action || page).split('?')[0] ?? ''
        found.push({ ...looker, path: `${at}?${query.toString()}`.slice(0, 4000) })
      }
    }
  return found
}

const oddParts = [
  '%00',
  '%ff',
  '..%2f',
  '-1',
  '0',
  'x'.repeat(300),
  '__proto__',
  '%27%20OR%201=1--',
]

const oddNames = [
  '_method',
  'send',
  'did',
  'confirm',
  'yes',
  'also',
  'delete',
  'at',
  'site',
  'form',
  'seen',
  'q',
  'near',
  'page',
  'tab',
  'then',
  'anyway',
  '__proto__',
]

const oddValues = ['POST', 'yes', '', 'true', '1e400', '%00', '<script>', "' OR 1=1--", '[]', '٣']

function withQuery(draw: Draw, path: string): string {
  if (draw.chance(0.3)) return path
  const pairs = Array.from({ length: 1 + draw.upTo(4) }, () => {
    const value = draw.chance(0.1) ? '%ED%A0%80' : encodeURIComponent(pick(draw, oddValues))
    return `${pick(draw, oddNames)}=${value}`
  })
  return `${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

function pick<T>(draw: Draw, from: readonly T[]): T {
  const one = from[draw.upTo(from.length)]
  if (one === undefined) throw new Error('nothing to draw from')
  return one
}

type Rows = ReadonlyMap<string, ReadonlyMap<string, Row>>
type Row = Readonly<Record<string, unknown>>

/** Every row of every table there is, whichever the migrations made, by its own text. */
async function contents({ db }: Records): Promise<Rows> {
  const names = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' order by name`.execute(db)
  const tables = new Map<string, ReadonlyMap<string, Row>>()
  for (const { name } of names.rows) {
    const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(db)
    tables.set(name, new Map(rows.map((row) => [JSON.stringify(row, bytesToo), row])))
  }
  return tables
}

function bytesToo(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}

interface Comparing {
  readonly method: 'GET' | 'HEAD'
  readonly said: readonly string[]
  readonly found: { seen: number; used: number; changes: string[] }
}

/** Notes what became other, but what is meant to: the mark of who read a new enquiry, and the last use of a session. */
function compare(before: Rows, after: Rows, { method, said, found }: Comparing): void {
  const news = (table: string): readonly Row[] => fresh(before, after, table)
  const gone = (table: string): readonly Row[] => fresh(after, before, table)
  const marks = method === 'GET' ? news('enquiry_event').filter(({ kind }) => kind === 'seen') : []
  const marked = new Set(marks.map((row) => row['enquiry_id']))
  found.seen += marked.size
  for (const table of after.keys()) {
    const isMeant = (row: Row): boolean => {
      if (table === 'enquiry_event') return marks.includes(row)
      if (table === 'enquiry') return marked.has(row['id'])
      if (table === 'enquiry_deadline') return marked.has(row['enquiry_id'])
      if (table === 'audit_event') return marked.size > 0 && row['action'] === 'enquiry.seen'
      return false
    }
    const [added, removed] = [news(table), gone(table)]
    if (table === 'session') {
      const without = (row: Row): string => JSON.stringify({ ...row, seen_at: '' }, bytesToo)
      const old = new Set(removed.map(without))
      const isOnlyUsed =
        added.length === removed.length && added.every((row) => old.has(without(row)))
      if (isOnlyUsed) found.used += added.length
      else found.changes.push(`session after ${said.join(' | ')}`)
      continue
    }
    const isGoneMeant = table === 'enquiry' || table === 'enquiry_deadline'
    const wrong = [
      ...added.filter((row) => !isMeant(row)),
      ...removed.filter((row) => !isGoneMeant || !isMeant(row)),
    ]
    if (wrong.length > 0) found.changes.push(`${table} (${wrong.length}) after ${said.join(' | ')}`)
  }
}

/** Rows of a table that are in the second and not in the first. */
function fresh(first: Rows, second: Rows, table: string): readonly Row[] {
  const known = first.get(table)
  return [...(second.get(table) ?? [])].filter(([text]) => !known?.has(text)).map(([, row]) => row)
}
