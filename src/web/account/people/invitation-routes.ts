import { type Context, Hono } from 'hono'
import { readInvitation, takeInvitation } from '../../../people/accounts/invitations.ts'
import { readName } from '../../../people/accounts/own-account.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { cookieOf } from '../parts/actor.ts'
import { closedLink } from '../parts/closed-link.ts'
import { nameProblem } from '../parts/name-problem.ts'
import { giveCookie } from '../parts/session-cookie.ts'
import { invitationPage, withdrawnPage } from './invitation-page.ts'

/** `/invitations/:link`: looking changes nothing, only the button does. */
export function invitationRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  area.get(paths.invitation.pattern, async (c) => {
    const read = await readInvitation(app.people.records, c.req.param('link'), app.now())
    if (read.kind === 'open') return c.html(invitationPage(pageOf(c, app), app, read))
    return closed(c, app, guesses, read.kind)
  })
  area.post(paths.invitation.pattern, async (c) => {
    const form = await readForm(c)
    return form ? take(c, app, guesses, form) : faultPage(c, app, 'form')
  })
  return area
}

async function take(
  c: Context,
  app: App,
  guesses: Limiter,
  form: URLSearchParams,
): Promise<Response> {
  const page = pageOf(c, app)
  const sent = c.req.param('link') ?? ''
  const read = await readInvitation(app.people.records, sent, app.now())
  if (read.kind !== 'open') return closed(c, app, guesses, read.kind)
  const typed = (form.get('name') ?? '').slice(0, 400)
  const name = read.name ?? readName(typed)
  if (name === undefined) {
    const problem = nameProblem(page.words.account.problems, typed)
    return c.html(invitationPage(page, app, read, { name: typed, problem }), 422)
  }
  const taken = await takeInvitation(app.people, sent, { name, before: cookieOf(c) }, app.now())
  if (taken.kind !== 'taken')
    return closed(c, app, guesses, taken.kind === 'open' ? 'unknown' : taken.kind)
  giveCookie(c, taken.cookie)
  const isDesk = read.role.study !== null
  return c.redirect(link(page, isDesk ? paths.desk() : paths.account()), 303)
}

function closed(
  c: Context,
  app: App,
  guesses: Limiter,
  kind: 'done' | 'expired' | 'unknown' | 'withdrawn',
): Response | Promise<Response> {
  if (kind === 'withdrawn') return c.html(withdrawnPage(pageOf(c, app)), 410)
  return closedLink(c, app, guesses, kind)
}
