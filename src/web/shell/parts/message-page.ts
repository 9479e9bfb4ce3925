import { html, type Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'
import { layout } from './layout.ts'

/** A short page: what happened and the ways on. */
export interface Message {
  readonly title: string
  readonly text: string
  readonly ways: readonly WayOn[]
}

/** A way on: to a page of the site, or by an address that is whole already, with all that goes along. */
type WayOn = { readonly text: string } & ({ readonly path: string } | { readonly href: string })

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
              <li><a href="${'href' in way ? way.href : link(page, way.path)}">${way.text}</a></li>
            `,
          )}
        </ul>
      </div>
    `,
  })
}
