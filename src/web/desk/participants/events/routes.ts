import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import {
  type EventRecorded,
  followUpEvent,
  judgeEvent,
  recordEvent,
} from '../../../../study/conduct/safety/record-event.ts'
import { eventWith, type SafetyEvent } from '../../../../study/conduct/safety/safety-event.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, viewAfter, withParticipant } from '../parts/participant-view.ts'
import { recorderNames } from '../parts/recorded-by.ts'
import {
  emptyEvent,
  eventAsTyped,
  freshForm,
  judgementAsTyped,
  readEventForm,
  readFollowUp,
  readJudgement,
  type SentEvent,
  sentAsk,
} from './event-form.ts'
import { eventPage, type EventParts } from './event-page.ts'
import { eventsPage } from './events-page.ts'
import { goneEventPage } from './gone-event-page.ts'
import { newEventPage } from './new-event-page.ts'
import { reportDraftPage } from './report-page.ts'

/** `/desk/participants/:id/events`: adverse events, each with its clocks, its follow-ups and the draft of a report. */
export function participantEventRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantEvents.pattern, (c) =>
    withParticipant(c, app, (view) => c.html(eventsPage(view))),
  )
  area.get(paths.participantEventNew.pattern, (c) =>
    withParticipant(
      c,
      app,
      (view) => c.html(newEventPage(view, emptyEvent(view), freshForm(view))),
      can.recordFacts,
    ),
  )
  area.get(paths.participantEvent.pattern, (c) =>
    withEvent(c, app, async (view, event) => c.html(eventPage(view, await fresh(view, event)))),
  )
  area.get(paths.participantEventReport.pattern, (c) =>
    withEvent(c, app, (view, event) => c.html(reportDraftPage(view, event))),
  )
  area.post(paths.participantEvents.pattern, (c) => withSent(c, app, can.recordFacts, postEvent))
  area.post(paths.participantEvent.pattern, (c) => withSent(c, app, can.recordFacts, postFollowUp))
  area.post(paths.participantEventSponsor.pattern, (c) =>
    withSent(c, app, can.judgeSafety, postJudgement),
  )
  return area
}

type Post = (c: Context, view: ParticipantView, form: URLSearchParams) => Promise<Response>

async function withSent(
  c: Context,
  app: App,
  may: (typeof can)['recordFacts'],
  post: Post,
): Promise<Response> {
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  return withParticipant(c, app, (view) => post(c, view, form), may)
}

function withEvent(
  c: Context,
  app: App,
  show: (view: ParticipantView, event: SafetyEvent) => Response | Promise<Response>,
): Promise<Response> {
  return withParticipant(c, app, (view) => {
    const event = eventWith(view.of, c.req.param('event') ?? '')
    return event ? show(view, event) : c.html(goneEventPage(view), 404)
  })
}

async function fresh(view: ParticipantView, event: SafetyEvent): Promise<EventParts> {
  return {
    event,
    names: await recorderNames(view, event.versions),
    followUp: { event: event.id, change: '', reason: '', typed: eventAsTyped(view, event) },
    judgement: judgementAsTyped(view, event),
    sent: freshForm(view),
    form: 'follow-up',
  }
}

const postEvent: Post = async (c, view, form) => {
  const { app, actor, of } = view
  const ask = { id: of.participant.id, ...sentAsk(form) }
  const typed = readEventForm(form)
  const outcome = await recordEvent(app.people, actor, ask, typed, app.now())
  return answer(c, view, outcome, ask, (now, sent) =>
    Promise.resolve(newEventPage(now, typed, sent)),
  )
}

const postFollowUp: Post = async (c, view, form) => {
  const { app, actor, of } = view
  const id = c.req.param('event') ?? ''
  if (!eventWith(of, id)) return c.html(goneEventPage(view), 404)
  const ask = { id: of.participant.id, ...sentAsk(form) }
  const followUp = readFollowUp(form, id)
  const outcome = await followUpEvent(app.people, actor, ask, followUp, app.now())
  return answer(c, view, outcome, ask, async (now, sent, event) =>
    event
      ? eventPage(now, { ...(await fresh(now, event)), followUp, sent, form: 'follow-up' })
      : goneEventPage(now),
  )
}

const postJudgement: Post = async (c, view, form) => {
  const { app, actor, of } = view
  const id = c.req.param('event') ?? ''
  if (!eventWith(of, id)) return c.html(goneEventPage(view), 404)
  const ask = { id: of.participant.id, ...sentAsk(form) }
  const judgement = readJudgement(form, id)
  const outcome = await judgeEvent(app.people, actor, ask, judgement, app.now())
  return answer(c, view, outcome, ask, async (now, sent, event) =>
    event
      ? eventPage(now, { ...(await fresh(now, event)), judgement, sent, form: 'judgement' })
      : goneEventPage(now),
  )
}

/** Where one goes when it was recorded; else the page with what was typed, and why it was not. */
async function answer(
  c: Context,
  view: ParticipantView,
  outcome: EventRecorded,
  { id, formKey, seen }: { readonly id: string; readonly formKey: string; readonly seen: number },
  again: (
    view: ParticipantView,
    sent: SentEvent,
    event: SafetyEvent | undefined,
  ) => Promise<ReturnType<typeof eventPage>>,
): Promise<Response> {
  const asked = c.req.param('event') ?? ''
  const sent: SentEvent = { formKey, seen, problems: [], isAgain: true }
  switch (outcome.kind) {
    case 'done': {
      const event = eventWith(outcome.after, outcome.recorded[0]?.id ?? '')
      const path = event ? paths.participantEvent(id, event.id) : paths.participantEvents(id)
      return c.redirect(link(view.page, path, { did: 'recorded' }), 303)
    }
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked': {
      const closed = { ...view, lock: outcome.lock }
      return c.html(await again(closed, sent, eventWith(view.of, asked)), 409)
    }
    case 'refused': {
      const now = viewAfter(view, outcome.now)
      const said = { ...sent, problems: outcome.problem }
      return c.html(await again(now, said, eventWith(outcome.now, asked)), 422)
    }
    case 'changed': {
      const now = viewAfter(view, outcome.now)
      const said = { ...sent, seen: outcome.now.participant.facts, isChanged: true }
      return c.html(await again(now, said, eventWith(outcome.now, asked)), 409)
    }
  }
}
