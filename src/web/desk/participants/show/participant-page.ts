import { html, type Markup } from '../../../shell/markup.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { curveSection } from './curve-section.ts'
import { dueSection } from './due-now.ts'
import { latestSection } from './latest.ts'
import { doseSection } from './next-dose.ts'
import { questionSection } from './open-questions.ts'
import { type SignedBy, standingSections } from './standing.ts'

/** What the page of a participant knows beside their case. */
export interface ParticipantOnPage {
  readonly view: ParticipantView
  /** Names of who recorded what is shown, by the ids of their accounts. */
  readonly names: ReadonlyMap<string, string>
  readonly signed: SignedBy | undefined
  /** Questions of people that wait. */
  readonly queries: { readonly open: number; readonly answered: number }
}

/** One participant on one screen: the next dose and why, what is due, the curve, what to answer, and how they stand. */
export function participantPage({ view, names, signed, queries }: ParticipantOnPage): Markup {
  const { page, of } = view
  const words = page.words.participantPage
  const isRecorded = new URLSearchParams(page.query).get('did') === 'recorded'
  return participantLayout(view, {
    title: words.title,
    main: html`
      ${
        isRecorded &&
        html`
          <p class="note" data-tone="open" role="status">${words.recorded}</p>
        `
      }
      <h1 class="unseen">${page.words.participants.nav} ${of.participant.number}</h1>
      <div class="desk-two participant-now">
        <div class="flow">
          ${doseSection(view, signed)} ${dueSection(view)} ${curveSection(view)}
          ${questionSection(view, queries)}
        </div>
        <div class="flow">${standingSections(view, signed)}</div>
      </div>
      ${latestSection(view, names)}
    `,
  })
}
