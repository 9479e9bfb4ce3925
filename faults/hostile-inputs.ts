import { performance } from 'node:perf_hooks'
import type { Hono } from 'hono'
import { seekerLink } from '../src/people/enquiries/model/links.ts'
import { giveRole } from '../src/people/accounts/accounts.ts'
import type { Actor } from '../src/people/accounts/model/actor.ts'
import { type SignedIn, signedIn } from '../src/testing/test-accounts.ts'
import { answered, outbox, peopleBase } from '../src/testing/test-alerts.ts'
import { deskAt, enquiryOnDesk } from '../src/testing/test-desk.ts'
import { asked, enquiryLinksTo, parentsWords } from '../src/testing/test-enquiries.ts'
import { openTestApp, type TestApp } from '../src/testing/test-site.ts'
import { enrolTestChild, openTestStudy, runNow, runStudy } from '../src/testing/test-study.ts'
import { formsOf } from '../src/testing/page-forms.ts'
import { createSite } from '../src/web/site.ts'
import { type Chance, chanceOf, spreadMs } from './chance.ts'
import { type Fault, Findings, type Outcome } from './fault.ts'
import { drawn, type HostileForm, ofTheWay, routes } from './hostile-requests.ts'
import { typedMark } from './hostile-values.ts'

/** Whatever is sent to the pages between a seeker and a site, they answer, at once, and tell nobody of another. */
export const hostileInputs: Fault = {
  id: 'F46 hostile',
  title: 'Hostile inputs on the way to a site and at its desk',
  how: 'Every address of the way to a site, of the seeker’s own page and of the desk, its participants and its studies included, taken from the table of routes, is asked by a stranger, a coordinator, an investigator, a manager, an operator and a forged session. What is sent is drawn: forms as the pages show them with some fields made hostile, left out, doubled or invented, bodies of other types, too long or broken, hostile parts of addresses, methods, languages, origins. Another person’s name, words, number and address are in the records meanwhile.',
  expected:
    'No server error, no answer that takes a second of processor time, no trace of our code. Nothing of the other person on a page of a stranger, in an address, a log line or a mail; nothing that was typed in a log line, an address of ours or a mail; no cookie for who is not signed in.',
  onPostgres: false,
  run: async (setup) => {
    const count = setup.times(2000, 100_000)
    const tally: Tally = { findings: new Findings(), ms: [], cpuMs: [], statuses: new Map() }
    const chance = chanceOf(setup.seed, 'hostile')
    // What is used up or locked for good by hostile acts is there again in the next house.
    for (let at = 0; at < count; at += aHouse) {
      const app = await openTestApp()
      try {
        await attack(app, chance, tally, Math.min(aHouse, count - at))
      } finally {
        await app.close()
      }
      if (at % (4 * aHouse) === 0) setup.say(`${at + aHouse} of ${count}`)
    }
    return outcomeOf(tally, count)
  },
}

const aHouse = 2500

interface Tally {
  readonly findings: Findings
  readonly ms: number[]
  readonly cpuMs: number[]
  readonly statuses: Map<number, number>
}

/** Of the other person; nobody but the desk may read it. */
const secret = { name: 'Zzname4711', message: 'Zzmessage4711', phone: '+33 1 47 11 47 11' }
const email = 'zzmail4711@example.org'
const ofSecret = /zzname4711|zzchild4711|zzmessage4711|1 47 11 47 11|zzmail4711/i

interface World extends Tally {
  readonly app: TestApp
  readonly site: Hono
  readonly chance: Chance
  readonly cookies: readonly string[]
  readonly actors: readonly Actor[]
  readonly coordinator: SignedIn
  child: string
  /** What fills the places of a pattern where it is to lead somewhere. */
  known: Readonly<Record<string, readonly string[]>>
  forms: readonly HostileForm[]
}

async function attack(app: TestApp, chance: Chance, tally: Tally, count: number): Promise<void> {
  app.clock = runNow
  const { records } = app.people
  const staff = await openTestStudy(records)
  const others = [
    await signedIn(records, [{ role: 'coordinator', ...deskAt }], 'desk@example.org', app.now()),
    await signedIn(
      records,
      [{ role: 'operator', study: null, site: null }],
      'op@example.org',
      app.now(),
    ),
  ]
  const team: readonly SignedIn[] = [...Object.values(staff), ...others]
  const cookies = team.map(({ cookie }) => cookie)
  const world: World = {
    app,
    site: createSite({ ...app, trustProxy: true }),
    ...tally,
    chance,
    cookies: ['', '', `__Host-trialway=${'A'.repeat(43)}`, ...cookies],
    actors: team.map(({ actor }) => actor),
    coordinator: staff.coordinator,
    child: await enrolTestChild(records, staff.coordinator, 'Zzchild4711'),
    known: {},
    forms: [],
  }
  for (let at = 0; at < count; at++) {
    if (at % aRound === 0) await newRound(world, at)
    await askOnce(world)
  }
  await lookAtMails(world)
}

function outcomeOf({ ms, cpuMs, findings, statuses }: Tally, count: number): Outcome {
  const times = [...statuses].toSorted(([a], [b]) => a - b).map((each) => each.join(' '))
  return {
    tries: count,
    fired: ms.length,
    lost: 0,
    notes: [
      `${routes.length} routes; answers by status: ${times.join(', ')}`,
      `processor time of an answer ${spreadMs(cpuMs)}; on the clock of a busy machine ${spreadMs(ms)}`,
    ],
    failures: findings.failures,
  }
}

const aRound = 500

/** Hostile acts use things up: so often roles are given again, and there is another enquiry, link and child, with the forms of their pages. */
async function newRound(world: World, at: number): Promise<void> {
  const { app } = world
  const { records } = app.people
  await answered(records)
  const given = { by: 'operator', now: app.now() } as const
  for (const { accountId, roles } of world.actors)
    for (const role of roles)
      await records.write((tx) => giveRole(tx, peopleBase(records), { accountId, ...role }, given))
  // A study that was locked takes nobody in.
  world.child = await enrolTestChild(records, world.coordinator, 'Zzchild4711').catch(
    () => world.child,
  )
  const { child } = world
  const enquiry = await enquiryOnDesk(records, {
    now: app.now(),
    email,
    details: { ...parentsWords, ...secret },
  })
  const asker = `zzasker${at}@example.org`
  const formKey = String(at).padStart(43, 'k')
  await asked(records, asker, { now: app.now(), formKey })
  const [confirm = ''] = await enquiryLinksTo(records, asker)
  const own = seekerLink(records.keys, enquiry.id)
  world.known = {
    id: ['NCT90000003', runStudy, enquiry.id, child],
    link: [own, confirm],
    form: [formKey],
    study: [runStudy],
  }
  const pages = [
    '/studies/NCT90000003/connect',
    `/enquiries/${own}`,
    `/enquiries/confirm/${confirm}`,
    `/enquiries/sent/${formKey}`,
    `/desk/enquiries/${enquiry.id}`,
    `/desk/participants/${child}`,
    ...['record', 'consent', 'screening', 'events/new', 'dose', 'withdrawal', 'identity'].map(
      (part) => `/desk/participants/${child}/${part}`,
    ),
    ...['', '/sites', '/versions', '/settings', '/lock', '/sets'].map(
      (part) => `/desk/study/${runStudy}${part}`,
    ),
    ...['people', 'templates', 'listing', 'calendar', 'participants/new'].map(
      (part) => `/desk/${part}`,
    ),
  ]
  const forms: HostileForm[] = []
  for (const path of pages)
    for (const cookie of path.startsWith('/desk') ? world.cookies.slice(3) : ['']) {
      const request = new Request(app.baseUrl + path, { headers: { cookie } })
      const text = await (await world.site.fetch(request)).text()
      const found = formsOf(text).map((form) => ({ ...form, action: form.action || path, cookie }))
      forms.push(...found.filter(({ action }) => ofTheWay.test(action)))
    }
  world.forms = forms
}

async function askOnce(world: World): Promise<void> {
  const { app, site, findings, ms, cpuMs, statuses } = world
  const { path, init, isStranger } = drawn(world, app.baseUrl)
  let request: Request
  try {
    request = new Request(app.baseUrl + path, init)
  } catch {
    // What no program can send.
    return
  }
  const [began, cpu, lines] = [performance.now(), process.cpuUsage(), app.lines.length]
  const response = await site.fetch(request)
  const text = await response.text()
  const used = process.cpuUsage(cpu)
  const took = (used.user + used.system) / 1000
  ms.push(performance.now() - began)
  cpuMs.push(took)
  const { status, headers } = response
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const said = `${init.method} ${path.slice(0, 200)} ${status}`
  findings.expect(status < 500 || status === 501 || status === 505, 'a server error', said)
  findings.expect(took < 1000, 'an answer took over a second of processor time', `${said} ${took}`)
  findings.expect(!/\n\s+at .*\.ts:\d/.test(text), 'a trace of our code', said)
  const to = headers.get('location') ?? ''
  findings.expect(
    !ofSecret.test(to) && (path.includes(typedMark) || !to.includes(typedMark)),
    'something of a person in an address',
    said,
  )
  if (isStranger) {
    findings.expect(!ofSecret.test(text), 'something of another person on a page', said)
    findings.expect(headers.getSetCookie().length === 0, 'a cookie for a stranger', said)
  }
  for (const line of app.lines.slice(lines))
    findings.expect(
      !ofSecret.test(line) && !line.includes(typedMark),
      'something of a person in the log',
      line.slice(0, 200),
    )
}

/** No mail says anything of what somebody typed, and none says who the other person is. */
async function lookAtMails({ app, findings }: World): Promise<void> {
  await answered(app.people.records)
  for (const { letter, stream } of await outbox(app.people.records)) {
    const text = JSON.stringify(letter ?? '')
    findings.expect(
      !ofSecret.test(text) && !text.includes(typedMark),
      'something of a person in a mail',
      stream,
    )
  }
}
