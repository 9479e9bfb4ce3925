import { html } from 'hono/html'
import type { Markup } from '../markup.ts'
import type { Page } from '../page.ts'

/** Ways to the pages before and after, and where one is. */
export function pagination(
  page: Page,
  { at, of, addressOf }: { at: number; of: number; addressOf: (page: number) => string },
): Markup {
  if (of <= 1) return html``
  const words = page.words.common.page
  return html`
    <nav class="pagination" aria-label="${words.label}">
      ${
        at > 1
          ? html`
              <a href="${addressOf(at - 1)}" rel="prev">
                <span aria-hidden="true">←</span>
                ${words.previous}
              </a>
            `
          : html`
              <span></span>
            `
      }
      <p>${words.here(at, of)}</p>
      ${
        at < of
          ? html`
              <a href="${addressOf(at + 1)}" rel="next">
                ${words.next}
                <span aria-hidden="true">→</span>
              </a>
            `
          : html`
              <span></span>
            `
      }
    </nav>
  `
}
