import { Hono, type Context } from 'hono'
import {
  confirmRequest,
  readRequestByLink,
  type ConfirmDecision,
  type RequestByLink,
} from '../../../people/alerts/confirm.ts'
import { manageLink } from '../../../people/alerts/model/links.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { readForm } from '../../shell/read-body.ts'
import { unknownLinkPage } from '../parts/unknown-link-page.ts'
import { closedRequestPage, confirmPage } from './confirm-page.ts'
import { paths } from '../../shell/paths.ts'

/** `/alerts/confirm/:link`: looking changes nothing, only the button does. */
export function confirmRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  area.get(paths.alertsConfirm.pattern, async (c) => {
    const request = await readRequestByLink(app.people.records, c.req.param('link'), app.now())
    return show(c, app, guesses, request)
  })
  area.post(paths.alertsConfirm.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return confirm(c, app, guesses, decisionOf(form))
  })
  return area
}

async function confirm(
  c: Context,
  app: App,
  guesses: Limiter,
  decision: ConfirmDecision,
): Promise<Response> {
  const { records } = app.people
  const sent = c.req.param('link') ?? ''
  const page = pageOf(c, app)
  const request = await readRequestByLink(records, sent, app.now())
  if (request.kind !== 'open' || request.alerts.length === 0) return show(c, app, guesses, request)
  const shown = request.alerts.filter(({ id }) => decision.shown.includes(id))
  // Answered in another window meanwhile: of what waits now, nothing was on that page.
  if (shown.length === 0) return c.redirect(link(page, page.path), 303)
  if (!shown.some(({ id }) => decision.chosen.includes(id))) {
    const problems = [{ field: 'alert', text: page.words.alerts.problems.none }]
    const filled = { problems, namesTopic: decision.namesTopic }
    return c.html(await confirmPage(page, app, request, filled), 422)
  }
  const done = await confirmRequest(records, sent, decision, app.now())
  if (done.kind !== 'confirmed') return show(c, app, guesses, done)
  const way = done.more
    ? page.path
    : paths.alertsOf(manageLink(records.keys, done.personId, app.today()))
  return c.redirect(link(page, way, { did: 'confirmed' }), 303)
}

/** What the form says; the alerts that its page showed stand in one field. */
function decisionOf(form: URLSearchParams): ConfirmDecision {
  const chosen = form.getAll('alert')
  const shown = form.getAll('shown').flatMap((ids) => ids.split(' '))
  return {
    // Who sends no list of what was shown decides on what they chose.
    shown: form.has('shown') ? shown : chosen,
    chosen,
    namesTopic: form.get('subject') === 'yes',
  }
}

async function show(
  c: Context,
  app: App,
  guesses: Limiter,
  request: RequestByLink,
): Promise<Response> {
  const page = pageOf(c, app)
  switch (request.kind) {
    case 'open':
      if (request.alerts.length === 0) return c.html(closedRequestPage(page, 'empty'), 410)
      return c.html(await confirmPage(page, app, request))
    case 'done':
      return c.html(closedRequestPage(page, 'done'))
    case 'expired':
      return c.html(closedRequestPage(page, 'expired'), 410)
    case 'unknown':
      return tooOften(c, app, guesses) ?? c.html(unknownLinkPage(page), 404)
  }
}
