import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** For an address that names no query of this participant. */
export function goneQueryPage(view: ParticipantView): Markup {
  const { page, of } = view
  const words = page.words.review.queries
  return participantLayout(view, {
    title: words.title,
    main: html`
      <h1>${words.gone}</h1>
      <p><a href="${link(page, paths.participantQueries(of.participant.id))}">${words.back}</a></p>
    `,
  })
}
