import { can } from '../../../../people/accounts/model/can.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import type { OpenedArm } from '../../../../study/conduct/record/unblind.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** For an investigator the way to open an arm in danger; for all others who can. */
export function emergencyWay({ page, of, actor }: ParticipantView): Markup {
  const words = page.words.allocation.of1.emergency
  if (!can.openInEmergency(actor, of.participant))
    return html`
      <p class="small soft">${words.others}</p>
    `
  return html`
    <p class="small">${words.when}</p>
    <p class="acts">
      <a
        class="button button-quiet"
        href="${link(page, paths.participantEmergency(of.participant.id))}"
      >
        ${words.way}
      </a>
    </p>
  `
}

/** What is to be done when an arm was opened. */
export function afterOpening({ page, of }: ParticipantView): Markup {
  const words = page.words.allocation.of1.emergency
  const { id } = of.participant
  return html`
    <p>${words.next}</p>
    <p class="acts">
      <a class="button" href="${link(page, paths.participantEvents(id))}">${words.event}</a>
      <a href="${link(page, paths.participantWithdrawal(id))}">${words.withdrawal}</a>
    </p>
  `
}

/** Says when an arm was opened in an emergency; not which it is. */
export function openedList(
  { page, of }: ParticipantView,
  opened: readonly OpenedArm[],
): readonly Markup[] {
  const words = page.words.allocation.of1.emergency
  return opened.map(
    ({ at }) => html`
      <p class="note" data-tone="doubt">
        ${words.opened(saidMoment(page, at, zoneOf(of), 'moment'))}
        <a href="${link(page, paths.participantHistory(of.participant.id))}">${words.history}</a>
      </p>
    `,
  )
}
