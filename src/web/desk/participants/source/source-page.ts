import { can } from '../../../../people/accounts/model/can.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { currentFacts } from '../../../../study/conduct/model/current.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import type { SourceCheck } from '../../../../study/conduct/review/source-checks.ts'
import { recordedText } from '../../../../study/in-words/facts.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What a page of checks shows besides the values. */
export interface SourceParts {
  readonly checks: ReadonlyMap<string, SourceCheck>
  /** The names of who checked, by account. */
  readonly names: ReadonlyMap<string, string>
  /** What became of the form that was sent. */
  readonly said?: { readonly text: string; readonly tone: 'open' | 'doubt' }
}

/** Every value that stands, and whether it was compared with its source; a monitor ticks many at once. */
export function sourcePage(view: ParticipantView, parts: SourceParts): Markup {
  const { page, of, lock, actor } = view
  const words = page.words.review.sources
  const facts = currentFacts(of.facts, undefined, zoneOf(of))
  const checked = facts.filter(({ id }) => parts.checks.has(id)).length
  const percent = facts.length === 0 ? 0 : Math.floor((checked * 100) / facts.length)
  const mayTick = lock !== 'locked' && can.checkSources(actor, of.participant)
  const list = table(view, parts, facts, mayTick)
  return participantLayout(view, {
    title: words.title,
    main: html`
      <h1>${words.title}</h1>
      ${
        parts.said &&
        html`
          <p class="note" data-tone="${parts.said.tone}" role="status">${parts.said.text}</p>
        `
      }
      <p class="prose">${words.about}</p>
      <p><b>${words.share(checked, facts.length, percent)}</b></p>
      ${
        mayTick
          ? html`
              <form
                method="post"
                action="${link(page, paths.participantSource(of.participant.id))}"
              >
                ${list}
                <p><button class="button" type="submit">${words.button}</button></p>
              </form>
            `
          : list
      }
    `,
  })
}

function table(
  view: ParticipantView,
  parts: SourceParts,
  facts: readonly KeptFact[],
  mayTick: boolean,
): Markup {
  const words = view.page.words.review.sources
  return html`
    <div class="queue-card">
      <table class="queue history-table">
        <caption class="unseen">${words.title}</caption>
        <thead>
          <tr>
            <th scope="col">${words.head.item}</th>
            <th scope="col">${words.head.value}</th>
            <th scope="col">${words.head.when}</th>
            <th scope="col">${words.head.state}</th>
          </tr>
        </thead>
        <tbody>${facts.map((fact) => factRow(view, parts, fact, mayTick))}</tbody>
      </table>
    </div>
  `
}

function factRow(
  view: ParticipantView,
  parts: SourceParts,
  fact: KeptFact,
  mayTick: boolean,
): Markup {
  const { page, of, telling } = view
  return html`
    <tr>
      <th scope="row">
        <a href="${link(page, paths.participantFact(of.participant.id, fact.id))}">
          ${titleOf(telling, fact.item)}
        </a>
      </th>
      <td>${recordedText(telling, fact)}</td>
      <td>${momentText(telling, fact.at)}</td>
      <td>${stateOf(view, parts, fact, mayTick)}</td>
    </tr>
  `
}

function stateOf(
  { page, of, telling }: ParticipantView,
  { checks, names }: SourceParts,
  fact: KeptFact,
  mayTick: boolean,
): Markup {
  const words = page.words.review.sources
  const check = checks.get(fact.id)
  if (check) {
    const who = names.get(check.by.replace('account/', '')) ?? page.words.review.formerly
    return html`
      ✓ ${words.checked(who, saidMoment(page, check.at, zoneOf(of), 'day'))}
    `
  }
  const isAgain = fact.corrects !== undefined && checks.has(fact.corrects)
  const said = isAgain ? words.again : words.open
  if (!mayTick)
    return html`
      ${said}
    `
  const label = words.tick(titleOf(telling, fact.item), recordedText(telling, fact))
  return html`
    <div class="choice">
      <input type="checkbox" id="fact-${fact.id}" name="fact" value="${fact.id}" />
      <label for="fact-${fact.id}">
        ${said}
        <span class="unseen">${label}</span>
      </label>
    </div>
  `
}
