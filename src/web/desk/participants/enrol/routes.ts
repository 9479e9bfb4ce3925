import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type Enrolled, enrol } from '../../../../study/conduct/record/enrol.ts'
import { enrolmentFrom } from '../../../../study/conduct/record/enrol-places.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import type { FieldError } from '../parts/field-errors.ts'
import { identityErrors, identityFrom, identityOf, typedIdentity } from '../parts/typed-identity.ts'
import { cannotEnrolPage, enrolledBeforePage, enrolPage } from './enrol-page.ts'
import { type EnrolView, isReadyToEnrol, placeKey, withEnrolment } from './enrol-view.ts'

/** `/desk/participants/new`: somebody is screened for a study from now on, from an enquiry or new. */
export function enrolRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantNew.pattern, (c) =>
    withEnrolment(c, app, c.req.query('enquiry') ?? '', async (view) => {
      const stopped = await stoppedAt(c, view)
      if (stopped) return stopped
      const { enquiry, page } = view
      const typed = enquiry
        ? identityFrom(enquiry, enquiry.person.address())
        : { name: '', email: '', phone: '', contact: '', language: page.language }
      return c.html(
        enrolPage(view, { formKey: randomUUID(), place: firstPlace(view), typed, errors: [] }),
      )
    }),
  )
  area.post(paths.participantNew.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withEnrolment(c, app, form.get('enquiry') ?? '', (view) => post(c, view, form))
  })
  return area
}

/** Why there is no form: nobody may be enrolled by them, there, now, or from this enquiry. */
async function stoppedAt(c: Context, view: EnrolView): Promise<Response | undefined> {
  const { app, actor, places, enquiry } = view
  if (places.length === 0) return c.html(cannotEnrolPage(view, enquiry ? 'notRun' : 'nowhere'), 404)
  if (enquiry) {
    const known = await enrolmentFrom(app.people.records, actor, enquiry)
    if (known?.kind === 'enrolled')
      return c.html(enrolledBeforePage(view, known.participantId, known.number), 409)
    if (!known) return c.html(cannotEnrolPage(view, 'notRun'), 409)
    if (!isReadyToEnrol(enquiry)) return c.html(cannotEnrolPage(view, 'notReady'), 409)
  }
  return places.every(({ state }) => state !== 'open')
    ? c.html(cannotEnrolPage(view, 'closed'), 409)
    : undefined
}

/** The site of the enquiry, or the only one there is. */
function firstPlace({ places, enquiry }: EnrolView): string {
  const open = places.filter(({ state }) => state === 'open')
  const [only, ...others] = open
  const own = open.find(({ site }) => site.site === enquiry?.site)
  return own ? placeKey(own) : only && others.length === 0 ? placeKey(only) : ''
}

async function post(c: Context, view: EnrolView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page, places, enquiry } = view
  const typed = typedIdentity(form)
  const asked = form.get('place') ?? ''
  const place = places.find((one) => placeKey(one) === asked)
  const formKey = formKeyOf(form)
  const again = (errors: readonly FieldError[], status: 409 | 422 = 422) =>
    c.html(enrolPage(view, { formKey, place: asked, typed, errors }), status)
  const errors = [
    ...(place ? [] : [{ field: 'place', text: page.words.enrolment.problems.place }]),
    ...identityErrors(page, typed),
  ]
  if (places.length === 0 || (enquiry && !isReadyToEnrol(enquiry))) {
    const stopped = await stoppedAt(c, view)
    if (stopped) return stopped
  }
  if (!place || errors.length > 0) return again(errors)
  const isMadeUp = enquiry?.details.isMadeUp === true || page.isDemonstration === true
  const outcome = await enrol(
    app.people,
    actor,
    {
      study: place.study,
      site: place.site.site,
      formKey,
      identity: {
        ...identityOf(typed),
        ...(enquiry && { enquiry: enquiry.caseNumber }),
        ...(isMadeUp && { isMadeUp }),
      },
      ...(enquiry && { enquiryId: enquiry.id }),
    },
    app.now(),
  )
  return answer(c, view, outcome, again)
}

function answer(
  c: Context,
  view: EnrolView,
  outcome: Enrolled,
  again: (errors: readonly FieldError[], status?: 409 | 422) => Response | Promise<Response>,
): Response | Promise<Response> {
  const { app, page } = view
  switch (outcome.kind) {
    case 'done': {
      const to = paths.participantScreening(outcome.participantId)
      return c.redirect(link(page, to, { did: 'enrolled' }), 303)
    }
    case 'twice':
      return c.html(enrolledBeforePage(view, outcome.participantId, outcome.number), 409)
    case 'gone':
      return faultPage(c, app, 'notFound')
    case 'identity':
      return again([{ field: 'name', text: page.words.enrolment.problems.name }])
    case 'notApproved':
    case 'noVersion':
    case 'locked':
      return again([{ field: 'place', text: page.words.enrolment.problems[outcome.kind] }], 409)
  }
}

/** What names the form: sent twice, it enrols once. One that names nothing is a form of its own. */
function formKeyOf(form: URLSearchParams): string {
  const key = form.get('form') ?? ''
  return /^[0-9a-f-]{36}$/.test(key) ? key : randomUUID()
}
