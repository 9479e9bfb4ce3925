import type { Context } from 'hono'
import { mayBeAsked } from '../../../finder/registry/status.ts'
import type { EnquiryDetails } from '../../../people/enquiries/model/details.ts'
import { siteLabelOf } from '../../../people/enquiries/model/new-enquiry.ts'
import { sendEnquiry } from '../../../people/enquiries/send.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { isFromCrowd, type Limiter } from '../../../door/limiter.ts'
import { consentOf } from '../parts/consent.ts'
import { siteChosen } from '../parts/site-chosen.ts'
import { askedFor } from './asker.ts'
import type { Came } from './came.ts'
import { connectSite, siteWithoutRecords } from './connect-site.ts'
import { type ConnectSite, goingAlong, receiverOf } from './connect-view.ts'
import { formPage } from './form-page.ts'
import { before, choose, formKeyPattern, newKey } from './look.ts'
import { nonePage } from './none-page.ts'
import { usedBeforePage } from './used-page.ts'
import { type FieldProblem, readTypedEnquiry, type ReadEnquiry, typedEnquiry } from './read-form.ts'

/** Sends what a form says to a site, or shows the form again with all that was typed. */
export async function send(c: Context, app: App, requests: Limiter, came: Came): Promise<Response> {
  const { asked, site } = came
  const typed = typedEnquiry(came.form ?? new URLSearchParams())
  const { statusModule } = asked.view.protocol
  if (!mayBeAsked(statusModule?.overallStatus))
    return before(c, app, came, { message: typed.message })
  const chosen = siteChosen(asked.view, site)
  if (!chosen) return choose(c, came, 'gone')
  if (!asked.sites.some(({ id }) => id === chosen.id)) return choose(c, came, 'siteClosed')
  const again = (open: ConnectSite, problems: readonly FieldProblem[], status: 422 | 503) => {
    const key = formKeyPattern.test(typed.key) ? typed.key : newKey(app)
    return c.html(formPage(open, { typed: { ...typed, key }, problems, isFresh: false }), status)
  }
  const say = asked.view.page.words.connect.problems
  if (!app.people.records.isThere) {
    c.header('Retry-After', '60')
    return again(
      await siteWithoutRecords(app, asked, chosen),
      [{ field: 'email', text: say.away }],
      503,
    )
  }
  const open = await connectSite(app, asked, chosen)
  if (open.route === 'none') return c.html(nonePage(open, { why: 'meanwhile', typed }), 409)
  const { problems, read } = readTypedEnquiry(asked.view.page, typed)
  if (!read) return again(open, problems, 422)
  if (!formKeyPattern.test(typed.key)) return again(open, [{ field: 'email', text: say.form }], 422)
  const turnedAway = tooOften(c, app, requests)
  if (turnedAway) return turnedAway
  // Only a program fills in what nobody sees; it is answered like everybody else.
  const isFromProgram = (came.form?.get('website') ?? '') !== ''
  const sent = isFromProgram
    ? 'kept'
    : await keep(app, open, {
        read,
        key: typed.key,
        withAnswers: typed.answers,
        isFromCrowd: isFromCrowd(c, app, requests),
      })
  return sent === 'other'
    ? c.html(usedBeforePage(open, typed.key), 409)
    : c.redirect(link(asked.view.page, paths.enquirySentForm(typed.key)), 303)
}

interface Filled {
  readonly read: ReadEnquiry
  readonly key: string
  readonly withAnswers: boolean
  readonly isFromCrowd: boolean
}

function keep(app: App, open: ConnectSite, filled: Filled): ReturnType<typeof sendEnquiry> {
  const { view, chosen, route } = open
  if (route === 'none') throw new Error('a site that cannot be reached was written to')
  const { address, language } = filled.read
  return sendEnquiry(
    app.people,
    {
      address,
      language,
      study: view.nctId,
      site: chosen.id,
      siteLabel: siteLabelOf(chosen.site.location),
      route,
      formKey: filled.key,
      keepDays: open.keepDays,
      consent: consentOf(view.page, receiverOf(open)),
      details: detailsOf(open, filled),
      isFromCrowd: filled.isFromCrowd,
    },
    app.now(),
  )
}

function detailsOf(open: ConnectSite, { read, withAnswers }: Filled): EnquiryDetails {
  const answers = goingAlong(open)
  return {
    ...read.details,
    ...askedFor(open.view, open.chosen, answers).details,
    ...(withAnswers && answers && { answers: answers.sent }),
  }
}
