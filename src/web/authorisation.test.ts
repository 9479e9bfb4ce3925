import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { siteId } from '../finder/registry/site-id.ts'
import { closeAccount } from '../people/accounts/accounts.ts'
import type { Role } from '../people/accounts/model/actor.ts'
import { endSession } from '../people/accounts/sessions.ts'
import { seekerLink } from '../people/enquiries/model/links.ts'
import { eraseEnquiries } from '../people/records/erase-enquiries.ts'
import { carried } from '../people/records/model/transfer.ts'
import { sized } from '../testing/sized.ts'
import { signedIn } from '../testing/test-accounts.ts'
import { deskAt, deskStates, enquiryOnDesk } from '../testing/test-desk.ts'
import { asked as askedOfSite } from '../testing/test-enquiries.ts'
import { openTestApp, type TestApp } from '../testing/test-site.ts'
import { splitLanguage } from './shell/page.ts'
import { createSite } from './site.ts'

// Every route there is, asked by everybody, of enquiries at every place and in every state: what is allowed is written down
// here a second time, by other means than in `people/accounts/model/can.ts`.

/** What may be done at an address: by anybody, by who is signed in, by the installation's people, or at one site's desk. */
type Asked =
  | 'anybody'
  | 'signed in'
  | 'operator'
  | 'auditor'
  | 'enquiry'
  | 'any desk'
  | 'desk'
  | 'manager'
  | 'of a study'

/** By the beginning of the pattern, the longest that fits. A route of none of these fails the test: it has to be decided. */
const asked: Readonly<Record<string, Asked>> = {
  '/': 'anybody',
  '/account': 'signed in',
  '/admin': 'operator',
  '/trail': 'auditor',
  '/desk': 'signed in',
  '/desk.csv': 'any desk',
  '/desk/figures': 'any desk',
  '/desk/enquiries': 'enquiry',
  '/desk/people': 'any desk',
  '/desk/listing': 'desk',
  '/desk/templates': 'desk',
  // Held by `desk/participants/authorisation.test.ts`.
  '/desk/participants': 'of a study',
  '/desk/study': 'of a study',
  '/desk/today': 'of a study',
  '/desk/calendar': 'of a study',
  '/desk/mail': 'anybody',
  'POST /desk/listing': 'manager',
  'POST /desk/templates': 'desk',
}

/** Public by name, so that a new private area cannot slip in as one. */
const open =
  /^\/(?:$|en|fr|search|suggest|categories|studies|study|ct2|map|list|compare|match|protocols|alerts|subscriptions|hooks|guides|about|help|robots|sitemap|opensearch|\.well-known|favicon|assets|dev|sign-in|sign-out|invitations|claims|enquiries|account|admin|trail|desk)/

interface Who {
  readonly name: string
  readonly roles: readonly Role[]
  /** Whose session or account is over. */
  readonly over?: 'session' | 'account'
}

const { study } = deskAt
/** As the record names it. */
const siteLabel = {
  facility: 'Bicêtre Hospital',
  city: 'Le Kremlin-Bicêtre',
  country: 'France',
}
const site = siteId(siteLabel)
const otherSite = { facility: 'Elsewhere', city: 'Lyon', country: 'France' }
const otherStudy = 'NCT01844518'
const at = (role: Role['role'], where: Partial<Role> = {}): Role => ({
  role,
  study,
  site,
  ...where,
})

const people: readonly Who[] = [
  { name: 'nobody', roles: [] },
  { name: 'coordinator', roles: [at('coordinator')] },
  { name: 'investigator', roles: [at('investigator')] },
  { name: 'manager', roles: [at('manager')] },
  { name: 'studycoordinator', roles: [at('coordinator', { site: null })] },
  { name: 'studymanager', roles: [at('manager', { site: null })] },
  { name: 'othersite', roles: [at('manager', { site: '0123456789' })] },
  { name: 'otherstudy', roles: [at('manager', { study: otherStudy, site: null })] },
  { name: 'operator', roles: [at('operator', { study: null, site: null })] },
  { name: 'auditor', roles: [at('auditor', { study: null, site: null })] },
  { name: 'signedout', roles: [at('manager', { site: null })], over: 'session' },
  { name: 'closed', roles: [at('manager', { site: null })], over: 'account' },
]

/** Set, so that its addresses are there; nobody is sent there here. */
const institution = {
  issuer: 'https://login.example.org',
  clientId: 'x',
  clientSecret: 'x',
  name: 'Hospital',
  mailDomains: [],
}

let app: TestApp
let served: Hono
const cookies = new Map<string, string>()

before(async () => {
  app = await openTestApp()
  served = createSite({ ...app, institutions: [institution] })
  for (const { name, roles, over } of people) {
    const { records } = app.people
    const { cookie, actor } = await signedIn(records, roles, `${name}@example.org`, app.now())
    cookies.set(name, cookie)
    const { accountId, sessionId } = actor
    await records.write(async (tx) => {
      if (over === 'session') await endSession(tx, { accountId, sessionId }, app.now())
      if (over === 'account') await closeAccount(tx, accountId, { by: 'operator', now: app.now() })
    })
  }
})
after(() => app.close())

interface Route {
  readonly method: string
  readonly pattern: string
}

/** The routes that answer, each once, without the language before them. */
function routes(): readonly Route[] {
  const found = new Map<string, Route>()
  for (const { method, path } of served.routes) {
    if (method === 'ALL' || path.startsWith('/fr/') || path === '/fr') continue
    found.set(`${method} ${path}`, { method, pattern: path })
  }
  return [...found.values()]
}

function askedAt({ method, pattern }: Route): Asked {
  const begins = (start: string): boolean =>
    start === '/' ||
    [pattern, `${method} ${pattern}`].some(
      (text) => text === start || text.startsWith(`${start}/`) || text.startsWith(`${start}.`),
    )
  const [longest = '/'] = Object.keys(asked)
    .filter(begins)
    .toSorted((a, b) => b.length - a.length)
  return asked[longest] ?? 'anybody'
}

/** What somebody is answered: its status, where it leads, and its text. */
async function answerTo(method: string, path: string, who: string | undefined): Promise<Answer> {
  const headers = new Headers({ origin: app.baseUrl })
  if (who !== undefined) headers.set('cookie', cookies.get(who) ?? '')
  const body =
    method === 'GET' || method === 'HEAD'
      ? {}
      : { body: new URLSearchParams({ version: '0', at: `${study}.${site}` }) }
  const response = await served.fetch(
    new Request(app.baseUrl + path, { method, headers, ...body }),
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
  const { status } = response
  assert.ok(status < 500, `${method} ${path} answered ${status}`)
  return { status, to: response.headers.get('location') ?? '', text: await response.text() }
}

interface Answer {
  readonly status: number
  readonly to: string
  readonly text: string
}

/** Neither sent to sign in, nor told that there is no such page, or that they have no desk. */
async function isLetIn(method: string, path: string, who: string | undefined): Promise<boolean> {
  const query = method === 'GET' ? `?at=${study}.${site}` : ''
  const { status, to, text } = await answerTo(method, path + query, who)
  if (
    status === 401 ||
    status === 404 ||
    (path !== '/desk' && text.includes('You have no desk yet'))
  )
    return false
  return !splitLanguage(new URL(to, app.baseUrl).pathname).path.startsWith('/sign-in')
}

const nowhere = '01234567-89ab-4cde-8f01-23456789abcd'

/** Whether anything of an enquiry is told: whatever is answered of it is not answered of one that is not there. */
async function isTold(
  { method, pattern }: Route,
  id: string,
  who: string | undefined,
): Promise<boolean> {
  const [told, not] = [
    await answerTo(method, pattern.replace(/:\w+/, id), who),
    await answerTo(method, pattern.replace(/:\w+/, nowhere), who),
  ]
  return JSON.stringify(told).replaceAll(id, nowhere) !== JSON.stringify(not)
}

function may(what: Asked, { name, roles, over }: Who): boolean {
  if (what === 'anybody') return true
  if (over !== undefined) return false
  if (what === 'signed in') return true
  if (what === 'operator' || what === 'auditor') return roles.some(({ role }) => role === what)
  if (what === 'any desk') return atDesk.has(name) || name.startsWith('other')
  return (what === 'manager' ? managers : atDesk).has(name)
}

const managers = new Set(['manager', 'studymanager'])
const atDesk = new Set([...managers, 'coordinator', 'investigator', 'studycoordinator'])

test('every route is decided: public by name, or private by what may be done there', () => {
  const all = routes()
  assert.ok(all.length > 60)
  for (const { pattern } of all) assert.match(pattern, open)
})

test('nobody is let in who may not, and nobody turned away who may, on any route without an owner', async () => {
  const wrong: string[] = []
  let asks = 0
  for (const { method, pattern } of routes()) {
    const what = askedAt({ method, pattern })
    if (what === 'anybody' || what === 'enquiry' || what === 'of a study') continue
    if (pattern.includes(':')) continue
    for (const who of [undefined, ...people]) {
      const expected = who !== undefined && may(what, who)
      asks++
      if ((await isLetIn(method, pattern, who?.name)) !== expected)
        wrong.push(`${method} ${pattern} by ${who?.name ?? 'a visitor'}, expected ${expected}`)
    }
  }
  assert.deepEqual(wrong, [])
  assert.ok(asks > 50)
})

test('an enquiry is let be read and dealt with by the people of its site and its study alone, in every state', async () => {
  const { records } = app.people
  const owned = routes().filter(({ method, pattern }) => askedAt({ method, pattern }) === 'enquiry')
  assert.ok(owned.length >= 4)
  const wrong: string[] = []
  for (const state of deskStates.filter((_, index) => index % sized(5, 1) === 0)) {
    const here = await enquiryOnDesk(records, { now: app.now(), state, siteLabel })
    const others = [
      await enquiryOnDesk(records, { now: app.now(), state, siteLabel: otherSite }),
      await enquiryOnDesk(records, { now: app.now(), state, siteLabel, study: otherStudy }),
    ]
    for (const route of owned)
      for (const who of [undefined, ...people]) {
        const name = who?.name ?? 'a visitor'
        const say = (where: string): string =>
          `${route.method} ${route.pattern} (${state}${where}) by ${name}`
        const mayHere = who !== undefined && may('enquiry', who)
        if ((await isTold(route, here.id, who?.name)) !== mayHere) wrong.push(say(''))
        for (const [index, other] of others.entries()) {
          const isOfStudy = name === 'studycoordinator' || name === 'studymanager'
          const mayThere = index === 0 ? isOfStudy : name === 'otherstudy'
          if ((await isTold(route, other.id, who?.name)) !== mayThere)
            wrong.push(say(index === 0 ? ', at another site' : ', of another study'))
        }
      }
  }
  assert.deepEqual(wrong, [])
})

test('of what nobody confirmed, and of what was erased, no desk says that it is there', async () => {
  const { records } = app.people
  const gone = await enquiryOnDesk(records, { now: app.now(), siteLabel })
  await records.write((tx) => eraseEnquiries(tx, [gone.id]))
  await askedOfSite(records, 'later@example.org', {
    site,
    siteLabel,
    now: app.now(),
    formKey: 'not confirmed',
  })
  const unconfirmed = await records.db
    .selectFrom('enquiry')
    .select('id')
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow()
  for (const route of routes().filter(
    ({ method, pattern }) => askedAt({ method, pattern }) === 'enquiry',
  ))
    for (const { id } of [gone, unconfirmed])
      for (const { name } of people) assert.equal(await isTold(route, id, name), false, name)
})

test('looking changes nothing: after every address was read by everybody, all records are as before', async () => {
  const { records } = app.people
  // Opening a new one marks it as seen: this was.
  const seen = await enquiryOnDesk(records, { now: app.now(), siteLabel, state: 'seen' })
  const readable = routes().filter(({ method }) => method === 'GET')
  const links = [seekerLink(records.keys, seen.id), nowhere]
  const before = await contents()
  for (const { pattern } of readable)
    for (const who of [undefined, ...people])
      for (const value of pattern.startsWith('/enquiries') ? links : [seen.id, study]) {
        const path = pattern.replaceAll(/:\w+(?:\{[^}]*\})?/g, value)
        await answerTo('GET', path, who?.name)
        await answerTo('HEAD', path, who?.name)
      }
  assert.deepEqual(await contents(), before)
})

/** Every row of every table, but sessions, whose last use is noted. */
async function contents(): Promise<Readonly<Record<string, readonly object[]>>> {
  const { db } = app.people.records
  const tables = [
    ...carried,
    'ask',
    'asked_mail',
    'passkey_challenge',
    'institution_attempt',
  ] as const
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return Object.fromEntries(tables.map((table, index) => [table, rows[index] ?? []]))
}
