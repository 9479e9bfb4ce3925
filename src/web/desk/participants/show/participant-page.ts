import { html } from 'hono/html'
import type { Markup } from '../../../shell/markup.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** One participant on one screen. */
export function participantPage(view: ParticipantView): Markup {
  const { page, of } = view
  return participantLayout(view, {
    title: page.words.participants.nav,
    main: html`
      <h1>${page.words.participants.nav} ${of.participant.number}</h1>
    `,
  })
}
