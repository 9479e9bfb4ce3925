import { html, type Markup } from '../../../shell/markup.ts'
import { type DeskView, deskLayout } from '../../parts/desk-layout.ts'

/** For who may not see a participant, and where there is none: these are not told apart. */
export function goneParticipantPage(view: DeskView): Markup {
  const words = view.page.words.participants.gone
  return deskLayout(view, {
    title: words.title,
    main: html`
      <div class="narrow flow">
        <h1>${words.title}</h1>
        <p>${words.text}</p>
      </div>
    `,
  })
}
