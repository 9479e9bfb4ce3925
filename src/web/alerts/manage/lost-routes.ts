import { Hono, type Context } from 'hono'
import { readManageLink } from '../../../people/alerts/model/links.ts'
import { sendManageLink } from '../../../people/alerts/send-manage-link.ts'
import { readMailAddress, type MailAddress } from '../../../people/records/address.ts'
import { personById } from '../../../people/records/persons.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { Limiter } from '../../shell/site/limiter.ts'
import { alertsPage } from './about-page.ts'
import { sentPage } from '../ask/sent-page.ts'
import { readForm, tooOften } from '../parts/guard.ts'

/** `/alerts` says what alerts are; `POST /alerts/lost` mails the way to one's own, whoever asks. */
export function lostRoutes(house: App, limiter: Limiter): Hono {
  const area = new Hono()
  area.get('/alerts', (c) => c.html(alertsPage(pageOf(c, house))))
  area.get('/alerts/sent-link', (c) => c.html(sentPage(pageOf(c, house), 'sentLink')))
  area.get('/alerts/lost', (c) => c.redirect(link(pageOf(c, house), '/alerts')))
  area.post('/alerts/lost', async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, house, 'form')
    return lost(c, house, limiter, form)
  })
  return area
}

async function lost(
  c: Context,
  house: App,
  limiter: Limiter,
  form: URLSearchParams,
): Promise<Response> {
  const page = pageOf(c, house)
  const [sent, email] = [form.get('link'), (form.get('email') ?? '').slice(0, 400)]
  const address = sent === null ? readMailAddress(email) : await addressBehind(house, sent)
  if (!address && sent === null) {
    const say = page.words.alerts.problems
    const text = email.trim() === '' ? say.noEmail : say.email
    return c.html(alertsPage(page, { email, problems: [{ field: 'email', text }] }), 422)
  }
  const turnedAway = tooOften(c, house, limiter)
  if (turnedAway) return turnedAway
  const when = { now: house.now(), today: house.today() }
  if (address) await sendManageLink(house.alerts, address, when)
  return c.redirect(link(page, '/alerts/sent-link'), 303)
}

/** Who holds an old link need not type the address again. */
async function addressBehind(house: App, sent: string): Promise<MailAddress | undefined> {
  const { db, keys } = house.alerts.records
  const read = readManageLink(keys, sent, house.today())
  const person = read && (await personById(db, keys, read.personId))
  return person && readMailAddress(person.address())
}
