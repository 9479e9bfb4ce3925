import { Hono, type Context } from 'hono'
import { keepAsk } from '../../../people/asks/asks.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf, type Page } from '../../shell/page.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { isFromCrowd, type Limiter } from '../../../door/limiter.ts'
import { malformedPage, unknownPage } from '../../listing/parts/missing-page.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { readForm } from '../../shell/read-body.ts'
import type { Markup } from '../../shell/markup.ts'
import { alertReading } from '../parts/alert-reading.ts'
import { readAlertPlace } from '../terms/read-place.ts'
import { newPage } from './new-page.ts'
import { firstAsk, readAsk, type AskForm, type What } from '../terms/read-ask.ts'
import { readWhat } from '../terms/read-what.ts'
import { sentPage } from './sent-page.ts'
import { paths } from '../../shell/paths.ts'

/** `/alerts/sent` and `/alerts/sent-link` say what happens next: pages that need no records. */
export function sentRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.alertsSent.pattern, (c) => c.html(sentPage(pageOf(c, app), 'sent')))
  area.get(paths.alertsSentLink.pattern, (c) => c.html(sentPage(pageOf(c, app), 'sentLink')))
  return area
}

/** `/alerts/new` is the form, `POST /alerts` sends it. */
export function askRoutes(app: App, limiter: Limiter): Hono {
  const area = new Hono()
  area.get(paths.alertsNew.pattern, (c) => {
    const page = pageOf(c, app)
    const params = new URLSearchParams(page.query)
    return withWhat(c, app, params, async (what) =>
      c.html(await formOf(page, app, withPlaces(page, app, firstAsk(what, params, page)))),
    )
  })
  area.post(paths.alerts.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withWhat(c, app, form, (what) => ask(c, app, limiter, { what, form }))
  })
  return area
}

function withWhat(
  c: Context,
  app: App,
  params: URLSearchParams,
  show: (what: What) => Response | Promise<Response>,
): Response | Promise<Response> {
  const page = pageOf(c, app)
  const what = readWhat(params, page, app)
  if (what.about === 'malformed') return c.html(malformedPage(page, what.written), 400)
  if (what.about === 'unknown') {
    const { nctId } = what
    return c.html(unknownPage(page, { kind: 'study', nctId }, nctId), 404)
  }
  return show(what)
}

async function ask(
  c: Context,
  app: App,
  limiter: Limiter,
  { what, form }: { what: What; form: URLSearchParams },
): Promise<Response> {
  const page = pageOf(c, app)
  const read = readAsk(what, form, page, app)
  if (!read.ask) return c.html(await formOf(page, app, read.form), 422)
  const turnedAway = tooOften(c, app, limiter)
  if (turnedAway) return turnedAway
  // Only a program fills in what nobody sees; it is answered like everybody else.
  const isFromProgram = (form.get('website') ?? '') !== ''
  if (!isFromProgram)
    await keepAsk(
      app.people,
      { kind: 'alert', ...read.ask, isFromCrowd: isFromCrowd(c, app, limiter) },
      app.now(),
    )
  return c.redirect(link(page, paths.alertsSent()), 303)
}

/** The form, with how its words are read below them. */
async function formOf(page: Page, app: App, form: AskForm): Promise<Markup> {
  const { what } = form
  if (what.about === 'study') return newPage(page, form)
  return newPage(page, { ...form, reading: await alertReading(page, app, what.search) })
}

/** Places that share the name of the one in the form, as links beside it. */
function withPlaces(page: Page, app: App, form: AskForm): AskForm {
  if (form.typed.near === '') return form
  const { what } = form
  const countries = what.about === 'search' ? what.search.country : undefined
  const read = readAlertPlace(form.typed.near, { page, app, countries })
  if (read.kind !== 'found' && read.kind !== 'area') return form
  const { name } = read.kind === 'area' ? read.area : read.place
  const typed = { ...form.typed, near: name }
  const otherPlaces = { chosen: name, isArea: read.kind === 'area', others: read.others }
  return { ...form, typed, otherPlaces }
}
