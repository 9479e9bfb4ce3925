import { html, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'

/** Where one is in a list of pages, and the addresses of the others. */
export interface Pages {
  readonly at: number
  readonly of: number
  readonly addressOf: (page: number) => string
  /** The form that goes along to the other pages, so that what is ticked in it is not lost; and the address of the list. */
  readonly form?: string
  readonly action?: string
}

/** Ways to the pages before and after, and where one is. */
export function pagination(page: Page, pages: Pages): Markup {
  const { at, of } = pages
  if (of <= 1) return html``
  const words = page.words.common.page
  return html`
    <nav class="pagination" aria-label="${words.label}">
      ${
        at > 1
          ? way(
              pages,
              at - 1,
              'prev',
              html`
                <span aria-hidden="true">←</span>
                ${words.previous}
              `,
            )
          : html`
              <span></span>
            `
      }
      <p>${words.here(at, of)}</p>
      ${
        at < of
          ? way(
              pages,
              at + 1,
              'next',
              html`
                ${words.next}
                <span aria-hidden="true">→</span>
              `,
            )
          : html`
              <span></span>
            `
      }
    </nav>
  `
}

function way({ form, action, addressOf }: Pages, to: number, rel: string, text: Markup): Markup {
  if (form !== undefined && action !== undefined)
    return html`
      <button
        class="as-link"
        type="submit"
        form="${form}"
        formaction="${action}"
        name="page"
        value="${to}"
      >
        ${text}
      </button>
    `
  return html`
    <a href="${addressOf(to)}" rel="${rel}">${text}</a>
  `
}
