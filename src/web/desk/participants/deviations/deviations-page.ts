import { can } from '../../../../people/accounts/model/can.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { type ClassGiven, deviationMark } from '../../../../study/conduct/review/class-history.ts'
import {
  deviationClasses,
  type KeptDeviation,
} from '../../../../study/conduct/review/deviation-class.ts'
import { deviationLines } from '../../../../study/in-words/outcomes.ts'
import { namedText } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, textField } from '../../../shell/parts/field.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What a page of deviations shows: the form that was sent, and what is wrong with it. */
export interface DeviationParts {
  readonly list: readonly KeptDeviation[]
  /** The names of who classed, by account. */
  readonly names: ReadonlyMap<string, string>
  /** How each was classed, by its mark. */
  readonly history: ReadonlyMap<string, readonly ClassGiven[]>
  readonly sent?: {
    readonly deviation: string
    readonly class: string
    readonly why: string
    readonly problem: 'noClass' | 'noReason' | 'tooLong' | 'changed' | 'locked'
  }
}

/** What was not done as the version says, in words, and how bad it is by the word of people. */
export function deviationsPage(view: ParticipantView, parts: DeviationParts): Markup {
  const { page } = view
  const words = page.words.review.deviations
  const { list, sent } = parts
  const at = list.findIndex(({ id }) => id === sent?.deviation)
  const field = sent?.problem === 'noClass' ? `class-${at}` : `why-${at}`
  const problems = sent ? [{ field, text: words.problems[sent.problem] }] : []
  const did = new URLSearchParams(page.query).get('did') === 'classed'
  return participantLayout(view, {
    title: words.title,
    main: html`
      ${errorSummary(page, problems)}
      ${
        did &&
        html`
          <p class="note" data-tone="open" role="status">${words.done}</p>
        `
      }
      <h1>${words.title}</h1>
      <p class="prose">${words.about}</p>
      ${
        list.length === 0 &&
        html`
          <p>${words.none}</p>
        `
      }
      ${list.map((one, index) => card(view, parts, one, index))}
    `,
  })
}

function card(
  view: ParticipantView,
  parts: DeviationParts,
  one: KeptDeviation,
  at: number,
): Markup {
  const { page, of, telling, lock, actor } = view
  const words = page.words.review.deviations
  const [first = '', ...rest] = deviationLines(telling, one.deviation)
  const { facts } = one.deviation
  const mayClass = lock !== 'locked' && can.classDeviations(actor, of.participant)
  return html`
    <article class="card flow" aria-labelledby="deviation-${at}">
      <h2 id="deviation-${at}">${first}</h2>
      ${rest.map(
        (line) => html`
          <p>${line}</p>
        `,
      )}
      <p class="small soft">
        ${namedText(telling, words.raised, saidMoment(page, one.raisedAt, zoneOf(of), 'moment'))}
        ${facts.map(
          (id, index) => html`
            ·
            <a href="${link(page, paths.participantFact(of.participant.id, id))}">
              ${words.value(index + 1)}
              <span class="unseen">, ${first}</span>
            </a>
          `,
        )}
      </p>
      <p>${classText(view, parts, one)}</p>
      ${earlierClasses(view, parts, one)} ${mayClass && classForm(view, parts, one, at)}
    </article>
  `
}

function classText(
  { page, of, telling }: ParticipantView,
  { names }: DeviationParts,
  { class: given, classedAt, classedBy, why }: KeptDeviation,
): Markup {
  const { deviations: words, formerly } = page.words.review
  if (given === null || classedAt === null)
    return html`
      ${namedText(telling, words.class, words.notYet)}
    `
  const who = names.get((classedBy ?? '').replace('account/', '')) ?? formerly
  return html`
    ${words.class}:
    <b>${words.classes[given]}</b>
    (${words.classedBy(who, saidMoment(page, classedAt, zoneOf(of), 'moment'))}) ${why ?? ''}
  `
}

/** Each class that it had before, with who gave it and why. */
function earlierClasses(
  { page, of }: ParticipantView,
  { names, history }: DeviationParts,
  { id }: KeptDeviation,
): Markup | false {
  const { deviations: words, formerly } = page.words.review
  const earlier = (history.get(deviationMark(id)) ?? []).slice(0, -1)
  return (
    earlier.length > 0 &&
    html`
      <details class="more">
        <summary>${words.earlier(earlier.length)}</summary>
        <ol class="log">
          ${earlier.map((one) => {
            const who = names.get(one.by.replace('account/', '')) ?? formerly
            return html`
              <li>
                <b>${lookup(words.classes, one.class) ?? one.class}</b>
                <span class="soft">
                  ${words.classedBy(who, saidMoment(page, one.at, zoneOf(of), 'moment'))}
                </span>
                <p class="said">${one.why}</p>
              </li>
            `
          })}
        </ol>
      </details>
    `
  )
}

function classForm(
  view: ParticipantView,
  { sent }: DeviationParts,
  one: KeptDeviation,
  at: number,
): Markup {
  const { page, of, telling } = view
  const words = page.words.review.deviations
  const mine = sent?.deviation === one.id ? sent : undefined
  const chosen = mine?.class ?? one.class ?? ''
  const [first = ''] = deviationLines(telling, one.deviation)
  const wrong = (fields: readonly string[]) =>
    mine && fields.includes(mine.problem) ? words.problems[mine.problem] : undefined
  return html`
    <details
      ${
        mine
          ? html`
              open
            `
          : ''
      }
    >
      <summary>${words.open(first)}</summary>
      <form
        class="record-form"
        method="post"
        action="${link(page, paths.participantDeviations(of.participant.id))}"
        novalidate
      >
        ${hiddenField('deviation', one.id)} ${hiddenField('seen', one.classedAt ?? '')}
        ${choiceGroup({
          name: `class-${at}`,
          label: words.class,
          error: wrong(['noClass']),
          kind: 'radio',
          choices: deviationClasses.map((name) => ({
            value: name,
            label: namedText(telling, words.classes[name], words.classHint[name]),
            chosen: chosen === name,
          })),
        })}
        ${textField({ name: `why-${at}`, label: words.why, value: mine?.why ?? '', maxLength: 1000, error: wrong(['noReason', 'tooLong', 'changed', 'locked']) })}
        <p><button class="button" type="submit">${words.button}</button></p>
      </form>
    </details>
  `
}
