import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { longestQuery, stepQuery } from '../../../../study/conduct/review/change-query.ts'
import {
  queriesOf,
  type QueryThread,
  readDataQuery,
} from '../../../../study/conduct/review/query.ts'
import { mayStep } from '../../../../study/conduct/review/query-steps.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { hiddenField, textArea } from '../../../shell/parts/field.ts'
import { queryWordsText } from '../parts/about-query.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { type FilledSheet, typedIn } from '../record/filled-sheet.ts'
import { chainOf } from './chain.ts'

/** The question about a value, or one before it, that waits for an answer which this person may give. */
export async function waitingQuestion(
  { app, of, actor }: ParticipantView,
  fact: KeptFact,
): Promise<QueryThread | undefined> {
  const ids = new Set(chainOf(of.facts, fact).map(({ id }) => id))
  const threads = await queriesOf(app.people.records.db, of.participant)
  return threads.find(({ query }) => ids.has(query.factId ?? '') && mayStep(actor, query, 'answer'))
}

/** In the form that corrects a value: what was asked of it, and its answer, which may be left out. */
export function answerFields(filled: FilledSheet, { query, events }: QueryThread): Markup {
  const { page, telling } = filled.view
  const words = page.words.review.queries.withCorrection
  const asked = events.findLast(({ words: said }) => said !== undefined)
  const problem = filled.form.fields.get('query') === query.id && isTooLong(filled.form.fields)
  return html`
    <div class="note flow" data-tone="doubt">
      <p>${words.asked}</p>
      <p class="said">${asked ? queryWordsText(telling, asked) : ''}</p>
    </div>
    ${hiddenField('query', query.id)} ${hiddenField('version', String(query.version))}
    ${textArea({
      name: 'answer',
      label: words.answer,
      hint: words.hint,
      value: typedIn(filled, 'answer'),
      rows: 2,
      maxLength: longestQuery,
      error: problem ? page.words.review.queries.problems.tooLong : undefined,
    })}
  `
}

function isTooLong(sent: URLSearchParams): boolean {
  return (sent.get('answer') ?? '').length > longestQuery
}

/** What is sent with a correction: whether it also answers a question, and whether that can be answered still. */
export async function sentAnswer(
  { app, of, actor }: ParticipantView,
  sent: URLSearchParams,
): Promise<'none' | 'can be' | 'cannot be'> {
  const text = (sent.get('answer') ?? '').trim()
  if (text === '') return 'none'
  if (isTooLong(sent)) return 'cannot be'
  const threads = await queriesOf(app.people.records.db, of.participant)
  const thread = threads.find(({ query }) => query.id === sent.get('query'))
  if (!thread) return 'cannot be'
  const isOpen =
    mayStep(actor, thread.query, 'answer') && String(thread.query.version) === sent.get('version')
  // The form was sent before, and did both.
  const last = thread.events.at(-1)
  const isDone = last?.kind === 'answered' && last.accountId === actor.accountId
  return isOpen || isDone ? 'can be' : 'cannot be'
}

/** The question that an answer was typed to in a form that comes back; undefined where none was typed. */
export async function answeredQuestion(
  { app, of }: ParticipantView,
  sent: URLSearchParams,
): Promise<QueryThread | undefined> {
  if ((sent.get('answer') ?? '').trim() === '') return undefined
  return readDataQuery(app.people.records.db, of.participant, sent.get('query') ?? '')
}

/** Answers the question after its value was corrected. Answers its id, as long as it was answered. */
export async function answerSent(
  { app, of, actor }: ParticipantView,
  sent: URLSearchParams,
): Promise<string | undefined> {
  const outcome = await stepQuery(
    app.people,
    actor,
    {
      participant: of.participant.id,
      query: sent.get('query') ?? '',
      version: Number(sent.get('version') ?? Number.NaN),
      step: 'answer',
      text: (sent.get('answer') ?? '').replaceAll('\r\n', '\n'),
    },
    app.now(),
  )
  return outcome.kind === 'done' ? outcome.query : undefined
}
