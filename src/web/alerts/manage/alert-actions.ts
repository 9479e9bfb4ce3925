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
import { readForm } from '../../shell/read-body.ts'
import { readTerms } from '../terms/read-terms.ts'
import { typedTerms, termsOfAlert } from '../terms/typed-terms.ts'
import { changePage, deletionPage } from './change-page.ts'
import type { Managed, Show } from './managed.ts'
import { paths } from '../../shell/paths.ts'

type Open = (c: Context, show: Show) => Promise<Response>

/** `/alerts/:link/:id`: changing, resting and deleting one alert. */
export function alertActions(app: App, open: Open): Hono {
  const area = new Hono()
  const withAlert = (c: Context, show: (page: Page, one: One) => Response | Promise<Response>) =>
    open(c, (page, managed) => {
      const one = oneOf(c, app, managed)
      return one ? show(page, one) : faultPage(c, app, 'notFound')
    })
  area.get(paths.alert.pattern, (c) =>
    withAlert(c, (page, { alert, sent }) => {
      const typed = termsOfAlert(alert, page.language, app.today())
      return c.html(changePage(page, app, { alert, sent, typed, problems: [] }))
    }),
  )
  area.post(paths.alert.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withAlert(c, (page, one) => change(c, app, { page, one, form }))
  })
  area.post(paths.alertPause.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withAlert(c, async (page, { which, sent }) => {
      const { records } = app.people
      const rests = form.get('rest') !== 'no'
      await (rests ? pauseAlert(records, which) : resumeAlert(records, which))
      return c.redirect(
        link(page, paths.alertsOf(sent), { did: rests ? 'paused' : 'resumed' }),
        303,
      )
    })
  })
  area.get(paths.alertDeletion.pattern, (c) =>
    withAlert(c, (page, one) => c.html(deletionPage(page, app, one))),
  )
  area.post(paths.alertDeletion.pattern, (c) =>
    withAlert(c, async (page, { which, sent }) => {
      await deleteAlert(app.people.records, which)
      return c.redirect(link(page, paths.alertsOf(sent), { did: 'deleted' }), 303)
    }),
  )
  return area
}

/** One alert of the person whose link it is. */
interface One {
  readonly alert: Alert
  readonly which: AlertKey
  /** The link as it was sent. */
  readonly sent: string
}

function oneOf(c: Context, app: App, { person, alerts, sent }: Managed): One | undefined {
  const alert = alerts.find(({ id }) => id === c.req.param('id'))
  return alert && { alert, sent, which: { personId: person.id, alertId: alert.id, now: app.now() } }
}

async function change(
  c: Context,
  app: App,
  { page, one, form }: { page: Page; one: One; form: URLSearchParams },
): Promise<Response> {
  const { alert, sent, which } = one
  const read = readTerms(typedTerms(form), { page, app, kept: alert })
  if (!read.wish)
    return c.html(
      changePage(page, app, { alert, sent, typed: read.typed, problems: read.problems }),
      422,
    )
  await changeAlert(app.people.records, which, read.wish)
  return c.redirect(link(page, paths.alertsOf(sent), { did: 'changed' }), 303)
}
