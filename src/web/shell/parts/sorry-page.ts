import { html, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { layout } from './layout.ts'

/** What could not be done, and the way back to where it was asked. */
export interface Sorry {
  readonly title: string
  readonly text: string
  readonly again: string
  readonly href: string
  /** Its address holds a personal link, or is for who is signed in: it is said nowhere. */
  readonly isPrivate?: boolean
}

/** A page that only says what could not be done. */
export function sorryPage(
  page: Page,
  { title, text, again, href, isPrivate = false }: Sorry,
): Markup {
  return layout(page, {
    title,
    isPrivate,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <div class="prose">
        <h1>${title}</h1>
        <p>${text}</p>
        <p><a href="${href}">${again}</a></p>
      </div>
    `,
  })
}
