import { type Context, Hono } from 'hono'
import { withdraw } from '../../../people/enquiries/withdraw.ts'
import type { App } from '../../shell/app.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { enquiryData } from './enquiry-data.ts'
import { goneEnquiryPage } from './gone-page.ts'
import { openLink, type OpenedLink, showEnquiry } from './open-link.ts'
import { pass } from './pass.ts'
import { addWord, putRight } from './say.ts'

/** `/enquiries/:link` and what is under it: where a request stands, for who holds its link. */
export function followRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  type Handle = (
    c: Context,
    opened: OpenedLink,
    form: URLSearchParams,
  ) => Response | Promise<Response>
  const posted = (handle: Handle) => async (c: Context) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return openLink(c, app, guesses, (opened) => handle(c, opened, form))
  }
  area.get(paths.enquiry.pattern, (c) =>
    openLink(c, app, guesses, (opened) => showEnquiry(c, app, opened)),
  )
  area.get(paths.enquiryData.pattern, (c) =>
    openLink(c, app, guesses, ({ view }) => {
      c.header('Content-Disposition', 'attachment; filename="trialway-my-request.json"')
      return c.json(enquiryData(view))
    }),
  )
  area.post(
    paths.enquiryNote.pattern,
    posted((c, opened, form) => addWord(c, app, opened, form)),
  )
  area.post(
    paths.enquiryCorrection.pattern,
    posted((c, opened, form) => putRight(c, app, opened, form)),
  )
  area.post(
    paths.enquiryPass.pattern,
    posted((c, opened, form) => pass(c, app, opened, form)),
  )
  area.post(
    paths.enquiryWithdrawal.pattern,
    posted(async (c, { page, view }) => {
      await withdraw(app.people, view.id, app.now())
      return c.html(goneEnquiryPage(page))
    }),
  )
  return area
}
