import { html, type Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'
import { layout } from './layout.ts'

/** A short page: what happened and the ways on. */
export interface Message {
  readonly title: string
  readonly text: string
  readonly ways: readonly { readonly path: string; readonly text: string }[]
}

/** A page that says one thing, and where to go from there. */
export function messagePage(page: Page, { title, text, ways }: Message): Markup {
  return layout(page, {
    title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${title}</h1>
        <p>${text}</p>
        <ul>
          ${ways.map(
            (way) => html`
              <li><a href="${link(page, way.path)}">${way.text}</a></li>
            `,
          )}
        </ul>
      </div>
    `,
  })
}
