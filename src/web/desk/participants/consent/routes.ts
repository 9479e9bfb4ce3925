import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { formInForce } from '../../../../study/conduct/model/consent-forms.ts'
import { consentsOf } from '../../../../study/conduct/derived/own-consent.ts'
import { recordConsent } from '../../../../study/conduct/record/consent.ts'
import type {
  ConsentProblem,
  TypedConsent,
} from '../../../../study/conduct/record/typed-consent.ts'
import { clockAt, typedOf } from '../../../../study/conduct/record/typed-moment.ts'
import { takeOutSigned } from '../../../../study/conduct/record/withdraw.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { consentErrors } from '../parts/consent-errors.ts'
import { formAsk } from '../parts/form-ask.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, viewAfter, withParticipant } from '../parts/participant-view.ts'
import { typedConsent } from './consent-form.ts'
import { consentPage, type ConsentShown } from './consent-page.ts'
import { type ConsentBeside, readConsentBeside } from './consent-view.ts'

/** `/desk/participants/:id/consent`: what was signed, by whom and by which text; and what is signed now. */
export function consentRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantConsent.pattern, (c) =>
    withParticipant(c, app, async (view) => {
      const beside = await readConsentBeside(view)
      const shown = firstForm(view, beside, c.req.query('correct') ?? '')
      return c.html(consentPage(view, beside, { ...shown, did: c.req.query('did') ?? '' }))
    }),
  )
  area.post(paths.participantConsent.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withParticipant(
      c,
      app,
      (view) => (form.get('act') === 'take-out' ? takeOut(c, view, form) : post(c, view, form)),
      can.recordFacts,
    )
  })
  return area
}

/** The form as it is opened: now, by the text that is in force; or as a consent stands that is to be corrected. */
function firstForm(view: ParticipantView, beside: ConsentBeside, correct: string): ConsentShown {
  const { of, app, actor } = view
  const zone = zoneOf(of)
  const wrong = consentsOf(of).find(({ id }) => id === correct)
  const details = wrong?.details ?? {}
  const said = (name: string): string => {
    const value = details[name]
    return typeof value === 'string' ? value : ''
  }
  const at = wrong ? typedOf(wrong.at, zone) : clockAt(app.now(), zone)
  const inForce = formInForce(beside.forms, of.participant.site, at.day)
  const language = inForce?.texts.find((text) => text.language === view.page.language)
  const isOne = inForce?.texts.length === 1
  const preset =
    inForce && (language ?? isOne)
      ? `${inForce.name} ${language?.language ?? inForce.texts[0]?.language ?? ''}`
      : ''
  const typed: TypedConsent = wrong
    ? {
        by: said('by'),
        whyOne: said('why'),
        assent: said('assent'),
        medium: said('medium'),
        form: `${said('form')} ${said('language')}`,
        witness: said('witness'),
        at,
      }
    : {
        by: '',
        whyOne: '',
        assent: '',
        medium: '',
        form: preset,
        witness: can.recordFacts(actor, of.participant) ? `account/${actor.accountId}` : '',
        at,
      }
  return {
    form: {
      formKey: randomUUID(),
      typed,
      problems: [],
      ...(wrong && { replaced: { fact: wrong.id, reason: '' } }),
    },
    takeOut: { reason: '', errors: [] },
    did: '',
  }
}

async function post(c: Context, view: ParticipantView, form: URLSearchParams): Promise<Response> {
  const { app, actor, of } = view
  const typed = typedConsent(form)
  const fact = form.get('correct') ?? ''
  const replaced = fact === '' ? undefined : { fact, reason: form.get('reason') ?? '' }
  const ask = formAsk(of.participant.id, form)
  const outcome = await recordConsent(app.people, actor, ask, typed, app.now(), replaced)
  const shown = (problems: readonly ConsentProblem[]): ConsentShown => ({
    form: { formKey: ask.formKey, typed, problems, ...(replaced && { replaced }) },
    takeOut: { reason: '', errors: [] },
    did: '',
  })
  return answer(c, view, outcome, { did: 'recorded', shown })
}

async function takeOut(
  c: Context,
  view: ParticipantView,
  form: URLSearchParams,
): Promise<Response> {
  const { app, actor, of, page } = view
  const reason = form.get('outReason') ?? ''
  const fact = form.get('fact') ?? ''
  const ask = formAsk(of.participant.id, form)
  const asked = { role: 'consent', fact, reason } as const
  const outcome = await takeOutSigned(app.people, actor, ask, asked, app.now())
  const first = firstForm(view, await readConsentBeside(view), fact)
  const shown = (problems: readonly ConsentProblem[]): ConsentShown => {
    const errors = consentErrors(page, problems).map(({ text }) => ({ field: 'outReason', text }))
    return { ...first, takeOut: { reason, errors } }
  }
  return answer(c, view, outcome, { did: 'out', shown })
}

async function answer(
  c: Context,
  view: ParticipantView,
  outcome: Awaited<ReturnType<typeof recordConsent>>,
  {
    did,
    shown,
  }: {
    readonly did: string
    readonly shown: (problems: readonly ConsentProblem[]) => ConsentShown
  },
): Promise<Response> {
  const { page, of } = view
  const again = async (after: ParticipantView, more: ConsentShown, status: 409 | 422) =>
    c.html(consentPage(after, await readConsentBeside(after), more), status)
  switch (outcome.kind) {
    case 'done':
      return c.redirect(link(page, paths.participantConsent(of.participant.id), { did }), 303)
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked':
      return again({ ...view, lock: outcome.lock }, shown([]), 409)
    case 'changed':
      return again(viewAfter(view, outcome.now), { ...shown([]), since: outcome.since }, 409)
    case 'refused':
      return again(viewAfter(view, outcome.now), shown(outcome.problem), 422)
  }
}
