import { type Context, Hono } from 'hono'
import { readdressEnquiry } from '../../../people/enquiries/readdress.ts'
import { readMailAddress } from '../../../people/records/address.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { isFromCrowd, type Limiter } from '../../../door/limiter.ts'
import { formKeyPattern } from './look.ts'
import { enquirySentPage } from './sent-page.ts'

/**
 * `/enquiries/sent`, and the same with the name of the form that was sent: there its address can be put right. Every name is
 * answered alike, known or not, confirmed or not.
 */
export function enquirySentRoutes(app: App, requests: Limiter): Hono {
  const area = new Hono()
  area.get(paths.enquirySent.pattern, (c) => c.html(enquirySentPage(pageOf(c, app))))
  area.get(paths.enquirySentForm.pattern, (c) => {
    const page = pageOf(c, app)
    const form = c.req.param('form')
    if (!formKeyPattern.test(form)) return faultPage(c, app, 'notFound')
    const isNoted = new URLSearchParams(page.query).get('did') === 'right'
    return c.html(enquirySentPage(page, { form, email: '', isNoted }))
  })
  area.post(paths.enquirySentForm.pattern, (c) => putRight(c, app, requests))
  return area
}

async function putRight(c: Context, app: App, requests: Limiter): Promise<Response> {
  const page = pageOf(c, app)
  const form = c.req.param('form') ?? ''
  if (!formKeyPattern.test(form)) return faultPage(c, app, 'notFound')
  const typed = await readForm(c)
  if (!typed) return faultPage(c, app, 'form')
  const email = (typed.get('email') ?? '').slice(0, 400)
  const say = page.words.connect.problems
  const again = (problem: string) => enquirySentPage(page, { form, email, problem, isNoted: false })
  if (!app.people.records.isThere) {
    c.header('Retry-After', '60')
    return c.html(again(page.words.enquiry.sent.right.away), 503)
  }
  const address = readMailAddress(email)
  if (!address) return c.html(again(email.trim() === '' ? say.noEmail : say.email), 422)
  const turnedAway = tooOften(c, app, requests)
  if (turnedAway) return turnedAway
  const crowd = isFromCrowd(c, app, requests)
  await readdressEnquiry(app.people, { formKey: form, address, isFromCrowd: crowd }, app.now())
  return c.redirect(link(page, paths.enquirySentForm(form), { did: 'right' }), 303)
}
