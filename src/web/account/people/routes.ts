import { type Context, Hono } from 'hono'
import { closeAccount, type Ended, endRole } from '../../../people/accounts/accounts.ts'
import { deskPeople, heldRole, listAccounts } from '../../../people/accounts/list.ts'
import { type Actor, houseRoles, isFresh, type Role } from '../../../people/accounts/model/actor.ts'
import { can, reach } from '../../../people/accounts/model/can.ts'
import type { App } from '../../shell/app.ts'
import type { Markup } from '../../shell/markup.ts'
import { link, type Page, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { needsActor, withActor } from '../parts/actor.ts'
import { withFreshActor } from '../parts/fresh.ts'
import { emptyInvitation, type InviteProblem, type TypedInvitation } from './invite-form.ts'
import { adminAccountsPage, deskPeoplePage, type PeopleView } from './people-page.ts'
import { readDeskRole } from './places.ts'
import { sendInvitation, typedInvitation } from './send-invitation.ts'

/** One of the two pages of accounts: whose it is, and what they see and give there. */
interface PeoplePlace {
  readonly path: string
  readonly may: (actor: Actor) => boolean
  readonly accounts: (app: App, actor: Actor) => Promise<PeopleView['accounts']>
  readonly show: (page: Page, app: App, view: PeopleView) => Markup
  readonly roleOf: (typed: TypedInvitation) => Role | undefined
}

const desk: PeoplePlace = {
  path: paths.deskPeople(),
  may: (actor) => reach(actor).length > 0,
  accounts: (app, actor) => deskPeople(app.people.records, reach(actor)),
  show: deskPeoplePage,
  roleOf: readDeskRole,
}

const admin: PeoplePlace = {
  path: paths.adminAccounts(),
  may: can.manageAccounts,
  accounts: (app) => listAccounts(app.people.records),
  show: adminAccountsPage,
  roleOf: (typed) => {
    const role = houseRoles.find((name) => name === typed.role)
    return role && { role, study: null, site: null }
  },
}

/** `/desk/people` for who has a desk, `/admin/accounts` for operators. */
export function peopleRoutes(app: App): Hono {
  const area = new Hono()
  for (const place of [desk, admin]) {
    for (const pattern of [place.path, `${place.path}/*`])
      area.use(pattern, needsActor(app, place.may))
    area.get(place.path, (c) =>
      withActor(c, app, async (actor) => c.html(await shown(c, app, place, actor))),
    )
    area.post(place.path, (c) =>
      withFreshActor(c, app, place.path, (actor) => invited(c, app, place, actor)),
    )
  }
  area.post(paths.deskRole.pattern, (c) =>
    withFreshActor(c, app, desk.path, (actor) => roleEnded(c, app, desk, actor)),
  )
  area.post(paths.adminRole.pattern, (c) =>
    withFreshActor(c, app, admin.path, (actor) => roleEnded(c, app, admin, actor)),
  )
  area.post(paths.adminAccount.pattern, (c) =>
    withFreshActor(c, app, admin.path, async ({ accountId }) => {
      const given = { by: `account/${accountId}`, now: app.now() } as const
      const done = await app.people.records.write((tx) =>
        closeAccount(tx, c.req.param('id'), given),
      )
      return ended(c, app, admin, done, 'closed')
    }),
  )
  return area
}

async function shown(
  c: Context,
  app: App,
  place: PeoplePlace,
  actor: Actor,
  typed?: { readonly typed: TypedInvitation; readonly problems: readonly InviteProblem[] },
): Promise<Markup> {
  const page = pageOf(c, app)
  return place.show(page, app, {
    actor,
    accounts: await place.accounts(app, actor),
    did: new URLSearchParams(page.query).get('did') ?? '',
    isFresh: isFresh(actor, app.now()),
    ...(typed ?? { typed: emptyInvitation(page), problems: [] }),
  })
}

async function invited(c: Context, app: App, place: PeoplePlace, actor: Actor): Promise<Response> {
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  const typed = typedInvitation(form)
  const problems = await sendInvitation(c, app, actor, { typed, role: place.roleOf(typed) })
  if (problems.length > 0)
    return c.html(await shown(c, app, place, actor, { typed, problems }), 422)
  return c.redirect(link(pageOf(c, app), place.path, { did: 'invited' }), 303)
}

/** A role that the actor may not end is as one that is not there. */
async function roleEnded(
  c: Context,
  app: App,
  place: PeoplePlace,
  actor: Actor,
): Promise<Response> {
  const given = { by: `account/${actor.accountId}`, now: app.now() } as const
  const id = c.req.param('id') ?? ''
  const done = await app.people.records.write(async (tx) => {
    const role = await heldRole(tx, id)
    return role && can.endRole(actor, role) ? endRole(tx, id, given) : ('unknown' as const)
  })
  return ended(c, app, place, done, 'ended')
}

function ended(
  c: Context,
  app: App,
  place: PeoplePlace,
  done: Ended,
  did: 'ended' | 'closed',
): Response | Promise<Response> {
  if (done === 'unknown') return faultPage(c, app, 'notFound')
  const said = done === 'last-operator' ? 'last' : did
  return c.redirect(link(pageOf(c, app), place.path, { did: said }), 303)
}
