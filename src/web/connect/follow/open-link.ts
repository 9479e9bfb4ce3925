import type { Context } from 'hono'
import { readSeekerLink } from '../../../people/enquiries/model/links.ts'
import { type SeekerView, seekerView } from '../../../people/enquiries/seeker-view.ts'
import type { App } from '../../shell/app.ts'
import { pageOf, type Page } from '../../shell/page.ts'
import { storedStudy } from '../../shell/parts/stored-study.ts'
import { titledStudy } from '../../../finder/vocabulary/titled-study.ts'
import { studyTitle } from '../../shell/parts/study-title.ts'
import { tooOften } from '../../shell/site/guard.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { unknownEnquiryPage } from '../confirm/confirm-page.ts'
import { sayBySite } from '../parts/site-clock.ts'
import type { Followed, Wrong } from './followed.ts'
import { sitesToPassTo } from './next-site.ts'
import { seekerPage } from './seeker-page.ts'

/** An enquiry that was opened by its link. */
export interface OpenedLink {
  readonly page: Page
  readonly view: SeekerView
  /** The link as it was sent. */
  readonly sent: string
}

/** Opens the enquiry of a link for a handler; a link that leads nowhere is counted, and answered alike whatever it was. */
export async function openLink(
  c: Context,
  app: App,
  guesses: Limiter,
  handle: (opened: OpenedLink) => Response | Promise<Response>,
): Promise<Response> {
  const sent = c.req.param('link') ?? ''
  const page = pageOf(c, app)
  const { records } = app.people
  const read = readSeekerLink(records.keys, sent)
  const view = read && (await seekerView(records, read.enquiryId, app.now()))
  if (!view) return (await tooOften(c, app, guesses)) ?? c.html(unknownEnquiryPage(page), 404)
  return handle({ page, view, sent })
}

/** The page of an enquiry; with what is wrong with one of its forms, where something is. */
export async function showEnquiry(
  c: Context,
  app: App,
  opened: OpenedLink,
  wrong?: Wrong,
): Promise<Response> {
  const { page, view } = opened
  const stored = storedStudy(app, view.study)
  const followed: Followed = {
    ...opened,
    ...(await sitesToPassTo(app, view)),
    say: await sayBySite(app, page, view),
    keepDays: app.connect.keepDays,
    title: stored && studyTitle(page, titledStudy(stored.study)),
    did: new URLSearchParams(page.query).get('did') ?? '',
    ...(wrong && { wrong }),
  }
  return c.html(seekerPage(followed), wrong ? 422 : 200)
}
