import type { Hono } from 'hono'
import { invite } from '../people/accounts/invitations.ts'
import type { Role } from '../people/accounts/model/actor.ts'
import { seekerLink } from '../people/enquiries/model/links.ts'
import { createSite } from '../web/site.ts'
import { signedIn, type SignedIn } from './test-accounts.ts'
import {
  address,
  confirmLinkOf,
  openedMails,
  outbox,
  peopleBase,
  pressConfirm,
} from './test-alerts.ts'
import { claimed } from './test-claims.ts'
import { deskAt, deskStates, enquiryOnDesk } from './test-desk.ts'
import { asked } from './test-enquiries.ts'
import type { TestApp } from './test-site.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runStudy,
  screenedChild,
} from './test-study.ts'
import { usualForm } from './visitor.ts'

/** Somebody who looks: the header that says who they are. */
export interface Looker {
  readonly name: string
  readonly cookie: string
}

/** Records in which there is something of everything, and who may look at it. */
export interface HouseToLookAt {
  readonly site: Hono
  readonly lookers: readonly Looker[]
  /** What fills the places of an address where it is to lead somewhere: by its beginning, the longest first, or by the name of the place. */
  readonly known: readonly (readonly [beginning: string, values: readonly string[]])[]
  /** Addresses that were mailed: each lets in who holds it, and most have a button behind them. */
  readonly mailed: readonly string[]
}

/** Fills the records of an app: a study that is run, people of every role, enquiries in every state, links of every kind. */
export async function houseToLookAt(app: TestApp): Promise<HouseToLookAt> {
  app.clock = runNow
  const { records } = app.people
  const team = await openTestStudy(records)
  const site = createSite(app)
  const children = await enrolled(app, team.coordinator)
  const { ids, links, forms } = await enquiries(app)
  await waitForOwners(app, site, team.manager)
  const house: Role = { role: 'operator', study: null, site: null }
  const roles: Readonly<Record<string, Role>> = {
    desk: { role: 'coordinator', ...deskAt },
    operator: house,
    'auditor of the house': { ...house, role: 'auditor' },
    'another study': { role: 'manager', study: 'NCT01844518', site: null },
  }
  const others: Looker[] = []
  for (const [name, role] of Object.entries(roles)) {
    const email = `${name.replaceAll(' ', '-')}@example.org`
    others.push({ name, cookie: (await signedIn(records, [role], email, app.now())).cookie })
  }
  const letters = (await outbox(records)).map(({ letter }) => letter?.text ?? '').join('\n')
  const mailed = [...letters.matchAll(/https:\/\/trialway\.example(\/[^\s>)]+)/g)].map(
    ([, path = '']) => path,
  )
  return {
    site,
    lookers: [
      { name: 'a visitor', cookie: '' },
      { name: 'a made-up session', cookie: `__Host-trialway=${'A'.repeat(43)}` },
      ...Object.entries(team).map(([name, { cookie }]) => ({ name, cookie })),
      ...others,
    ],
    known: [
      ['/desk/enquiries/:id', ids],
      ['/desk/participants/:id', children],
      ['/desk/study/:study', [runStudy]],
      ['/enquiries/sent/:form', forms],
      ['/enquiries/:link', links],
      ['/categories/:slug', ['cancer', 'heart-and-blood']],
      ['/protocols/:id', [runStudy]],
      ['/studies/:id', ['NCT90000003', runStudy]],
    ],
    mailed: [...new Set(mailed)],
  }
}

/** One who was just enrolled, one who is screened, and one who withdrew. */
async function enrolled({ people: { records } }: TestApp, by: SignedIn): Promise<string[]> {
  const children: string[] = []
  for (const name of ['Ann One', 'Ben Two', 'Cleo Three']) {
    const id = await enrolTestChild(records, by, name)
    children.push(id)
    if (children.length > 1) await recordTestFacts(records, by.actor, id, screenedChild())
  }
  const withdrew = { item: 'consentWithdrawn', value: 'all', at: '2026-11-25T10:00+01:00' }
  await recordTestFacts(records, by.actor, children[2] ?? '', [withdrew])
  return children
}

/** One in each state on the desk, with something new or not, and two that nobody confirmed. */
async function enquiries({ people: { records }, now }: TestApp) {
  const [ids, links, forms]: string[][] = [[], [], []]
  for (const [index, state] of deskStates.entries()) {
    const hasNews = index % 2 === 1
    const { id } = await enquiryOnDesk(records, { now: now(), state, hasNews })
    ids?.push(id)
    links?.push(seekerLink(records.keys, id))
  }
  for (const number of [1, 2]) {
    const formKey = String(number).padStart(43, 'k')
    await asked(records, 'asker@example.org', { now: now(), formKey })
    forms?.push(formKey)
  }
  return { ids: ids ?? [], links: links ?? [], forms: forms ?? [] }
}

/** What waits for a button: alerts (one confirmed, one not), a sign-in, a claim, an invitation. */
async function waitForOwners(app: TestApp, site: Hono, manager: SignedIn): Promise<void> {
  const { records } = app.people
  const post = async (path: string, form: Readonly<Record<string, string>>): Promise<void> => {
    const headers = { origin: app.baseUrl }
    const body = new URLSearchParams(form)
    const request = new Request(app.baseUrl + path, { method: 'POST', headers, body })
    const { status } = await site.fetch(request)
    if (status !== 303) throw new Error(`${path} was answered ${status}`)
  }
  for (const name of ['told', 'untold']) {
    const { event, ...form } = usualForm
    await post('/alerts', { ...form, event: event[0], email: `${name}@example.org` })
    await outbox(records)
  }
  await pressConfirm(records, await confirmLinkOf(records, 'told@example.org'), app.now())
  await post('/alerts/lost', { email: 'told@example.org', language: 'en' })
  await post('/sign-in', { email: 'coordinator@example.org' })
  await claimed(records, 'chief@example.org', { now: app.now() })
  const role: Role = { role: 'coordinator', ...deskAt }
  const invitation = { address: address('new@example.org'), role, language: 'en' } as const
  const invited = await invite(peopleBase(records), manager.actor, invitation, app.now())
  const count = (await openedMails(records)).length
  if (invited !== 'invited' || count < 5) throw new Error(`${invited}, ${count} mails`)
}
