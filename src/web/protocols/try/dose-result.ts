import {
  decisionText,
  decisionWhen,
  meansText,
  reasonText,
  rulesTold,
  stopText,
} from '../../../study/in-words/doses.ts'
import { judgedLines, missingText } from '../../../study/in-words/grounds.ts'
import { namedText, titleOf } from '../../../study/in-words/telling.ts'
import { momentText, quantityInWords } from '../../../study/in-words/values.ts'
import type { DoseDecision } from '../../../study/protocol/state/answers.ts'
import type { ParticipantState } from '../../../study/protocol/state/participant-state.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { derivationTable } from '../../shell/parts/derivation-table.ts'
import type { VersionView } from '../parts/version-view.ts'
import { plainList } from './plain-list.ts'

/** The next dose of each regimen, with every step by which it was worked out. */
export function nextDose(view: VersionView, state: ParticipantState): Markup {
  const words = view.page.words.tryProtocol.result
  return html`
    <section class="try-part" aria-labelledby="dose-title">
      <h3 id="dose-title">${words.dose}</h3>
      ${
        state.nextDoses.length === 0
          ? html`
              <p>${words.noDose}</p>
            `
          : state.nextDoses.map((decision) => decided(view, decision))
      }
      <p class="small">${stopText(view.telling, state.stop)}</p>
    </section>
  `
}

function decided(view: VersionView, decision: DoseDecision): Markup {
  const { page, telling } = view
  const words = page.words.tryProtocol.result
  const { dose, options, missing } = decision
  return html`
    <div class="try-dose" data-kind="${decision.kind}">
      <p class="try-decision">${decisionText(telling, decision)}</p>
      <p>
        ${namedText(telling, titleOf(telling, decision.regimen), decisionWhen(telling, decision))}
      </p>
      <p class="small">${meansText(telling, decision)}</p>
      ${decision.because.length > 0 && reasons(view, decision)}
      ${dose && derivationTable(telling, dose, { caption: words.derivation, look: 'derivation' })}
      ${options.map((option, index) => derivationTable(telling, option, { caption: words.option(index + 1), look: 'derivation' }))}
      ${
        missing.length > 0 &&
        html`
          <h4>${words.missing}</h4>
          <ul>
            ${missing.map(
              (one) => html`
                <li>${missingText(telling, one)}</li>
              `,
            )}
          </ul>
        `
      }
      ${rulesLooked(view, decision)}
    </div>
  `
}

function rulesLooked({ page, telling }: VersionView, decision: DoseDecision): Markup | false {
  const looked = rulesTold(telling, decision)
  return (
    looked.length > 0 &&
    html`
      <h4>${page.words.tryProtocol.result.rules}</h4>
      <ul>
        ${looked.map(
          ({ rule, text }) => html`
            <li>${text} ${plainList(judgedLines(telling, rule))}</li>
          `,
        )}
      </ul>
    `
  )
}

function reasons({ page, telling }: VersionView, decision: DoseDecision): Markup {
  return html`
    <h4>${page.words.tryProtocol.result.why}</h4>
    <ul>
      ${decision.because.map(
        (reason) => html`
          <li>${reasonText(telling, decision, reason)}</li>
        `,
      )}
    </ul>
  `
}

/** Each dose that was given, beside what was shown for it at the time. */
export function givenDoses(view: VersionView, { dosesGiven }: ParticipantState): Markup | false {
  const { page, telling } = view
  const words = page.words.tryProtocol.result
  const { given, shown, now } = page.words.doses
  return (
    dosesGiven.length > 0 &&
    html`
      <details class="try-part">
        <summary>${words.given} (${dosesGiven.length})</summary>
        <ul class="try-criteria">
          ${dosesGiven.map(
            (dose) => html`
              <li>
                <b>
                  ${given(String(dose.number), [dose.day ?? '', momentText(telling, dose.at)].filter((part) => part !== '').join(', '))}
                </b>
                ${dose.amount && words.givenAmount(quantityInWords(telling, dose.amount))}
                <span class="small">
                  ${namedText(telling, shown, decisionText(telling, dose.shown))}
                </span>
                ${
                  dose.now &&
                  html`
                    <span class="small">
                      ${namedText(telling, now, decisionText(telling, dose.now))}
                    </span>
                  `
                }
              </li>
            `,
          )}
        </ul>
      </details>
    `
  )
}
