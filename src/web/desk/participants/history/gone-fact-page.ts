import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** For an address that names no value of this participant. */
export function goneFactPage(view: ParticipantView): Markup {
  const { page, of } = view
  const words = page.words.record
  return participantLayout(view, {
    title: words.fact.gone,
    main: html`
      <h1>${words.fact.gone}</h1>
      <p>${words.fact.goneText}</p>
      <p><a href="${link(page, paths.participant(of.participant.id))}">${words.back}</a></p>
    `,
  })
}
