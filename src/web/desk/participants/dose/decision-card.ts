import { can } from '../../../../people/accounts/model/can.ts'
import { waitsForOwnConsent } from '../../../../study/conduct/derived/own-consent.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { formOfItem } from '../../../../study/conduct/record/form-items.ts'
import { decisionWhen, reasonText, rulesTold } from '../../../../study/in-words/doses.ts'
import { judgedLines, missingText } from '../../../../study/in-words/grounds.ts'
import { askedText } from '../../../../study/in-words/questions.ts'
import { namedText, titleOf } from '../../../../study/in-words/telling.ts'
import {
  decimalInWords,
  momentText,
  quantityInWords,
  unitText,
} from '../../../../study/in-words/values.ts'
import { nearQuantity } from '../../../../study/protocol/quantity/beyond-measure.ts'
import type { Quantity } from '../../../../study/protocol/quantity/quantity.ts'
import { readMoment } from '../../../../study/protocol/time/moment.ts'
import { isTimeProblem } from '../../../../study/protocol/time/problems.ts'
import type { DoseDecision, DoseDerivation } from '../../../../study/protocol/state/answers.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { derivationTable } from '../../../shell/parts/derivation-table.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What the version says of the next dose: how much, or that nothing is given, and why, to be checked by hand. */
export function decisionCard(view: ParticipantView, decision: DoseDecision): Markup {
  const { page, telling } = view
  const words = page.words.doseForm
  const { dose, options, kind } = decision
  const name = titleOf(telling, decision.regimen)
  return html`
    <section
      class="card flow dose-card"
      data-kind="${kind}"
      aria-labelledby="dose-${decision.regimen}"
    >
      <h2 id="dose-${decision.regimen}">
        ${namedText(telling, name, decisionWhen(telling, decision, view.of.state.now))}
      </h2>
      ${ownConsentNote(view, decision)} ${lastGiven(view, decision)}
      <p class="dose-kind">${page.words.doses.kind[kind]}</p>
      ${kind === 'give' && dose ? doseAmounts(view, dose) : nothingNow(view, decision)}
      <ul>
        ${decision.because.map(
          (reason) => html`
            <li>${reasonText(telling, decision, reason)}</li>
          `,
        )}
      </ul>
      ${missingList(view, decision)} ${questionList(view, decision)}
      ${kind === 'give' && dose && derivationTable(telling, dose, { caption: words.worked, look: 'dose-steps' })}
      ${
        options.length > 1 &&
        html`
          <p>${words.choose}</p>
        `
      }
      ${options.map(
        (option, at) => html`
          ${doseAmounts(view, option)}
          ${derivationTable(telling, option, { caption: words.option(at + 1), look: 'dose-steps' })}
        `,
      )}
      ${rulesLooked(view, decision)}
      <p class="small soft">${words.version(view.of.state.version.version)}</p>
    </section>
  `
}

/** The study has set that a dose waits for consent of who has come of age. */
function ownConsentNote(
  { page, of }: ParticipantView,
  { kind, regimen, dueAt }: DoseDecision,
): Markup | false {
  const due = readMoment(dueAt, zoneOf(of))
  const isWaiting = kind === 'give' && !isTimeProblem(due) && waitsForOwnConsent(of, regimen, due)
  return (
    isWaiting &&
    html`
      <p class="note" data-tone="stop">
        ${page.words.doseForm.problems.noOwnConsent}
        <a href="${link(page, paths.participantConsent(of.participant.id))}">
          ${page.words.consent.title}
        </a>
      </p>
    `
  )
}

/** The dose before: from it the next is counted. */
function lastGiven(
  { page, telling, of }: ParticipantView,
  { regimen }: DoseDecision,
): Markup | false {
  const words = page.words.doseForm
  const last = of.state.dosesGiven.findLast((one) => one.regimen === regimen)
  if (!last) return false
  const at = momentText(telling, last.at)
  return html`
    <p class="small soft">
      ${last.amount ? words.last(quantityInWords(telling, last.amount), at) : words.lastUnread(at)}
    </p>
  `
}

function nothingNow({ page }: ParticipantView, { kind, options }: DoseDecision): Markup {
  const words = page.words.doseForm
  if (options.length > 1) return html``
  return html`
    <p class="dose-big dose-none">${kind === 'hold' ? words.nothing : words.notNow}</p>
  `
}

/** How much, in numbers that cannot be mistaken: the amount, and what is drawn up of it. */
export function doseAmounts(
  view: ParticipantView,
  { amount, product, rounding }: Pick<DoseDerivation, 'amount' | 'product' | 'rounding'>,
): Markup {
  const { page, telling } = view
  const words = page.words.doseForm
  const near = rounding ? undefined : nearQuantity(amount)
  return html`
    <p class="dose-big">
      ${
        near &&
        html`
          <span class="small">${words.about}</span>
        `
      }
      ${bigNumber(view, near ?? amount)}
    </p>
    ${
      near &&
      html`
        <p class="note" data-tone="doubt">${words.unrounded(quantityInWords(telling, amount))}</p>
      `
    }
    ${
      product &&
      html`
        <p class="dose-drawn">
          ${
            !product.exact &&
            html`
              <span class="small">${words.about}</span>
            `
          }
          ${bigNumber(view, product.amount)}
          <span class="small">${words.of(quantityInWords(telling, product.strength))}</span>
        </p>
      `
    }
  `
}

/** The digits as the engine gives them, the unit, and the unit as a word. */
function bigNumber({ page, telling }: ParticipantView, { value, unit }: Quantity): Markup {
  const names: Readonly<Record<string, string>> = page.words.doseForm.units
  const word = Object.hasOwn(names, unit) ? names[unit] : undefined
  if (word === undefined)
    return html`
      <b class="dose-number">${quantityInWords(telling, { value, unit })}</b>
    `
  return html`
    <b class="dose-number">${decimalInWords(telling, value)}&nbsp;${unitText(telling, unit)}</b>
    <span class="dose-unit">${word}</span>
  `
}

function missingList(
  { page, telling, of, actor, lock }: ParticipantView,
  { missing }: DoseDecision,
): Markup {
  if (missing.length === 0) return html``
  const words = page.words.doseForm
  const mayRecord = lock === 'open' && can.recordFacts(actor, of.participant)
  return html`
    <h3>${words.missing}</h3>
    <ul>
      ${missing.map(
        (one) => html`
          <li>
            ${missingText(telling, one)}
            ${
              mayRecord &&
              isRecordable(of, one.item) &&
              html`
                <a
                  href="${link(page, paths.participantRecord(of.participant.id), { item: one.item })}"
                >
                  ${words.record}
                </a>
              `
            }
          </li>
        `,
      )}
    </ul>
  `
}

function isRecordable({ protocol }: ParticipantView['of'], id: string): boolean {
  const item = protocol.items.find((one) => one.id === id)
  return item !== undefined && formOfItem(protocol, item) === 'record'
}

/** The questions that this dose asks, in the document’s own words. */
function questionList({ page, telling, of }: ParticipantView, { asks }: DoseDecision): Markup {
  const questions = of.state.questions.filter(
    ({ id, type }) => asks.includes(id) && type !== 'missing',
  )
  if (questions.length === 0) return html``
  return html`
    <h3>${page.words.doseForm.questions}</h3>
    <ul>
      ${questions.map(
        (question) => html`
          <li>${askedText(telling, question)}</li>
        `,
      )}
    </ul>
  `
}

function rulesLooked({ page, telling }: ParticipantView, decision: DoseDecision): Markup {
  const looked = rulesTold(telling, decision)
  if (looked.length === 0) return html``
  return html`
    <details class="more">
      <summary>${page.words.doseForm.rules}</summary>
      <ul>
        ${looked.map(
          ({ rule, text }) => html`
            <li>
              ${text}
              <ul>
                ${judgedLines(telling, rule).map(
                  (line) => html`
                    <li>${line}</li>
                  `,
                )}
              </ul>
            </li>
          `,
        )}
      </ul>
    </details>
  `
}
