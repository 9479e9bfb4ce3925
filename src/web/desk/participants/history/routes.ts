import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import { readDetails, secretsOf } from '../../../../people/audit/details.ts'
import { trailPage } from '../../../../people/audit/trail.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { correctFact } from '../../../../study/conduct/record/correct-fact.ts'
import { typedOf } from '../../../../study/conduct/record/typed-moment.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, viewAfter, withParticipant } from '../parts/participant-view.ts'
import { recorderNames } from '../parts/recorded-by.ts'
import type { FormNotice } from '../record/form-notice.ts'
import { type SheetFault, fieldProblems } from '../record/problem-text.ts'
import { detailsOf, readTypedForm, type TypedForm, typedFactOf } from '../record/typed-form.ts'
import { answeredQuestion, answerSent, sentAnswer, waitingQuestion } from './answer-with.ts'
import { factPage } from './fact-page.ts'
import { goneFactPage } from './gone-fact-page.ts'
import { historyPage } from './history-page.ts'
import { chainOf } from './chain.ts'

/** As many lines as one participant's history shows; more than a study of years has. */
const mostLines = 5000

/** `/desk/participants/:id/history` and `/facts/:fact`: all that was recorded, and one value with its correction. */
export function participantHistoryRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantHistory.pattern, (c) =>
    withParticipant(c, app, (view) => history(c, view)),
  )
  area.get(paths.participantFact.pattern, (c) =>
    withParticipant(c, app, (view) => {
      const fact = factIn(view, c)
      return fact
        ? shown(c, view, fact, { form: kept(view, fact) })
        : c.html(goneFactPage(view), 404)
    }),
  )
  area.post(paths.participantFact.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    return withParticipant(c, app, (view) => correct(c, view, form), can.recordDoses)
  })
  return area
}

async function history(c: Context, view: ParticipantView): Promise<Response> {
  const { db, keys } = view.app.people.records
  const subject = `participant/${view.of.participant.id}`
  const { lines } = await trailPage(db, { subject }, { from: 0, most: mostLines })
  const ids = lines.flatMap((line) => {
    const { by } = readDetails(line).codes
    return by?.startsWith('account/') ? [by.slice('account/'.length)] : []
  })
  const names = await accountNames(db, keys, ids)
  const unblinded = lines.filter(({ action }) => action === 'allocation.unblinded')
  const secrets = await secretsOf(db, keys, unblinded)
  const reasons = new Map(
    [...secrets].map(([seq, told]) => [seq, told === 'erased' ? '' : (told['reason'] ?? '')]),
  )
  return c.html(historyPage(view, { lines: lines.toReversed(), names, reasons }))
}

function factIn({ of }: ParticipantView, c: Context): KeptFact | undefined {
  return of.facts.find(({ id }) => id === c.req.param('fact'))
}

interface Shown {
  readonly form: TypedForm
  readonly problems?: readonly SheetFault[]
  readonly notice?: FormNotice
  readonly status?: 200 | 409 | 422
  readonly unanswered?: 'nothing done' | 'corrected'
}

async function shown(
  c: Context,
  view: ParticipantView,
  fact: KeptFact,
  { form, problems = [], notice, status = 200, unanswered }: Shown,
): Promise<Response> {
  const names = await recorderNames(view, chainOf(view.of.facts, fact))
  const question = await waitingQuestion(view, fact)
  const answered = await answeredQuestion(view, form.fields)
  const page = factPage({
    filled: { view, form, problems },
    fact,
    names,
    ...(notice && { notice }),
    ...(question && { question }),
    ...(answered && { answered }),
    ...(unanswered && { unanswered }),
  })
  return c.html(page, status)
}

/** The form that corrects a value, filled in with what stands there. */
function kept({ app, of }: ParticipantView, fact: KeptFact): TypedForm {
  const item = of.protocol.items.find(({ id }) => id === fact.item)
  const at = typedOf(fact.at, zoneOf(of))
  const items = item ? [item] : []
  const { id } = item ?? { id: '' }
  const isEvent = item?.type === 'event'
  const notDone = fact.details?.['notDone']
  const fields = new URLSearchParams({
    [`v-${id}`]: typedValue(fact),
    [`u-${id}`]: fact.unit ?? '',
    [`s-${id}`]: fact.site ?? '',
    [`m-${id}`]: fact.method ?? '',
    [`z-${id}`]: fact.value === 'none' ? 'none' : '',
    ...detailFields(fact),
    ...(fact.value === null && { [`n-${id}`]: 'yes' }),
    ...(typeof notDone === 'string' && { [`w-${id}`]: notDone }),
    ...(isEvent && { [`d-${id}`]: at.day, [`t-${id}`]: at.time }),
    ...(isEvent && fact.value !== null && { [`x-${id}`]: 'yes' }),
  })
  return {
    formKey: app.people.newId(),
    seen: of.participant.facts,
    items,
    details: detailsOf(of, items),
    at: { ...at, offset: '' },
    fields,
  }
}

function detailFields({ item, details = {} }: KeptFact): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      typeof value === 'string' ? [[`k-${name}-${item}`, value]] : [],
    ),
  )
}

/** A value as its field has it. */
function typedValue({ value }: KeptFact): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === null || value === 'none' ? '' : value
}

async function correct(
  c: Context,
  view: ParticipantView,
  sent: URLSearchParams,
): Promise<Response> {
  const { app, actor, of, page } = view
  const fact = factIn(view, c)
  if (!fact) return c.html(goneFactPage(view), 404)
  const item = of.protocol.items.find(({ id }) => id === fact.item)
  const form = item && readTypedForm(of, sent, { items: [item], others: [] })
  if (!form) return faultPage(c, app, 'form')
  const answer = await sentAnswer(view, sent)
  if (answer === 'cannot be')
    return shown(c, view, newest(view, fact), { form, unanswered: 'nothing done', status: 409 })
  const { id } = of.participant
  const outcome = await correctFact(
    app.people,
    actor,
    { id, formKey: form.formKey, seen: form.seen },
    { fact: fact.id, typed: typedFactOf(form, item), reason: sent.get('reason') ?? '' },
    app.now(),
  )
  switch (outcome.kind) {
    case 'done': {
      const now = viewAfter(view, outcome.after)
      if (answer === 'can be') return answeredAs(c, now, sent, fact)
      const to = paths.participantFact(id, outcome.recorded[0]?.id ?? fact.id)
      return c.redirect(link(page, to, { did: 'corrected' }), 303)
    }
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked':
      return shown(c, { ...view, lock: outcome.lock }, fact, { form, status: 409 })
    case 'refused': {
      const now = viewAfter(view, outcome.now)
      const problems = fieldProblems(now, form, outcome.problem)
      return shown(c, now, fact, { form, problems, status: 422 })
    }
    case 'changed':
      return comesBack(c, viewAfter(view, outcome.now), fact, {
        form,
        notice: { kind: 'changed', facts: outcome.since },
      })
    case 'sentBefore':
      return comesBack(c, viewAfter(view, outcome.now), fact, {
        form: { ...form, formKey: app.people.newId() },
        notice: { kind: 'sentBefore', facts: outcome.recorded },
      })
  }
}

/** The form with what was typed, on the value as it stands now. */
function comesBack(
  c: Context,
  now: ParticipantView,
  fact: KeptFact,
  { form, notice }: { readonly form: TypedForm; readonly notice: FormNotice },
): Promise<Response> {
  const again = { ...form, seen: now.of.participant.facts }
  return shown(c, now, newest(now, fact), { form: again, notice, status: 409 })
}

/** Where somebody else corrected a value meanwhile, theirs is what can be corrected now. */
function newest({ of }: ParticipantView, fact: KeptFact): KeptFact {
  return chainOf(of.facts, fact).at(-1) ?? fact
}

/** The value is corrected; now its question is answered. Where somebody else did that in the same moment, what was typed comes back. */
async function answeredAs(
  c: Context,
  view: ParticipantView,
  sent: URLSearchParams,
  before: KeptFact,
): Promise<Response> {
  const query = await answerSent(view, sent)
  if (query !== undefined) {
    const to = paths.participantQuery(view.of.participant.id, query)
    return c.redirect(link(view.page, to, { did: 'both' }), 303)
  }
  const fact = newest(view, before)
  const form = kept(view, fact)
  for (const name of ['query', 'answer']) form.fields.set(name, sent.get(name) ?? '')
  return shown(c, view, fact, { form, unanswered: 'corrected', status: 409 })
}
