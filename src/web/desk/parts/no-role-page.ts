import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { type DeskView, deskLayout } from './desk-layout.ts'

/** Signed in, and no desk yet: how one gets it. */
export function noRolePage(view: DeskView): Markup {
  const { page } = view
  const words = page.words.desk.noRole
  return deskLayout(view, {
    title: words.title,
    main: html`
      <div class="narrow flow">
        <h1>${words.title}</h1>
        <p>${words.text}</p>
        <p class="acts">
          <a class="button" href="${link(page, paths.search())}">${words.find}</a>
          <a href="${link(page, paths.account())}">${words.account}</a>
        </p>
      </div>
    `,
  })
}
