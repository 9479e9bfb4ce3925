import { can } from '../../../../people/accounts/model/can.ts'
import type { TakenPlace } from '../../../../study/conduct/model/allocation.ts'
import { siteClockText, zoneOf } from '../../../../study/conduct/model/case.ts'
import type { OpenedArm } from '../../../../study/conduct/record/unblind.ts'
import type { AllocationProblem } from '../../../../study/conduct/record/take-allocation.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, selectField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { afterOpening, emergencyWay, openedList } from './emergency-parts.ts'

/** What the page of a participant's kit shows. */
export interface KitShown {
  readonly place: TakenPlace | undefined
  /** For which there are free places. */
  readonly strata: readonly string[]
  readonly formKey: string
  readonly problem?: AllocationProblem | 'changed'
  /** Shown once, to who may see it. */
  readonly arm?: string
  /** When it was opened in an emergency, the newest first. */
  readonly opened: readonly OpenedArm[]
  /** Who sees it sees it because of an emergency. */
  readonly isEmergency?: boolean
}

/** The kit of a participant, or the way to the next one; the arm only where a pharmacist asked for it. */
export function kitPage(view: ParticipantView, shown: KitShown): Markup {
  const { page, of } = view
  const words = page.words.allocation.of1
  return participantLayout(view, {
    title: words.title,
    main: html`
      ${problemNote(view, shown)}
      <h1>${words.title}</h1>
      ${shown.place ? kitCard(view, shown.place, shown) : takeCard(view, shown)}
      <p>
        <a class="back" href="${link(page, paths.participant(of.participant.id))}">
          ${page.words.doseForm.back}
        </a>
      </p>
    `,
  })
}

function problemNote({ page }: ParticipantView, { problem }: KitShown): Markup {
  if (!problem) return html``
  const words = page.words.allocation.of1
  const text = problem === 'changed' ? words.changed : words.problems[problem]
  return errorSummary(page, [{ field: 'take', text }])
}

function kitCard(
  view: ParticipantView,
  place: TakenPlace,
  { arm, opened, isEmergency }: KitShown,
): Markup {
  const { page, of, telling, actor } = view
  const words = page.words.allocation.of1
  const since = momentText(telling, siteClockText(new Date(place.takenAt), zoneOf(of)))
  const maySee = place.isBlind && arm === undefined && can.seeAllocation(actor, of.participant)
  return html`
    <section class="card flow">
      <p class="dose-big">${words.has(place.kit)}</p>
      <p>${words.since(since)} ${place.stratum}</p>
      ${
        place.isBlind &&
        html`
          <p class="small soft">${words.blind}</p>
        `
      }
      ${
        arm !== undefined &&
        html`
          <p class="note" data-tone="doubt" role="status">
            <b>${words.arm(arm)}</b>
            ${words.seen}
          </p>
          ${isEmergency === true && afterOpening(view)}
        `
      }
      ${openedList(view, opened)}
      ${
        maySee &&
        html`
          <form
            class="flow"
            method="post"
            action="${link(page, paths.participantArm(of.participant.id))}"
          >
            <p class="small">${words.seeText}</p>
            <button class="button button-quiet" type="submit">${words.see}</button>
          </form>
        `
      }
      ${place.isBlind && arm === undefined && emergencyWay(view)}
    </section>
  `
}

function takeCard(view: ParticipantView, { strata, formKey }: KitShown): Markup {
  const { page, of, actor, lock } = view
  const words = page.words.allocation.of1
  const [only = ''] = strata
  const mayTake = lock === 'open' && can.recordFacts(actor, of.participant)
  return html`
    <section class="card flow">
      <p>${words.none}</p>
      ${
        strata.length === 0
          ? html`
              <p class="small soft" id="take">${words.noLists}</p>
            `
          : mayTake &&
            html`
              <form
                class="flow"
                id="take"
                method="post"
                action="${link(page, paths.participantAllocation(of.participant.id))}"
              >
                ${hiddenField('form', formKey)} ${hiddenField('seen', String(of.participant.facts))}
                ${
                  strata.length === 1
                    ? hiddenField('stratum', only)
                    : selectField({
                        name: 'stratum',
                        label: words.stratum,
                        value: '',
                        choices: strata.map((stratum) => ({
                          value: stratum,
                          label: stratum === '' ? words.noStratum : stratum,
                        })),
                      })
                }
                <p class="small">${words.takeText}</p>
                <button class="button" type="submit">${words.take}</button>
              </form>
            `
      }
    </section>
  `
}
