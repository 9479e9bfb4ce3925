import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { type DeskView, deskLayout } from '../../parts/desk-layout.ts'

/** For who has no role in a study, and where there is none: these are not told apart. */
export function goneStudyPage(view: DeskView): Markup {
  const words = view.page.words.runStudy.gone
  return deskLayout(view, {
    title: words.title,
    main: html`
      <div class="narrow flow">
        <h1>${words.title}</h1>
        <p>${words.text}</p>
        <p><a href="${link(view.page, paths.account())}">${words.account}</a></p>
      </div>
    `,
  })
}
