import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'
import { type ConnectSite, connectPaths } from './connect-view.ts'

/** The same form came twice, with something else in it: the first counts, its address can be put right, or a new one opened. */
export function usedBeforePage(open: ConnectSite, form: string): Markup {
  const { page } = open.view
  const { title, text, right, again } = page.words.connect.used
  return layout(page, {
    title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${title}</h1>
        <p>${text}</p>
        <ul>
          <li><a href="${link(page, paths.enquirySentForm(form))}">${right}</a></li>
          <li><a href="${connectPaths(open).site(open.chosen.id)}">${again}</a></li>
        </ul>
      </div>
    `,
  })
}
