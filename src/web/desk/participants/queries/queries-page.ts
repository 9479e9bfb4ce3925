import { can } from '../../../../people/accounts/model/can.ts'
import type { QueryThread } from '../../../../study/conduct/review/query.ts'
import { longestQuery } from '../../../../study/conduct/review/change-query.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { namedText } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, selectField, textArea } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { queryAbout, queryWordsText } from '../parts/about-query.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** The form by which something is asked, as it was typed. */
export interface TypedQuery {
  readonly formKey: string
  /** `fact:…`, `item:…`, `visit:…`; empty for the participant. */
  readonly about: string
  readonly text: string
  readonly problem?: 'noText' | 'tooLong' | 'noFact' | 'notNow'
}

/** All queries of a participant, and the form to ask one for who may. */
export function queriesPage(
  view: ParticipantView,
  threads: readonly QueryThread[],
  typed: TypedQuery,
): Markup {
  const { page, of, actor, lock } = view
  const words = page.words.review.queries
  const mayAsk = lock !== 'locked' && can.openQueries(actor, of.participant)
  const problems =
    typed.problem === undefined
      ? []
      : [
          {
            field: typed.problem === 'noFact' ? 'about' : 'text',
            text: words.problems[typed.problem],
          },
        ]
  return participantLayout(view, {
    title: words.title,
    main: html`
      ${errorSummary(page, problems)}
      <h1>${words.title}</h1>
      <p class="prose">${words.about}</p>
      ${
        threads.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : table(view, threads)
      }
      ${mayAsk && askForm(view, typed)}
    `,
  })
}

function table(view: ParticipantView, threads: readonly QueryThread[]): Markup {
  const words = view.page.words.review.queries
  return html`
    <div class="queue-card">
      <table class="queue">
        <caption class="unseen">${words.title}</caption>
        <thead>
          <tr>
            <th scope="col">${words.subject}</th>
            <th scope="col">${words.state}</th>
            <th scope="col">${words.asked}</th>
            <th scope="col">${words.since}</th>
          </tr>
        </thead>
        <tbody>${threads.map((thread) => threadRow(view, thread))}</tbody>
      </table>
    </div>
  `
}

function threadRow(view: ParticipantView, { query, events }: QueryThread): Markup {
  const { page, of, telling } = view
  const { queries, roles, system } = page.words.review
  const first = events.find(({ words }) => words !== undefined)
  return html`
    <tr>
      <th scope="row" class="q-who">
        <a href="${link(page, paths.participantQuery(of.participant.id, query.id))}">
          ${queryAbout(telling, of, query)}
        </a>
        ${
          first &&
          html`
            <span class="soft">${queryWordsText(telling, first)}</span>
          `
        }
      </th>
      <td>${queries.states[query.state]}</td>
      <td>${query.rule === null ? (roles[query.openedRole] ?? query.openedRole) : system}</td>
      <td>${saidMoment(page, query.openedAt, zoneOf(of), 'day')}</td>
    </tr>
  `
}

function askForm(view: ParticipantView, typed: TypedQuery): Markup {
  const { page, of, telling } = view
  const words = page.words.review.queries
  const { items, visits } = of.protocol
  const title = (node: { readonly title: { readonly en: string; readonly fr?: string } }) =>
    telling.language === 'fr' ? (node.title.fr ?? node.title.en) : node.title.en
  const fact = of.facts.find(({ id }) => `fact:${id}` === typed.about)
  const value = fact && {
    value: typed.about,
    label: words.value(queryAbout(telling, of, { factId: fact.id, item: fact.item, visit: null })),
  }
  const choices = [
    ...(value ? [value] : []),
    { value: '', label: words.participant },
    ...visits.map((one) => ({
      value: `visit:${one.id}`,
      label: namedText(telling, words.visits, title(one)),
    })),
    ...items.map((one) => ({
      value: `item:${one.id}`,
      label: namedText(telling, words.items, title(one)),
    })),
  ]
  const wrong = (of: 'about' | 'text') =>
    typed.problem !== undefined && (typed.problem === 'noFact') === (of === 'about')
      ? words.problems[typed.problem]
      : undefined
  return html`
    <section class="card flow" aria-labelledby="ask-title">
      <h2 id="ask-title">${words.ask}</h2>
      <form
        class="record-form"
        method="post"
        action="${link(page, paths.participantQueries(of.participant.id))}"
        novalidate
      >
        ${hiddenField('form', typed.formKey)}
        ${selectField({ name: 'about', label: words.what, value: typed.about, choices, error: wrong('about') })}
        ${textArea({ name: 'text', label: words.text, hint: words.textHint, value: typed.text, rows: 3, maxLength: longestQuery, error: wrong('text') })}
        <p class="acts">
          <button class="button" type="submit" name="do" value="ask">${words.askNow}</button>
          <button class="button button-second" type="submit" name="do" value="draft">
            ${words.draft}
          </button>
        </p>
      </form>
    </section>
  `
}
