import { Hono, type Context } from 'hono'
import { readManageLink } from '../../../people/alerts/model/links.ts'
import { keepAsk } from '../../../people/asks/asks.ts'
import { readMailAddress, type MailAddress } from '../../../people/records/address.ts'
import { personById } from '../../../people/records/persons.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { isFromCrowd, type Limiter } from '../../../door/limiter.ts'
import { alertsPage } from './about-page.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { readForm } from '../../shell/read-body.ts'
import { paths } from '../../shell/paths.ts'

/** `/alerts` says what alerts are: a public page. */
export function aboutAlertsRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.alerts.pattern, (c) => c.html(alertsPage(pageOf(c, app))))
  return area
}

/** `POST /alerts/lost` mails the way to one's own alerts, whoever asks. */
export function lostRoutes(app: App, limiter: Limiter): Hono {
  const area = new Hono()
  area.get(paths.alertsLost.pattern, (c) => c.redirect(link(pageOf(c, app), paths.alerts())))
  area.post(paths.alertsLost.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return lost(c, app, limiter, form)
  })
  return area
}

async function lost(
  c: Context,
  app: App,
  limiter: Limiter,
  form: URLSearchParams,
): Promise<Response> {
  const page = pageOf(c, app)
  const [sent, email] = [form.get('link'), (form.get('email') ?? '').slice(0, 400)]
  const address = sent === null ? readMailAddress(email) : await addressBehind(app, sent)
  if (!address && sent === null) {
    const say = page.words.alerts.problems
    const text = email.trim() === '' ? say.noEmail : say.email
    return c.html(alertsPage(page, { email, problems: [{ field: 'email', text }] }), 422)
  }
  const turnedAway = tooOften(c, app, limiter)
  if (turnedAway) return turnedAway
  const asked = { today: app.today(), isFromCrowd: isFromCrowd(c, app, limiter) }
  if (address) await keepAsk(app.people, { kind: 'link', address, ...asked }, app.now())
  return c.redirect(link(page, paths.alertsSentLink()), 303)
}

/** Who holds an old link need not type the address again. */
async function addressBehind(app: App, sent: string): Promise<MailAddress | undefined> {
  const { db, keys } = app.people.records
  const read = readManageLink(keys, sent, app.today())
  const person = read && (await personById(db, keys, read.personId))
  return person && readMailAddress(person.address())
}
