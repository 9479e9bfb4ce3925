import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { readTakenPlace } from '../../../../study/conduct/model/allocation.ts'
import {
  freeStrata,
  seeArm,
  takeAllocation,
} from '../../../../study/conduct/record/take-allocation.ts'
import { openedArms, unblind } from '../../../../study/conduct/record/unblind.ts'
import { withFreshActor } from '../../../account/parts/fresh.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, viewAfter, withParticipant } from '../parts/participant-view.ts'
import { doseAskOf } from '../dose/typed-dose-form.ts'
import { emergencyPage } from './emergency-page.ts'
import { kitPage, type KitShown } from './kit-page.ts'

/** `/desk/participants/:id/allocation`: the kit of a participant. */
export function participantAllocationRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantAllocation.pattern, (c) =>
    withParticipant(c, app, (view) => showKit(c, view, 200, {})),
  )
  area.post(paths.participantAllocation.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withParticipant(c, app, (view) => postTake(c, view, form), can.recordFacts)
  })
  area.post(paths.participantArm.pattern, (c) =>
    withFreshActor(c, app, paths.participantAllocation(c.req.param('id') ?? ''), () =>
      withParticipant(c, app, (view) => postArm(c, view), can.seeAllocation),
    ),
  )
  const emergency = (c: Context, act: (view: ParticipantView) => Promise<Response>) =>
    withFreshActor(c, app, paths.participantEmergency(c.req.param('id') ?? ''), () =>
      withParticipant(c, app, act, can.openInEmergency),
    )
  area.get(paths.participantEmergency.pattern, (c) =>
    emergency(c, async (view) => {
      const { participant } = view.of
      const place = await readTakenPlace(app.people.records.db, participant.id)
      return place?.isBlind === true
        ? c.html(emergencyPage(view, { formKey: app.people.newId(), reason: '' }))
        : showKit(c, view, 404, {})
    }),
  )
  area.post(paths.participantEmergency.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return emergency(c, (view) => postEmergency(c, view, form))
  })
  return area
}

async function postEmergency(
  c: Context,
  view: ParticipantView,
  form: URLSearchParams,
): Promise<Response> {
  const { app, actor, of } = view
  const typed = { formKey: form.get('form') ?? '', reason: form.get('reason') ?? '' }
  const ask = { ...typed, participant: of.participant.id }
  const opened = await unblind(app.people, actor, ask, app.now())
  switch (opened.kind) {
    case 'done':
      return showKit(c, view, 200, { arm: opened.arm, isEmergency: true })
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'none':
      return showKit(c, view, 404, {})
    case 'noReason':
    case 'tooLong':
      return c.html(emergencyPage(view, { ...typed, problem: opened.kind }), 422)
  }
}

async function showKit(
  c: Context,
  view: ParticipantView,
  status: 200 | 404 | 409 | 422,
  more: Partial<KitShown>,
): Promise<Response> {
  const { app, of } = view
  const { db } = app.people.records
  const place = await readTakenPlace(db, of.participant.id)
  const strata = await freeStrata(db, of.participant)
  const { id, study } = of.participant
  const opened = await openedArms(db, { study, participant: id })
  const shown = { place, strata, opened, formKey: app.people.newId(), ...more }
  return c.html(kitPage(view, shown), status)
}

async function postTake(
  c: Context,
  view: ParticipantView,
  form: URLSearchParams,
): Promise<Response> {
  const { app, actor, of, page } = view
  const ask = doseAskOf(form, of, app.people.newId)
  const outcome = await takeAllocation(app.people, actor, ask, form.get('stratum') ?? '', app.now())
  switch (outcome.kind) {
    case 'done':
      return c.redirect(link(page, paths.participantAllocation(of.participant.id)), 303)
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked':
      return showKit(c, { ...view, lock: outcome.lock }, 409, {})
    case 'changed':
      return showKit(c, viewAfter(view, outcome.now), 409, { problem: 'changed' })
    case 'refused':
      return showKit(c, viewAfter(view, outcome.now), 422, { problem: outcome.problem })
  }
}

async function postArm(c: Context, view: ParticipantView): Promise<Response> {
  const { app, actor, of } = view
  const seen = await seeArm(app.people, actor, of.participant.id, app.now())
  if ('arm' in seen) return showKit(c, view, 200, { arm: seen.arm })
  return seen.kind === 'gone' ? c.html(goneParticipantPage(view), 404) : showKit(c, view, 404, {})
}
