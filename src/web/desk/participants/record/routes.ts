import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { recordSheet } from '../../../../study/conduct/record/record-facts.ts'
import { clockAt } from '../../../../study/conduct/record/typed-moment.ts'
import { titleOf, titlesOf } from '../../../../study/in-words/telling.ts'
import { visitName } from '../../../../study/in-words/visits.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, viewAfter, withParticipant } from '../parts/participant-view.ts'
import { visitKey } from '../parts/visit-key.ts'
import { recordChoices } from './record-choices.ts'
import { fieldProblems } from './problem-text.ts'
import type { FormNotice } from './form-notice.ts'
import { recordPage } from './record-page.ts'
import {
  detailsOf,
  type FormAsk,
  readFormAsk,
  readTypedForm,
  type TypedForm,
  typedFactsOf,
} from './typed-form.ts'

/** `/desk/participants/:id/record`: what was measured, said or done, by the items of the version in force. */
export function participantRecordRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantRecord.pattern, (c) =>
    withParticipant(c, app, (view) => c.html(openForm(view)), can.recordFacts),
  )
  area.post(paths.participantRecord.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withParticipant(c, app, (view) => sentForm(c, view, form), can.recordFacts)
  })
  return area
}

function openForm(view: ParticipantView) {
  const ask = readFormAsk(view.of, new URLSearchParams(view.page.query))
  if (!ask) return recordChoices(view)
  return formPage(view, ask, emptyForm(view, ask))
}

function emptyForm(view: ParticipantView, ask: FormAsk): TypedForm {
  const { app, of } = view
  return {
    formKey: app.people.newId(),
    seen: of.participant.facts,
    ...(ask.visit !== undefined && { visit: ask.visit }),
    items: ask.items,
    details: detailsOf(of, ask.items),
    at: clockAt(app.now(), zoneOf(of)),
    fields: new URLSearchParams(),
  }
}

function formPage(
  view: ParticipantView,
  ask: FormAsk,
  form: TypedForm,
  more: {
    readonly problems?: ReturnType<typeof fieldProblems>
    readonly notice?: FormNotice
  } = {},
) {
  const { problems = [], notice } = more
  return recordPage({ view, form, problems }, ask, {
    title: titleFor(view, ask),
    ...(notice && { notice }),
  })
}

/** The name of the visit, or of what is recorded. */
function titleFor(
  { page, of, telling }: ParticipantView,
  { visit, items, others }: FormAsk,
): string {
  if (visit === undefined) {
    const ids = [...items, ...others.map(({ item }) => item)].map(({ id }) => id)
    return ids.length > 2 ? page.words.record.several(ids.length) : titlesOf(telling, ids)
  }
  const state = of.state.visits.find((one) => visitKey(one) === visit)
  return state ? visitName(telling, state) : titleOf(telling, visit)
}

async function sentForm(c: Context, view: ParticipantView, form: URLSearchParams) {
  const { app, actor, of, page } = view
  const ask = readFormAsk(of, new URLSearchParams(page.query))
  const typed = ask && readTypedForm(of, form, ask)
  if (!ask || !typed) return faultPage(c, app, 'form')
  const { id } = of.participant
  const sheet = {
    typed: typedFactsOf(typed),
    ...(typed.visit !== undefined && { visit: typed.visit }),
  }
  const outcome = await recordSheet(
    app.people,
    actor,
    { id, formKey: typed.formKey, seen: typed.seen },
    sheet,
    app.now(),
  )
  switch (outcome.kind) {
    case 'done':
      return c.redirect(link(page, paths.participant(id), { did: 'recorded' }), 303)
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked':
      return c.html(formPage({ ...view, lock: outcome.lock }, ask, typed), 409)
    case 'refused': {
      const now = viewAfter(view, outcome.now)
      const problems = fieldProblems(now, typed, outcome.problem)
      return c.html(formPage(now, ask, typed, { problems }), 422)
    }
    case 'changed': {
      const now = viewAfter(view, outcome.now)
      const again = { ...typed, seen: outcome.now.participant.facts }
      const notice: FormNotice = { kind: 'changed', facts: outcome.since }
      return c.html(formPage(now, ask, again, { notice }), 409)
    }
    case 'sentBefore': {
      const now = viewAfter(view, outcome.now)
      const seen = outcome.now.participant.facts
      const again = { ...typed, formKey: app.people.newId(), seen }
      const notice: FormNotice = { kind: 'sentBefore', facts: outcome.recorded }
      return c.html(formPage(now, ask, again, { notice }), 409)
    }
  }
}
