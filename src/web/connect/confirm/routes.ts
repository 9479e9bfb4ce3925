import { type Context, Hono } from 'hono'
import { siteAskedNow } from '../../../people/enquiries/asked-site.ts'
import {
  confirmEnquiry,
  type EnquiryByLink,
  readEnquiryByLink,
} from '../../../people/enquiries/confirm.ts'
import { seekerLink } from '../../../people/enquiries/model/links.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { tooOften } from '../../shell/site/guard.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { enquiryBase } from '../../shell/enquiry-base.ts'
import { sayBySite } from '../parts/site-clock.ts'
import {
  closedMeanwhilePage,
  confirmEnquiryPage,
  doneBeforePage,
  expiredPage,
  unknownEnquiryPage,
} from './confirm-page.ts'

/** `/enquiries/confirm/:link`: looking changes nothing, only the button sends. */
export function confirmEnquiryRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  area.get(paths.enquiryConfirm.pattern, async (c) =>
    show(
      c,
      app,
      guesses,
      await readEnquiryByLink(app.people.records, c.req.param('link'), app.now()),
    ),
  )
  area.post(paths.enquiryConfirm.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    const also = form.getAll('also')
    const done = await confirmEnquiry(enquiryBase(app), c.req.param('link'), app.now(), also)
    if (done.kind !== 'sent' && done.kind !== 'waits' && done.kind !== 'closed')
      return show(c, app, guesses, done)
    const own = paths.enquiry(seekerLink(app.people.records.keys, done.enquiry.id))
    return c.redirect(
      link(pageOf(c, app), own, { did: done.kind === 'sent' ? 'confirmed' : '' }),
      303,
    )
  })
  return area
}

async function show(
  c: Context,
  app: App,
  guesses: Limiter,
  found: EnquiryByLink,
): Promise<Response> {
  const page = pageOf(c, app)
  switch (found.kind) {
    case 'open': {
      const { enquiry } = found
      if (siteAskedNow(app.catalogue, enquiry).kind === 'closed')
        return c.html(closedMeanwhilePage(page, enquiry.study), 410)
      return c.html(
        confirmEnquiryPage(app, page, { ...found, say: await sayBySite(app, page, enquiry) }),
      )
    }
    case 'done': {
      const own = paths.enquiry(seekerLink(app.people.records.keys, found.enquiry.id))
      return c.html(doneBeforePage(page, own))
    }
    case 'expired':
      return c.html(expiredPage(page), 410)
    case 'unknown':
      return (await tooOften(c, app, guesses)) ?? c.html(unknownEnquiryPage(page), 404)
  }
}
