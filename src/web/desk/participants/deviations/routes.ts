import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import { classHistory } from '../../../../study/conduct/review/class-history.ts'
import { classDeviation, readDeviations } from '../../../../study/conduct/review/deviation-class.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { type ParticipantView, withParticipant } from '../parts/participant-view.ts'
import { type DeviationParts, deviationsPage } from './deviations-page.ts'

/** `/desk/participants/:id/deviations`: what was not done as the protocol says, and its class. */
export function participantDeviationRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantDeviations.pattern, (c) =>
    withParticipant(c, app, async (view) => c.html(await shown(view))),
  )
  area.post(paths.participantDeviations.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withParticipant(c, app, (view) => post(c, view, form), can.classDeviations)
  })
  return area
}

async function shown(view: ParticipantView, sent?: DeviationParts['sent']) {
  const { db, keys } = view.app.people.records
  const list = await readDeviations(db, keys, { participantId: view.of.participant.id })
  const history = await classHistory(db, keys, view.of.participant.id)
  const given = [...history.values()].flat().map(({ by }) => by)
  const ids = [...list.map(({ classedBy }) => classedBy), ...given].map(
    (by) => by?.replace('account/', '') ?? null,
  )
  const names = await accountNames(db, keys, ids)
  return deviationsPage(view, { list, names, history, ...(sent && { sent }) })
}

async function post(c: Context, view: ParticipantView, form: URLSearchParams): Promise<Response> {
  const { app, actor, of, page } = view
  const { id } = of.participant
  // The fields of each form of the page have its number at their end.
  const field = (name: string): string =>
    [...form].find(([key]) => key.startsWith(`${name}-`))?.[1] ?? ''
  const typed = {
    deviation: form.get('deviation') ?? '',
    class: field('class'),
    why: field('why'),
  }
  const ask = { participant: id, ...typed, seen: form.get('seen') ?? '' }
  const outcome = await classDeviation(app.people, actor, ask, app.now())
  switch (outcome) {
    case 'done':
      return c.redirect(link(page, paths.participantDeviations(id), { did: 'classed' }), 303)
    case 'gone':
      return c.html(await shown(view), 404)
    case 'noClass':
    case 'noReason':
    case 'tooLong':
      return c.html(await shown(view, { ...typed, problem: outcome }), 422)
    case 'changed':
      return c.html(await shown(view, { ...typed, problem: outcome }), 409)
    case 'locked':
      return c.html(await shown({ ...view, lock: 'locked' }, { ...typed, problem: outcome }), 409)
  }
}
