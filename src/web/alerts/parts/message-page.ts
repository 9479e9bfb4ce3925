import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** A short page: what happened and the ways on. */
export interface Message {
  readonly title: string
  readonly text: string
  readonly ways: readonly { readonly path: string; readonly text: string }[]
}

/** A page that says one thing, and where to go from there. */
export function messagePage(page: Page, { title, text, ways }: Message): Markup {
  return layout(page, {
    sheets: ['alerts'],
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

/** A link that was made up, cut off, or belongs to a person who is gone: all answered alike. */
export function unknownLinkPage(page: Page): Markup {
  const words = page.words.alerts.unknown
  return messagePage(page, { ...words, ways: [{ path: paths.alerts(), text: words.link }] })
}
