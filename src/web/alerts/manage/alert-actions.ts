import { type Context, Hono } from 'hono'
import type { Alert } from '../../../people/alerts/model/alert.ts'
import {
  type AlertKey,
  changeAlert,
  deleteAlert,
  pauseAlert,
  resumeAlert,
} from '../../../people/alerts/manage.ts'
import type { App } from '../../shell/app.ts'
import { type Page, link } from '../../shell/page.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { readForm } from '../parts/guard.ts'
import { readTerms } from '../terms/read-terms.ts'
import { typedTerms, termsOfAlert } from '../terms/typed-terms.ts'
import { changePage, deletionPage } from './change-page.ts'
import type { Managed, Show } from './managed.ts'

type Open = (c: Context, show: Show) => Promise<Response>

/** `/alerts/:link/:id`: changing, resting and deleting one alert. */
export function alertActions(app: App, open: Open): Hono {
  const area = new Hono()
  const withAlert = (c: Context, show: (page: Page, one: One) => Response | Promise<Response>) =>
    open(c, (page, managed) => {
      const one = oneOf(c, app, managed)
      return one ? show(page, one) : faultPage(c, app, 'notFound')
    })
  area.get('/alerts/:link/:id', (c) =>
    withAlert(c, (page, { alert, base }) => {
      const typed = termsOfAlert(alert, page.language, app.today())
      return c.html(changePage(page, app, { alert, base, typed, problems: [] }))
    }),
  )
  area.post('/alerts/:link/:id', async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withAlert(c, (page, one) => change(c, app, { page, one, form }))
  })
  area.post('/alerts/:link/:id/pause', async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withAlert(c, async (page, { which, base }) => {
      const { records } = app.alerts
      const rests = form.get('rest') !== 'no'
      await (rests ? pauseAlert(records, which) : resumeAlert(records, which))
      return c.redirect(link(page, base, { did: rests ? 'paused' : 'resumed' }), 303)
    })
  })
  area.get('/alerts/:link/:id/deletion', (c) =>
    withAlert(c, (page, one) => c.html(deletionPage(page, app, one))),
  )
  area.post('/alerts/:link/:id/deletion', (c) =>
    withAlert(c, async (page, { which, base }) => {
      await deleteAlert(app.alerts.records, which)
      return c.redirect(link(page, base, { did: 'deleted' }), 303)
    }),
  )
  return area
}

/** One alert of the person whose link it is. */
interface One {
  readonly alert: Alert
  readonly which: AlertKey
  readonly base: string
}

function oneOf(c: Context, app: App, { person, alerts, base }: Managed): One | undefined {
  const alert = alerts.find(({ id }) => id === c.req.param('id'))
  return alert && { alert, base, which: { personId: person.id, alertId: alert.id, now: app.now() } }
}

async function change(
  c: Context,
  app: App,
  { page, one, form }: { page: Page; one: One; form: URLSearchParams },
): Promise<Response> {
  const { alert, base, which } = one
  const read = readTerms(typedTerms(form), { page, app, kept: alert })
  if (!read.wish)
    return c.html(
      changePage(page, app, { alert, base, typed: read.typed, problems: read.problems }),
      422,
    )
  await changeAlert(app.alerts.records, which, read.wish)
  return c.redirect(link(page, base, { did: 'changed' }), 303)
}
