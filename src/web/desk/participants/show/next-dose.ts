import { can } from '../../../../people/accounts/model/can.ts'
import { stopText } from '../../../../study/in-words/doses.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { decisionCard } from '../dose/decision-card.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import type { SignedBy } from './standing.ts'

/** The next dose of each regimen with its derivation, hold or stop and why, and the way to record it. */
export function doseSection(view: ParticipantView, signed: SignedBy | undefined): Markup {
  const { page, of, telling, lock, actor } = view
  const words = page.words.participantPage
  const { nextDoses, stop } = of.state
  const { id } = of.participant
  const isGiven = nextDoses.some(({ kind }) => kind === 'give')
  const mayRecord = lock === 'open' && can.recordDoses(actor, of.participant)
  return html`
    <section class="flow" aria-labelledby="dose-title">
      <h2 id="dose-title">${words.dose.title}</h2>
      ${
        nextDoses.length === 0 &&
        html`
          <p>${words.dose.none}</p>
        `
      }
      ${
        stop.stopped &&
        html`
          <p class="note" data-tone="stop">${stopText(telling, stop)}</p>
        `
      }
      ${
        isGiven &&
        !signed &&
        html`
          <p class="note" data-tone="stop">
            ${words.eligibility.unsigned}
            <a href="${link(page, paths.participantSignature(id))}">${words.eligibility.sign}</a>
          </p>
        `
      }
      ${nextDoses.map((decision) => decisionCard(view, decision))}
      ${
        nextDoses.length > 0 &&
        mayRecord &&
        html`
          <p class="acts">
            <a
              class="${isGiven && signed ? 'button' : 'button button-quiet'}"
              href="${link(page, paths.participantDose(id))}"
            >
              ${words.dose.record}
            </a>
          </p>
        `
      }
    </section>
  `
}
