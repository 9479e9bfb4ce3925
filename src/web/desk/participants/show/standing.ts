import { zoneOf } from '../../../../study/conduct/model/case.ts'
import {
  consentsOf,
  ownConsent,
  withdrawalsOf,
} from '../../../../study/conduct/derived/own-consent.ts'
import { safetyEventsOf } from '../../../../study/conduct/safety/safety-event.ts'
import { recordedText } from '../../../../study/in-words/facts.ts'
import { eligibilityLines } from '../../../../study/in-words/eligibility.ts'
import { deviationLines } from '../../../../study/in-words/outcomes.ts'
import { versionLines } from '../../../../study/in-words/questions.ts'
import { wordingText } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import { clockList } from '../events/clock-list.ts'
import { factPath } from '../parts/fact-path.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** The signature on eligibility that holds: when it was made, and the name of who made it. */
export interface SignedBy {
  readonly at: string
  readonly who: string
}

/** How a participant stands: safety clocks, deviations, eligibility with its signature, the version in force and consent. */
export function standingSections(view: ParticipantView, signed: SignedBy | undefined): Markup {
  return html`
    ${safety(view)} ${deviations(view)} ${consent(view)} ${eligibility(view, signed)}
    ${version(view)}
  `
}

function part(id: string, title: string, content: Markup): Markup {
  return html`
    <section class="card flow" aria-labelledby="${id}-title">
      <h2 id="${id}-title">${title}</h2>
      ${content}
    </section>
  `
}

function nothing(text: string): Markup {
  return html`
    <p class="soft">${text}</p>
  `
}

function safety(view: ParticipantView): Markup {
  const { page, of, telling } = view
  const words = page.words.participantPage.safety
  const events = safetyEventsOf(of)
  return part(
    'safety',
    words.title,
    events.length === 0
      ? nothing(words.none)
      : html`
          ${events.map(
            (event) => html`
              <h3>
                <a href="${link(page, paths.participantEvent(of.participant.id, event.id))}">
                  ${recordedText(telling, event.newest)}
                </a>
              </h3>
              ${clockList(view, event)}
            `,
          )}
        `,
  )
}

function deviations({ page, of, telling }: ParticipantView): Markup {
  const words = page.words.participantPage.deviations
  const all = of.state.deviations
  return part(
    'deviations',
    words.title,
    all.length === 0
      ? nothing(words.none)
      : html`
          <ul class="due-list">
            ${all.map((one) => {
              const [first, ...rest] = deviationLines(telling, one)
              const [fact] = one.facts
              return html`
                <li data-tone="doubt">
                  ${
                    fact === undefined
                      ? html`
                          <b>${first}</b>
                        `
                      : html`
                          <a href="${link(page, factPath(of, fact))}">${first}</a>
                        `
                  }
                  <span class="small">${rest.join('; ')}</span>
                </li>
              `
            })}
          </ul>
        `,
  )
}

/** The last consent, whether one is due again or of their own, and what was withdrawn. */
function consent({ page, of, telling }: ParticipantView): Markup {
  const words = page.words.participantPage.consent
  const last = consentsOf(of).at(-1)
  const { reconsent } = of.state.version
  const due = [
    reconsent === 'due' ? page.words.participant.version.reconsent.due : '',
    ownConsent(of) === 'due' ? page.words.consent.due.own : '',
  ].filter((text) => text !== '')
  return part(
    'consent',
    words.title,
    html`
      ${
        last
          ? html`
              <p>
                ${lookup(page.words.consent.signers, String(last.value)) ?? recordedText(telling, last)},
                ${momentText(telling, last.at)}
              </p>
            `
          : nothing(words.none)
      }
      ${due.map(
        (text) => html`
          <p><b>${text}</b></p>
        `,
      )}
      ${withdrawalsOf(of).map(
        (fact) => html`
          <p>
            <b>${words.withdrawn}</b>
            ${recordedText(telling, fact)}, ${momentText(telling, fact.at)}
          </p>
        `,
      )}
      <p class="small">
        <a href="${link(page, paths.participantConsent(of.participant.id))}">${words.see}</a>
      </p>
    `,
  )
}

function eligibility(view: ParticipantView, signed: SignedBy | undefined): Markup {
  const { page, of, telling } = view
  const words = page.words.participantPage.eligibility
  const [answer, ...rest] = eligibilityLines(telling, of.state.eligibility)
  return part(
    'eligibility',
    words.title,
    html`
      <p><b>${answer}</b></p>
      ${
        rest.length > 0 &&
        html`
          <p class="small">${rest.join(' ')}</p>
        `
      }
      <p class="small">
        ${
          signed
            ? words.signed(saidMoment(page, signed.at, zoneOf(of), 'moment'), signed.who)
            : words.unsigned
        }
      </p>
      <p class="small">
        <a href="${link(page, paths.participantScreening(of.participant.id))}">${words.criteria}</a>
      </p>
    `,
  )
}

function version({ page, of, telling }: ParticipantView): Markup {
  return part(
    'version',
    page.words.participantPage.version.title,
    html`
      <p><b>${wordingText(telling, of.protocol.title)}</b></p>
      <p class="small">${versionLines(telling, of.state.version).join(' ')}</p>
    `,
  )
}
