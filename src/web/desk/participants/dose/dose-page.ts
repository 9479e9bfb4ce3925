import { can } from '../../../../people/accounts/model/can.ts'
import { needsSecondPerson } from '../../../../study/conduct/model/case.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import type { DoseOrder } from '../../../../study/conduct/record/dose-order.ts'
import { amountsDue } from '../../../../study/conduct/record/judge-dose.ts'
import { quantityInWords } from '../../../../study/in-words/values.ts'
import type { DoseDecision } from '../../../../study/protocol/state/answers.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { paths } from '../../../shell/paths.ts'
import { draftForm } from '../parts/draft-form.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { decisionCard } from './decision-card.ts'
import { doseFields } from './dose-fields.ts'
import { doseProblemText } from './problem-text.ts'
import { recordedNote } from './recorded-note.ts'
import type { DoseSheet } from './typed-dose-form.ts'

/** What stands on the page of the next dose. */
export interface DosePageGiven {
  readonly sheet: DoseSheet
  /** What was just recorded. */
  readonly recorded?: KeptFact
  /** The names of the accounts that are on the page. */
  readonly names: ReadonlyMap<string, string>
  /** Whether a kit is theirs to take: a list has free places, and they have none. */
  readonly isKitDue: boolean
  /** Doses that wait for a second person. */
  readonly waiting: readonly DoseOrder[]
}

/** The next dose, and the form that records it. */
export function dosePage(view: ParticipantView, given: DosePageGiven): Markup {
  const { page, of } = view
  const words = page.words.doseForm
  const { sheet, recorded, names, waiting, isKitDue } = given
  const { nextDoses } = of.state
  return participantLayout(view, {
    title: words.title,
    islands: ['draft-form'],
    main: html`
      ${sheetProblems(view, sheet)} ${recorded && recordedNote(view, recorded, names)}
      <h1>${words.nextTitle}</h1>
      ${waiting.map((order) => waitingNote(view, order))} ${isKitDue && kitNote(view)}
      ${
        nextDoses.length === 0 &&
        html`
          <p>${words.noRegimen}</p>
        `
      }
      ${nextDoses.map((decision) => decisionCard(view, decision))} ${formCard(view, given)}
      ${sameLink(view)}
      <p>
        <a class="back" href="${link(page, paths.participant(of.participant.id))}">${words.back}</a>
      </p>
    `,
  })
}

/** What is wrong with a form, or who was faster. */
export function sheetProblems(view: ParticipantView, { problem, isChanged }: DoseSheet): Markup {
  const { page } = view
  const words = page.words.doseForm
  if (isChanged)
    return html`
      <div class="note flow" data-tone="doubt" role="alert">
        <h2>${words.changed.title}</h2>
        <p>${words.changed.text}</p>
      </div>
    `
  if (!problem) return html``
  return errorSummary(page, [doseProblemText(view, problem)], words.nothingDone)
}

function waitingNote({ page, telling, of }: ParticipantView, order: DoseOrder): Markup {
  const words = page.words.doseForm.order
  return html`
    <p class="note" data-tone="soon">
      ${words.waits(quantityInWords(telling, order.amount))}
      <a href="${link(page, paths.doseOrder(of.participant.id, order.id))}">${words.see}</a>
    </p>
  `
}

function kitNote({ page, of }: ParticipantView): Markup {
  const words = page.words.allocation.of1
  return html`
    <p class="note" data-tone="soon">
      ${words.none}
      <a href="${link(page, paths.participantAllocation(of.participant.id))}">${words.take}</a>
    </p>
  `
}

function formCard(view: ParticipantView, { sheet, recorded }: DosePageGiven): Markup {
  const { page, of, actor, lock } = view
  const words = page.words.doseForm.form
  if (lock !== 'open' || of.state.nextDoses.length === 0) return html``
  if (!can.recordDoses(actor, of.participant))
    return html`
      <p class="small soft">${words.readOnly}</p>
    `
  const decision = of.state.nextDoses.find(({ regimen }) => regimen === sheet.typed.regimen)
  const isNow = decision !== undefined && isGivenNow(decision) && recorded === undefined
  if (isNow) return doseForm(view, sheet)
  return html`
    <details class="more no-print" ${(sheet.problem ?? sheet.isChanged) !== undefined && 'open'}>
      <summary>${words.late}</summary>
      ${doseForm(view, sheet)}
    </details>
  `
}

/** Whether a dose may be given by the decision as it is now: the one that is derived, or one of several. */
function isGivenNow(decision: DoseDecision): boolean {
  return decision.kind === 'give' || amountsDue(decision).length > 1
}

function doseForm(view: ParticipantView, sheet: DoseSheet): Markup {
  const { page, of } = view
  const words = page.words.doseForm.form
  const isPrepared = needsSecondPerson(of, sheet.typed.regimen)
  return html`
    <section class="card flow no-print" aria-labelledby="dose-form-title">
      <h2 id="dose-form-title">${isPrepared ? words.prepareTitle : words.title}</h2>
      ${
        isPrepared &&
        html`
          <p>${words.prepareText}</p>
        `
      }
      ${otherRegimens(view, sheet)}
      ${draftForm(
        view,
        isSheetAgain(sheet),
        html`
          <form
            class="flow"
            method="post"
            action="${link(page, paths.participantDose(of.participant.id))}"
            novalidate
          >
            ${doseFields(view, { sheet, purpose: isPrepared ? 'prepare' : 'give' })}
            <div class="acts-wide">
              <button class="button" type="submit">
                ${isPrepared ? words.prepare : words.button}
              </button>
            </div>
          </form>
        `,
        { of: sheet.typed.regimen, isHeld: true },
      )}
    </section>
  `
}

/** It came back with what was typed. */
function isSheetAgain({ problem, isChanged }: DoseSheet): boolean {
  return problem !== undefined || isChanged === true
}

/** Of several medicines, the way to the form of another. */
function otherRegimens({ page, of, telling }: ParticipantView, sheet: DoseSheet): Markup {
  const others = of.state.nextDoses.filter(({ regimen }) => regimen !== sheet.typed.regimen)
  return html`
    ${others.map(
      ({ regimen }) => html`
        <p class="small">
          <a href="${link(page, paths.participantDose(of.participant.id), { regimen })}">
            ${telling.titles.get(regimen)?.[page.language] ?? regimen}
          </a>
        </p>
      `,
    )}
  `
}

function sameLink({ page, of, actor, lock }: ParticipantView): Markup {
  if (lock !== 'open' || !can.signAsInvestigator(actor, of.participant)) return html``
  return html`
    <p class="small no-print">
      <a href="${link(page, paths.doseAllTheSame(of.participant.id))}">
        ${page.words.doseForm.same.link}
      </a>
    </p>
  `
}

/** For an investigator: a dose that was given although it should not have been. */
export function allTheSamePage(view: ParticipantView, sheet: DoseSheet): Markup {
  const { page, of, lock } = view
  const words = page.words.doseForm.same
  return participantLayout(view, {
    title: words.title,
    islands: ['draft-form'],
    main: html`
      ${sheetProblems(view, sheet)}
      <h1>${words.title}</h1>
      <p class="note" data-tone="stop">${words.text}</p>
      ${
        lock === 'open' &&
        draftForm(
          view,
          isSheetAgain(sheet),
          html`
            <form
              class="card flow"
              method="post"
              action="${link(page, paths.doseAllTheSame(of.participant.id))}"
              novalidate
            >
              ${doseFields(view, { sheet, purpose: 'same' })}
              <div class="acts-wide">
                <button class="button" type="submit">${words.button}</button>
              </div>
            </form>
          `,
          { of: sheet.typed.regimen, isHeld: true },
        )
      }
      <p>
        <a class="back" href="${link(page, paths.participantDose(of.participant.id))}">
          ${page.words.doseForm.nextTitle}
        </a>
      </p>
    `,
  })
}
