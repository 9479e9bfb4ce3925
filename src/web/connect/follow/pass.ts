import type { Context } from 'hono'
import { siteOf } from '../../../finder/registry/site-id.ts'
import { seekerLink } from '../../../people/enquiries/model/links.ts'
import { passOn } from '../../../people/enquiries/pass-on.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { storedStudy } from '../../shell/parts/stored-study.ts'
import { paths } from '../../shell/paths.ts'
import { consentOf } from '../parts/consent.ts'
import { enquiryBase } from '../../shell/enquiry-base.ts'
import { siteNameOf } from '../parts/site-chosen.ts'
import { type OpenedLink, showEnquiry } from './open-link.ts'

/** Asks another site of the study with the same words, once what goes there is agreed to. */
export async function pass(
  c: Context,
  app: App,
  opened: OpenedLink,
  form: URLSearchParams,
): Promise<Response> {
  const { page, view } = opened
  const { status } = page.words.enquiry
  const { problems } = page.words.connect
  const wrong = (field: string, text: string) =>
    showEnquiry(c, app, opened, { form: 'pass', problems: [{ field, text }], typed: form })
  const site = form.get('site') ?? ''
  const stored = storedStudy(app, view.study)
  if (!stored) return wrong('pass', status.passUnknown)
  const next = siteOf(stored.study.protocolSection, site)
  if (!next) return wrong('pass', status.passClosed)
  if (form.get('consent') !== 'yes') return wrong('consent', problems.consent)
  const receiver = {
    name: siteNameOf(page, next),
    country: next.country,
    keepDays: app.connect.keepDays,
  }
  const to = { site, consent: consentOf(page, receiver) }
  const passed = await passOn(enquiryBase(app), view.id, to, app.now())
  if (passed.kind === 'enough') return wrong('pass', status.passMany)
  if (passed.kind === 'full') return wrong('pass', status.passFull)
  if (passed.kind === 'gone' || passed.kind === 'closed') return wrong('pass', status.passClosed)
  const own = paths.enquiry(seekerLink(app.people.records.keys, passed.enquiry.id))
  const did = passed.kind === 'sent' ? 'passed' : 'passKnown'
  return c.redirect(link(page, own, { did }), 303)
}
