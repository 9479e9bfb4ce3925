import { html } from 'hono/html'
import { can } from '../../../../people/accounts/model/can.ts'
import {
  decisionText,
  decisionWhen,
  derivationSteps,
  reasonText,
  ruleText,
  stopText,
} from '../../../../study/in-words/doses.ts'
import { judgedLines, missingText } from '../../../../study/in-words/grounds.ts'
import { namedText, titleOf } from '../../../../study/in-words/telling.ts'
import { quantityInWords } from '../../../../study/in-words/values.ts'
import type { DoseDecision, DoseDerivation } from '../../../../study/protocol/state/answers.ts'
import type { Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** The next dose of each regimen in its amount and its volume, why, and every step by which it was worked out. */
export function doseSection(view: ParticipantView): Markup {
  const { page, of, telling } = view
  const words = page.words.participantPage.dose
  const { nextDoses, stop } = of.state
  return html`
    <section class="card flow" aria-labelledby="dose-title">
      <h2 id="dose-title">${words.title}</h2>
      ${
        nextDoses.length === 0 &&
        html`
          <p>${words.none}</p>
        `
      }
      ${
        stop.stopped &&
        html`
          <p class="note" data-tone="stop">${stopText(telling, stop)}</p>
        `
      }
      ${nextDoses.map((decision) => decided(view, decision))}
      ${
        nextDoses.length > 0 &&
        view.lock === 'open' &&
        can.recordDoses(view.actor, of.participant) &&
        html`
          <p class="acts">
            <a class="button" href="${link(page, paths.participantDose(of.participant.id))}">
              ${words.record}
            </a>
          </p>
        `
      }
    </section>
  `
}

const tones = { give: 'open', hold: 'doubt', refuse: 'stop' } as const

function decided(view: ParticipantView, decision: DoseDecision): Markup {
  const { page, telling } = view
  const words = page.words.participantPage.dose
  const { dose, options, rules, missing, because, kind } = decision
  return html`
    <div class="next-dose flow" data-tone="${tones[kind]}" data-kind="${kind}">
      <p class="next-dose-said">${decisionText(telling, decision)}</p>
      ${kind === 'give' && dose?.product && drawUp(view, dose.product)}
      <p>
        ${namedText(telling, titleOf(telling, decision.regimen), decisionWhen(telling, decision))}
      </p>
      <p class="small soft">${page.words.doses.means[kind]}</p>
      ${lines(
        words.why,
        because.map((reason) => reasonText(telling, decision, reason)),
      )}
      ${lines(
        words.missing,
        missing.map((one) => missingText(telling, one)),
      )}
      ${dose && derivation(view, dose, words.derivation)}
      ${options.map((option, at) => derivation(view, option, words.option(at + 1)))}
      ${
        rules.length > 0 &&
        html`
          <details class="record-more">
            <summary>${words.rules}</summary>
            <ul>
              ${rules.map(
                (rule) => html`
                  <li>
                    ${ruleText(telling, rule)}
                    <span class="small soft">${judgedLines(telling, rule).join('; ')}</span>
                  </li>
                `,
              )}
            </ul>
          </details>
        `
      }
    </div>
  `
}

/** The volume or the number of tablets beside the amount, so that mg are not taken for mL. */
function drawUp(
  { page, telling }: ParticipantView,
  { amount, strength }: NonNullable<DoseDerivation['product']>,
): Markup {
  const [volume, of] = [amount, strength].map((each) => quantityInWords(telling, each))
  return html`
    <p class="next-dose-volume">
      ${page.words.participantPage.dose.drawUp(volume ?? '', of ?? '')}
    </p>
  `
}

function lines(title: string, texts: readonly string[]): Markup | false {
  return (
    texts.length > 0 &&
    html`
      <div>
        <h3>${title}</h3>
        <ul>
          ${texts.map(
            (text) => html`
              <li>${text}</li>
            `,
          )}
        </ul>
      </div>
    `
  )
}

/** A table to be checked from top to bottom with a pencil. */
function derivation({ telling }: ParticipantView, dose: DoseDerivation, caption: string): Markup {
  return html`
    <table class="derivation">
      <caption>${caption}</caption>
      <tbody>
        ${derivationSteps(telling, dose).map(
          ({ step, label, text }) => html`
            <tr data-step="${step}">
              <th scope="row">${label}</th>
              <td>${text}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `
}
