import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import type { ConsentProblem } from '../../../../study/conduct/record/typed-consent.ts'
import { clockAt } from '../../../../study/conduct/record/typed-moment.ts'
import {
  recordWithdrawal,
  takeOutSigned,
  type TypedWithdrawal,
} from '../../../../study/conduct/record/withdraw.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { typedActMoment } from '../parts/act-moment.ts'
import { consentErrors } from '../parts/consent-errors.ts'
import { formAsk } from '../parts/form-ask.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, viewAfter, withParticipant } from '../parts/participant-view.ts'
import { outName, withdrawalPage, type WithdrawalShown } from './withdrawal-page.ts'

/** `/desk/participants/:id/withdrawal`: somebody stops the treatment, the visits or all; it works at once. */
export function withdrawalRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantWithdrawal.pattern, (c) =>
    withParticipant(c, app, (view) =>
      c.html(withdrawalPage(view, { ...opened(view), did: c.req.query('did') ?? '' })),
    ),
  )
  area.post(paths.participantWithdrawal.pattern, async (c) => {
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

/** The form as it is opened: it stands at now. */
function opened({ app, of }: ParticipantView): WithdrawalShown {
  const at = clockAt(app.now(), zoneOf(of))
  return { formKey: randomUUID(), typed: { of: '', why: '', at }, problems: [], did: '' }
}

async function post(c: Context, view: ParticipantView, form: URLSearchParams): Promise<Response> {
  const { app, actor, of } = view
  const said = (name: string): string => (form.get(name) ?? '').slice(0, longestCode)
  const typed: TypedWithdrawal = { of: said('of'), why: said('why'), at: typedActMoment(form) }
  const ask = formAsk(of.participant.id, form)
  const outcome = await recordWithdrawal(app.people, actor, ask, typed, app.now())
  const shown = (problems: readonly ConsentProblem[]): WithdrawalShown => ({
    formKey: ask.formKey,
    typed,
    problems,
    did: '',
  })
  return answer(c, view, outcome, { did: 'recorded', shown })
}

const longestCode = 120

async function takeOut(
  c: Context,
  view: ParticipantView,
  form: URLSearchParams,
): Promise<Response> {
  const { app, actor, of, page } = view
  const fact = form.get('fact') ?? ''
  const reason = form.get(outName(fact)) ?? ''
  const ask = formAsk(of.participant.id, form)
  const asked = { role: 'withdrawal', fact, reason } as const
  const outcome = await takeOutSigned(app.people, actor, ask, asked, app.now())
  const shown = (problems: readonly ConsentProblem[]): WithdrawalShown => {
    const [wrong] = consentErrors(page, problems)
    return { ...opened(view), ...(wrong && { out: { fact, reason, text: wrong.text } }) }
  }
  return answer(c, view, outcome, { did: 'out', shown })
}

function answer(
  c: Context,
  view: ParticipantView,
  outcome: Awaited<ReturnType<typeof recordWithdrawal>>,
  {
    did,
    shown,
  }: {
    readonly did: string
    readonly shown: (problems: readonly ConsentProblem[]) => WithdrawalShown
  },
): Response | Promise<Response> {
  const { page, of } = view
  switch (outcome.kind) {
    case 'done':
      return c.redirect(link(page, paths.participantWithdrawal(of.participant.id), { did }), 303)
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked':
      return c.html(withdrawalPage({ ...view, lock: outcome.lock }, shown([])), 409)
    case 'changed': {
      const now = viewAfter(view, outcome.now)
      return c.html(withdrawalPage(now, { ...shown([]), since: outcome.since }), 409)
    }
    case 'refused':
      return c.html(withdrawalPage(viewAfter(view, outcome.now), shown(outcome.problem)), 422)
  }
}
