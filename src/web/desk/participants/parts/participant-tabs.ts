import { can } from '../../../../people/accounts/model/can.ts'
import type { Words } from '../../../../words/shape/shape.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { ParticipantView } from './participant-view.ts'

/** A page of a participant that is a tab. */
export type ParticipantTab = keyof Words['participants']['parts']

interface Tab {
  readonly name: ParticipantTab
  readonly path: (id: string) => string
  readonly may: (typeof can)['readParticipants']
}

/** The tabs in their order, each for who may open it. */
const tabs: readonly Tab[] = [
  { name: 'now', path: paths.participant, may: can.readParticipants },
  { name: 'screening', path: paths.participantScreening, may: can.readParticipants },
  { name: 'consent', path: paths.participantConsent, may: can.readParticipants },
  { name: 'record', path: paths.participantRecord, may: can.recordFacts },
  { name: 'dose', path: paths.participantDose, may: can.readParticipants },
  { name: 'events', path: paths.participantEvents, may: can.readParticipants },
  { name: 'queries', path: paths.participantQueries, may: can.readParticipants },
  { name: 'source', path: paths.participantSource, may: can.readParticipants },
  { name: 'deviations', path: paths.participantDeviations, may: can.readParticipants },
  { name: 'dates', path: paths.participantDates, may: can.readParticipants },
  { name: 'withdrawal', path: paths.participantWithdrawal, may: can.readParticipants },
  { name: 'signature', path: paths.participantSignature, may: can.readParticipants },
  { name: 'history', path: paths.participantHistory, may: can.readParticipants },
  { name: 'identity', path: paths.participantIdentity, may: can.readIdentities },
]

/** The ways between the pages of a participant. */
export function participantTabs({ page, of, actor }: ParticipantView): Markup {
  const words = page.words.participants
  const { id } = of.participant
  const own = tabs.filter(({ may }) => may(actor, of.participant))
  return html`
    <nav class="no-print" aria-label="${words.partsOf(of.participant.number)}">
      <ul class="desk-tabs">
        ${own.map(({ name, path }) => {
          const isHere = page.path === path(id)
          const href = link(page, path(id))
          return isHere
            ? html`
                <li><a href="${href}" aria-current="page">${words.parts[name]}</a></li>
              `
            : html`
                <li><a href="${href}">${words.parts[name]}</a></li>
              `
        })}
      </ul>
    </nav>
  `
}
