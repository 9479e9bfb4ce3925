import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { longestQuery } from '../../../../study/conduct/review/change-query.ts'
import type { DataQuery, QueryEvent, QueryThread } from '../../../../study/conduct/review/query.ts'
import {
  answeringStep,
  isAnswer,
  mayStep,
  type QueryStep,
  stepRules,
} from '../../../../study/conduct/review/query-steps.ts'
import { namedText } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, textArea } from '../../../shell/parts/field.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { queryAbout, queryWordsText } from '../parts/about-query.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { wordsToCopy } from '../parts/unsent-answer.ts'

/** What was typed for a step of a query, and what became of it. */
export interface TypedQueryStep {
  readonly step: QueryStep | undefined
  readonly text: string
  readonly problem?: 'noText' | 'tooLong' | 'noFact' | 'notNow'
  /** Somebody else was faster. */
  readonly isChanged?: boolean
}

/** One query: what it is about, what was said, and the steps for who may take them. */
export function queryPage(
  view: ParticipantView,
  thread: QueryThread,
  names: ReadonlyMap<string, string>,
  typed: TypedQueryStep,
): Markup {
  const { page, of, telling } = view
  const words = page.words.review.queries
  const { query, events } = thread
  const problems =
    typed.problem === undefined
      ? []
      : [{ field: `text-${typed.step ?? 'answer'}`, text: words.problems[typed.problem] }]
  const did = new URLSearchParams(page.query).get('did')
  return participantLayout(view, {
    title: words.title,
    main: html`
      ${errorSummary(page, problems)} ${typed.isChanged === true && note(words.changed, 'doubt')}
      ${did === 'done' && note(words.done, 'open')}
      ${did === 'both' && note(words.withCorrection.done, 'open')}
      <h1>${queryAbout(telling, of, query)}</h1>
      <p>${namedText(telling, words.state, words.states[query.state])}</p>
      ${valueLink(view, thread)}
      <section class="flow" aria-labelledby="thread-title">
        <h2 id="thread-title">${words.thread}</h2>
        <ol class="query-thread flow">
          ${events.map((event) => eventItem(view, event, names))}
        </ol>
      </section>
      ${lostWords(view, thread, typed)} ${steps(view, thread, typed)}
      <p><a href="${link(page, paths.participantQueries(of.participant.id))}">${words.back}</a></p>
    `,
  })
}

function note(text: string, tone: 'open' | 'doubt'): Markup {
  return html`
    <p class="note" data-tone="${tone}" role="status">${text}</p>
  `
}

function valueLink({ page, of }: ParticipantView, { query }: QueryThread): Markup | false {
  const words = page.words.review.queries
  const isKnown = of.facts.some(({ id }) => id === query.factId)
  return (
    isKnown &&
    html`
      <p>
        <a href="${link(page, paths.participantFact(of.participant.id, query.factId ?? ''))}">
          ${words.correct}
        </a>
        <span class="soft">${words.correctHint}</span>
      </p>
    `
  )
}

function eventItem(
  view: ParticipantView,
  event: QueryEvent,
  names: ReadonlyMap<string, string>,
): Markup {
  const { page, of, telling } = view
  const { queries, by, roles, system, formerly } = page.words.review
  const at = saidMoment(page, event.at, zoneOf(of), 'moment')
  const who = event.accountId === null ? system : (names.get(event.accountId) ?? formerly)
  const role = event.accountId === null ? '' : (roles[event.role] ?? event.role)
  const text = queryWordsText(telling, event)
  return html`
    <li>
      <b>${queries.events[event.kind]}</b>
      <span class="soft">${by(who, role, at)}</span>
      ${
        text !== '' &&
        html`
          <p class="said">${text}</p>
        `
      }
    </li>
  `
}

/** What this person may do with it now. */
function possibleSteps({ actor, lock }: ParticipantView, query: DataQuery): readonly QueryStep[] {
  const all = Object.keys(stepRules) as QueryStep[]
  return lock === 'locked' ? [] : all.filter((step) => mayStep(actor, query, step))
}

/** The step whose field has what was typed: an answer to what was answered meanwhile is added to it. */
function typedStep(
  { actor }: ParticipantView,
  query: DataQuery,
  { step }: TypedQueryStep,
): QueryStep | undefined {
  return step !== undefined && isAnswer(step) ? (answeringStep(actor, query) ?? step) : step
}

/** What was typed for a step that cannot be taken any more, to be copied. */
function lostWords(
  view: ParticipantView,
  { query }: QueryThread,
  typed: TypedQueryStep,
): Markup | false {
  const step = typedStep(view, query, typed)
  if (step === undefined || typed.text.trim() === '') return false
  if (possibleSteps(view, query).includes(step)) return false
  const { unsent } = view.page.words.review.queries
  return html`
    <section class="flow" aria-labelledby="unsent-title">
      <h2 id="unsent-title">${unsent.title}</h2>
      <p>${unsent.copy}</p>
      ${wordsToCopy(typed.text)}
    </section>
  `
}

/** Each step that this person may take now, with its own words. */
function steps(view: ParticipantView, { query }: QueryThread, typed: TypedQueryStep): Markup {
  const { page, of } = view
  const words = page.words.review.queries
  const typedAs = typedStep(view, query, typed)
  return html`
    ${possibleSteps(view, query).map((step) => {
      const isThis = typedAs === step
      const label = lookup(words.stepTexts, step)
      return html`
        <form
          class="card record-form"
          method="post"
          action="${link(page, paths.participantQuery(of.participant.id, query.id))}"
          novalidate
        >
          ${hiddenField('version', String(query.version))} ${hiddenField('step', step)}
          ${
            label !== undefined &&
            textArea({
              name: `text-${step}`,
              label,
              value: isThis ? typed.text : '',
              rows: 3,
              maxLength: longestQuery,
              error:
                isThis && typed.problem !== undefined ? words.problems[typed.problem] : undefined,
            })
          }
          <p><button class="button" type="submit">${words.steps[step]}</button></p>
        </form>
      `
    })}
  `
}
