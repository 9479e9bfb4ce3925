import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** For an address that names no event of this participant. */
export function goneEventPage(view: ParticipantView): Markup {
  const { page, of } = view
  const words = page.words.safety
  return participantLayout(view, {
    title: words.title,
    main: html`
      <h1>${words.problems.noEvent}</h1>
      <p><a href="${link(page, paths.participantEvents(of.participant.id))}">${words.title}</a></p>
    `,
  })
}
