import type { Changed } from '../../../../study/conduct/set-up/state-changes.ts'
import type { SwitchEffect } from '../../../../study/conduct/set-up/amendment.ts'
import { decisionText, decisionWhen } from '../../../../study/in-words/doses.ts'
import { effectText } from '../../../../study/in-words/eligibility.ts'
import { deviationLines } from '../../../../study/in-words/outcomes.ts'
import { type Telling, tellingOf, titleOf } from '../../../../study/in-words/telling.ts'
import { visitLines, visitName } from '../../../../study/in-words/visits.ts'
import type { DoseDecision, VisitState } from '../../../../study/protocol/state/answers.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { RunView } from '../parts/study-view.ts'

interface Row {
  readonly what: string
  readonly before: string
  readonly after: string
}

/** What a switch changes for one participant: each line as it is and as it would be. */
export function effectCard(view: RunView, { before, after, changes }: SwitchEffect): Markup {
  const { page } = view
  const words = page.words.runStudy.switching
  const [old, young] = [before, after].map(({ protocol, state }) =>
    tellingOf(protocol, page.language, state.now),
  )
  if (!old || !young) return html``
  const { number, id } = before.participant
  const rows = rowsOf(words, { old, young }, changes)
  return html`
    <section class="card flow" aria-labelledby="effect-${number}">
      <h3 id="effect-${number}"><a href="${link(page, paths.participant(id))}">${number}</a></h3>
      ${
        changes.isConsentDue &&
        html`
          <p>${words.consentDue}</p>
        `
      }
      ${rows.length > 0 && effectTable(view, number, rows)}
      ${
        changes.deviations.length > 0 &&
        html`
          <p>${words.deviations}</p>
          <ul>
            ${changes.deviations.map(
              (deviation) => html`
                <li>${deviationLines(young, deviation).join('. ')}</li>
              `,
            )}
          </ul>
        `
      }
    </section>
  `
}

function effectTable({ page }: RunView, number: string, rows: readonly Row[]): Markup {
  const { columns, tableOf } = page.words.runStudy.switching
  return html`
    <section class="scroll-x study-table" tabindex="0" aria-label="${tableOf(number)}">
      <table>
        <caption class="unseen">${tableOf(number)}</caption>
        <thead>
          <tr>
            <th scope="col">${columns.what}</th>
            <th scope="col">${columns.before}</th>
            <th scope="col">${columns.after}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ what, before, after }) => html`
              <tr>
                <th scope="row">${what}</th>
                <td>${before}</td>
                <td>${after}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </section>
  `
}

function rowsOf(
  words: RunView['page']['words']['runStudy']['switching'],
  { old, young }: { readonly old: Telling; readonly young: Telling },
  changes: SwitchEffect['changes'],
): readonly Row[] {
  const { version, doses, visits, criteria } = changes
  const row = <T>(
    { before, after }: Changed<T>,
    nameOf: (telling: Telling, one: T) => string,
    textOf: (telling: Telling, one: T) => string,
  ): Row => {
    const shown = after ?? before
    return {
      what: shown === undefined ? '' : nameOf(after === undefined ? old : young, shown),
      before: before === undefined ? words.notThere : textOf(old, before),
      after: after === undefined ? words.notThere : textOf(young, after),
    }
  }
  return [
    ...(version
      ? [
          row(
            version,
            () => words.versionRow,
            (_, name) => name,
          ),
        ]
      : []),
    ...doses.map((one) => row(one, (telling, { regimen }) => titleOf(telling, regimen), doseText)),
    ...visits.map((one) => row(one, visitName, visitText)),
    ...criteria.map((one) => row(one, (telling, { id }) => titleOf(telling, id), effectText)),
  ]
}

function doseText(telling: Telling, decision: DoseDecision): string {
  return `${decisionText(telling, decision)} (${decisionWhen(telling, decision)})`
}

function visitText(telling: Telling, visit: VisitState): string {
  return visitLines(telling, visit).slice(0, 3).join('. ')
}
