import { effectText, eligibilityLines } from '../../../study/in-words/eligibility.ts'
import { judgedLines } from '../../../study/in-words/grounds.ts'
import {
  deviationLines,
  endpointLines,
  safetyLines,
  setText,
} from '../../../study/in-words/outcomes.ts'
import {
  askedText,
  setAsideText,
  stateNoteText,
  versionLines,
} from '../../../study/in-words/questions.ts'
import { titleOf, wordingText } from '../../../study/in-words/telling.ts'
import { momentText } from '../../../study/in-words/values.ts'
import { visitLines, visitName } from '../../../study/in-words/visits.ts'
import type { CriterionState } from '../../../study/protocol/state/answers.ts'
import type { ParticipantState } from '../../../study/protocol/state/participant-state.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { VersionView } from '../parts/version-view.ts'
import { givenDoses, nextDose } from './dose-result.ts'
import { plainList } from './plain-list.ts'

/** What a version says of the invented person, on one screen: the dose and what is asked first, then the rest. */
export function personResult(view: VersionView, state: ParticipantState): Markup {
  const { page, telling, protocol } = view
  const words = page.words.tryProtocol.result
  return html`
    <section class="try-result" aria-labelledby="result-title">
      <h2 id="result-title" tabindex="-1">${words.title}</h2>
      <p>
        ${words.by(wordingText(telling, protocol.title), momentText({ ...telling, offset: '' }, state.now))}
        ${versionLines(telling, state.version).join(' ')}
      </p>
      <div class="try-both">
        <div>${nextDose(view, state)} ${questions(view, state)} ${deviations(view, state)}</div>
        <div>${criteria(view, state)} ${endpoints(view, state)} ${visits(view, state)}</div>
      </div>
      ${givenDoses(view, state)} ${asides(view, state)}
    </section>
  `
}

function questions({ page, telling }: VersionView, state: ParticipantState): Markup {
  const words = page.words.tryProtocol.result
  const { blocks } = page.words.participant.question
  return html`
    <section class="try-part try-asks">
      <h3>${words.questions}</h3>
      ${
        state.questions.length === 0
          ? html`
              <p>${words.noQuestions}</p>
            `
          : html`
              <ul>
                ${state.questions.map(
                  (question) => html`
                    <li>
                      ${askedText(telling, question)}
                      ${
                        question.blocks &&
                        html`
                          <b>${blocks}</b>
                        `
                      }
                    </li>
                  `,
                )}
              </ul>
            `
      }
    </section>
  `
}

function deviations({ page, telling }: VersionView, state: ParticipantState): Markup {
  const words = page.words.tryProtocol.result
  return html`
    <section class="try-part">
      <h3>${words.deviations}</h3>
      ${
        state.deviations.length === 0
          ? html`
              <p>${words.noDeviations}</p>
            `
          : lined(state.deviations.map((one) => deviationLines(telling, one)))
      }
    </section>
  `
}

function criteria(view: VersionView, { eligibility }: ParticipantState): Markup {
  const { page, telling } = view
  const words = page.words.tryProtocol.result
  const [answer, ...lines] = eligibilityLines(telling, eligibility)
  const first = eligibility.criteria.filter(({ effect }) => effect !== 'for' && effect !== 'none')
  return html`
    <section class="try-part">
      <h3>${words.criteria}</h3>
      <p class="try-answer" data-answer="${eligibility.answer}">${answer}</p>
      <p class="small">${lines.join(' ')}</p>
      ${first.length > 0 && criterionList(view, first)}
      <details>
        <summary>${words.allCriteria(eligibility.criteria.length)}</summary>
        ${criterionList(view, eligibility.criteria)}
      </details>
    </section>
  `
}

/** Each criterion with what it means for the person and why; members under their group. */
function criterionList(view: VersionView, criteriaShown: readonly CriterionState[]): Markup {
  return html`
    <ul class="try-criteria">
      ${criteriaShown.map(
        (criterion) => html`
          <li>
            <b>${titleOf(view.telling, criterion.id)}</b>
            <span class="try-effect" data-effect="${criterion.effect}">
              ${effectText(view.telling, criterion)}
            </span>
            ${plainList(judgedLines(view.telling, criterion))}
            ${criterion.members.length > 0 && criterionList(view, criterion.members)}
          </li>
        `,
      )}
    </ul>
  `
}

function endpoints({ page, telling }: VersionView, state: ParticipantState): Markup | false {
  const words = page.words.tryProtocol.result
  return (
    state.endpoints.length > 0 &&
    html`
      <section class="try-part">
        <h3>${words.endpoints}</h3>
        <ul class="try-criteria">
          ${state.endpoints.map((endpoint) => {
            const [answer, ...lines] = endpointLines(telling, endpoint)
            return html`
              <li>
                <b>${titleOf(telling, endpoint.id)}</b>
                <span class="try-effect">${answer}</span>
                ${plainList([...lines, ...judgedLines(telling, endpoint)])}
              </li>
            `
          })}
        </ul>
        ${plainList(state.sets.map((set) => setText(telling, set)))}
      </section>
    `
  )
}

function visits({ page, telling }: VersionView, state: ParticipantState): Markup | false {
  return (
    state.visits.length > 0 &&
    html`
      <section class="try-part">
        <h3>${page.words.tryProtocol.result.visits}</h3>
        <ul class="try-criteria">
          ${state.visits.map((visit) => {
            const [standing, ...lines] = visitLines(telling, visit)
            return html`
              <li>
                <b>${visitName(telling, visit)}</b>
                <span class="try-effect">${standing}</span>
                ${plainList(lines)}
              </li>
            `
          })}
        </ul>
      </section>
    `
  )
}

function asides({ page, telling }: VersionView, state: ParticipantState): Markup {
  const words = page.words.tryProtocol.result
  const { notes, setAside, safety } = state
  return html`
    ${
      safety.length > 0 &&
      html`
        <section class="try-part">
          <h3>${words.safety}</h3>
          ${lined(
            safety.map((one) => {
              const [first = '', ...rest] = safetyLines(telling, one)
              return [`${one.fact} – ${first}`, ...rest]
            }),
          )}
        </section>
      `
    }
    ${
      notes.length > 0 &&
      html`
        <details class="try-part">
          <summary>${words.notes} (${notes.length})</summary>
          ${plainList(notes.map((note) => stateNoteText(telling, note)))}
        </details>
      `
    }
    ${
      setAside.length > 0 &&
      html`
        <details class="try-part">
          <summary>${words.setAside} (${setAside.length})</summary>
          ${plainList(setAside.map((one) => setAsideText(telling, one)))}
        </details>
      `
    }
  `
}

/** The first line of each stands out, the others follow it. */
function lined(items: readonly (readonly string[])[]): Markup {
  return html`
    <ul>
      ${items.map(
        ([first, ...rest]) => html`
          <li>
            <b>${first}</b>
            ${rest.join('; ')}
          </li>
        `,
      )}
    </ul>
  `
}
