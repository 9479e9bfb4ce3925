import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Role } from '../../../people/accounts/model/actor.ts'
import { signedIn } from '../../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { keepSite } from '../../../study/conduct/set-up/open-run.ts'
import { freeze } from '../../../study/conduct/review/lock.ts'
import { sized } from '../../../testing/sized.ts'
import {
  enrolTestChild,
  openTestStudy,
  otherRunSite,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { createSite } from '../../site.ts'

// Every route of a study that is run here, asked by everybody: who may is written down here a second time, by other means
// than in `people/accounts/model/can.ts`.

/** Roles at the site of a participant, or of the whole study. */
const readers = [
  'coordinator',
  'investigator',
  'manager',
  'pharmacist',
  'monitor',
  'auditor',
] as const
const names: readonly Role['role'][] = [
  'coordinator',
  'investigator',
  'manager',
  'pharmacist',
  'monitor',
  'statistician',
  'auditor',
]
const dataReaders = ['manager', 'monitor', 'statistician', 'auditor'] as const
const treating = ['coordinator', 'investigator'] as const

/**
 * Who may, by the beginning of the pattern, the longest that fits, with its method where it matters. A route of none of
 * these fails the test: it has to be decided.
 */
const asked: Readonly<Record<string, readonly Role['role'][]>> = {
  'GET /desk/participants/:id': readers,
  'GET /desk/participants/:id/events/new': treating,
  'POST /desk/participants/:id/queries': ['monitor', 'manager'],
  'POST /desk/participants/:id/queries/:query': [...treating, 'monitor', 'manager'],
  'POST /desk/participants/:id/source': ['monitor'],
  'POST /desk/participants/:id/deviations': ['manager', 'monitor'],
  'GET /desk/study/:study/queries': readers,
  'GET /desk/study/:study/sources': readers,
  'GET /desk/study/:study/deviations': readers,
  'POST /desk/participants/:id/events/:event/sponsor': ['manager'],
  'GET /desk/participants/:id/identity': treating,
  'POST /desk/participants/:id/signature': ['investigator'],
  'POST /desk/participants/:id': treating,
  'GET /desk/participants/:id/record': treating,
  'POST /desk/participants/:id/facts': [...treating, 'pharmacist'],
  'POST /desk/participants/:id/allocation/arm': ['pharmacist'],
  'GET /desk/participants/:id/allocation/emergency': ['investigator'],
  'POST /desk/participants/:id/allocation/emergency': ['investigator'],
  'POST /desk/participants/:id/dose': [...treating, 'pharmacist'],
  'GET /desk/participants/:id/dose-all-the-same': ['investigator'],
  'POST /desk/participants/:id/dose-all-the-same': ['investigator'],
  'GET /desk/study/:study': names,
  'GET /desk/study/:study/switch': ['manager'],
  'GET /desk/study/:study/allocation': ['manager'],
  'POST /desk/study/:study': ['manager'],
  'GET /desk/study/:study/data': dataReaders,
  'POST /desk/study/:study/data/export': dataReaders,
  'GET /desk/study/:study/sets': dataReaders,
  'GET /desk/study/:study/lock': dataReaders,
  'GET /desk/study/:study/report': dataReaders,
  'GET /desk/study/:study/trail': ['manager', 'monitor', 'auditor'],
  'POST /desk/study/:study/trail': ['manager', 'monitor', 'auditor'],
}

/** What is of the whole study: a role at one of its sites is not enough. */
const ofWholeStudy =
  /^(?:POST \/desk\/study\/(?!:study\/(?:data|trail))|GET \/desk\/study\/:study\/(?:switch|allocation|sets|lock|report)$)/

/** Routes that belong to no participant and no study: each answers with what the person may see, or that they have no role. */
const withoutOwner: readonly string[] = [
  '/desk/today',
  '/desk/participants',
  '/desk/participants/new',
  '/desk/calendar',
]

interface Who {
  readonly name: string
  readonly role?: Role['role']
  /** Where the role is held. */
  readonly at: 'site' | 'study' | 'other site' | 'other study' | 'house' | 'nowhere'
}

const people: readonly Who[] = [
  { name: 'visitor', at: 'nowhere' },
  ...names.flatMap((role): readonly Who[] =>
    (['site', 'study', 'other site', 'other study'] as const).map((at) => ({
      name: `${role} of ${at}`,
      role,
      at,
    })),
  ),
  { name: 'operator', role: 'operator', at: 'house' },
  { name: 'auditor of the house', role: 'auditor', at: 'house' },
]

const places: Readonly<Record<Exclude<Who['at'], 'nowhere'>, Omit<Role, 'role'>>> = {
  site: { study: runStudy, site: runSite },
  study: { study: runStudy, site: null },
  'other site': { study: runStudy, site: otherRunSite },
  'other study': { study: 'NCT01844518', site: null },
  house: { study: null, site: null },
}

let app: TestApp
let served: Hono
/** The participant that is asked about; each state has one of its own. */
let child = ''
let team: StudyTeam
const cookies = new Map<string, string>()

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  const { records } = app.people
  team = await openTestStudy(records)
  served = createSite(app)
  for (const [index, { name, role, at }] of people.entries()) {
    if (role === undefined || at === 'nowhere') continue
    const held = { role, ...places[at] }
    const { cookie } = await signedIn(records, [held], `who${index}@example.org`, app.now())
    cookies.set(name, cookie)
  }
})
after(() => app.close())

/** The routes of a study, each once, without the language before them. */
function routes(): readonly { readonly method: string; readonly pattern: string }[] {
  const found = new Map(
    served.routes
      .filter(
        ({ method, path }) => method !== 'ALL' && /^\/desk\/(?:participants|study)\//.test(path),
      )
      .map(({ method, path }) => [`${method} ${path}`, { method, pattern: path }]),
  )
  return [...found.values()].filter(({ pattern }) => !withoutOwner.includes(pattern))
}

function mayBe(route: { readonly method: string; readonly pattern: string }) {
  const text = `${route.method} ${route.pattern}`
  const [longest] = Object.keys(asked)
    .filter(
      (start) => text === start || text.startsWith(`${start}/`) || text.startsWith(`${start}.`),
    )
    .toSorted((one, other) => other.length - one.length)
  return longest === undefined ? undefined : asked[longest]
}

const nobody = '01234567-89ab-4cde-8f01-23456789abcd'
const noStudy = 'NCT00000009'

async function answerTo(method: string, path: string, who: string): Promise<string> {
  const headers = new Headers({ origin: app.baseUrl, cookie: cookies.get(who) ?? '' })
  const body = method === 'GET' ? {} : { body: new URLSearchParams({ form: nobody, seen: '0' }) }
  const response = await served.fetch(
    new Request(app.baseUrl + path, { method, headers, ...body }),
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
  assert.ok(response.status < 500, `${method} ${path} answered ${response.status}`)
  const to = response.headers.get('location') ?? ''
  return `${response.status} ${to} ${await response.text()}`
}

/** Whether anything is told of a participant or a study: what is answered is not what is answered of none. */
async function isTold(
  { method, pattern }: { readonly method: string; readonly pattern: string },
  who: string,
): Promise<boolean> {
  const isOfStudy = pattern.startsWith('/desk/study')
  const [own, none] = isOfStudy ? [runStudy, noStudy] : [child, nobody]
  const pathOf = (id: string): string =>
    pattern.replace(/:\w+(?:\{[^}]*\})?/, id).replaceAll(/:\w+(?:\{[^}]*\})?/g, nobody)
  const told = await answerTo(method, pathOf(own), who)
  const not = await answerTo(method, pathOf(none), who)
  return told.replaceAll(own, none) !== not.replaceAll(own, none)
}

test('every route of a study is decided', () => {
  for (const route of routes())
    assert.ok(mayBe(route), `${route.method} ${route.pattern}: who may is not written down`)
})

/** Each makes a participant, or the study, be in it; the last two are of the whole study, so they come last. */
const states: Readonly<Record<string, (id: string) => Promise<void>>> = {
  screened: (id) => recorded(id, screenedChild()),
  enrolled: () => Promise.resolve(),
  withdrawn: async (id) => {
    await recorded(id, screenedChild())
    await recorded(id, [{ item: 'consentWithdrawn', value: 'all', at: '2026-11-25T10:00+01:00' }])
  },
  frozen: async (id) => {
    await recorded(id, screenedChild())
    await frozen({ study: runStudy, participantId: id })
  },
  'site closed': async () => {
    const site = { site: runSite, number: '01', name: 'Bicêtre', timeZone: 'Europe/Paris' }
    const closed = { ...site, approvedFrom: '2026-11-01', approvedUntil: '2026-11-10' }
    const { actor } = team.manager
    assert.equal(await keepSite(app.people, actor, runStudy, closed, app.now()), 'done')
  },
  'study frozen': () => frozen({ study: runStudy }),
}

async function recorded(id: string, facts: Parameters<typeof recordTestFacts>[3]): Promise<void> {
  await recordTestFacts(app.people.records, team.coordinator.actor, id, facts)
}

async function frozen(what: { readonly study: string; readonly participantId?: string }) {
  const ask = { ...what, reason: 'interim look', kind: 'freeze' } as const
  assert.equal((await freeze(app.people, team.manager.actor, ask, app.now())).kind, 'done')
}

test('a participant and a study are told to those alone who may, on every route, in every state', async (t) => {
  const wrong: string[] = []
  let asks = 0
  const cases = Object.entries(states).slice(0, sized(1, 6))
  const children: string[] = []
  while (children.length < cases.length)
    children.push(await enrolTestChild(app.people.records, team.coordinator))
  for (const [index, [state, make]] of cases.entries()) {
    child = children[index] ?? ''
    await make(child)
    for (const route of routes())
      for (const { name, role, at } of people) {
        const isWhole = ofWholeStudy.test(`${route.method} ${route.pattern}`)
        // A study is known to everybody who works in it, at whatever site.
        const isOfStudy = route.pattern.startsWith('/desk/study')
        const isAtSite = at === 'site' || (at === 'other site' && isOfStudy)
        const isThere = at === 'study' || (isAtSite && !isWhole)
        const expected = isThere && role !== undefined && mayBe(route)?.includes(role) === true
        asks += 2
        if ((await isTold(route, name)) !== expected)
          wrong.push(`${route.method} ${route.pattern} (${state}) by ${name}, expected ${expected}`)
      }
  }
  assert.deepEqual(wrong, [])
  t.diagnostic(`${asks} asks, let in without a right 0, turned away with one 0`)
})
