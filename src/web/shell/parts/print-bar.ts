import { html } from 'hono/html'
import type { Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'

/** A way to take the page along. Printing is the browser's own; the address never changes. */
export function printBar(page: Page, title: string): Markup {
  const words = page.words.common
  const address = page.baseUrl + link(page, page.path, new URLSearchParams(page.query))
  const mail = 'mailto:?subject='.concat(
    encodeURIComponent(title),
    '&body=',
    encodeURIComponent(address),
  )
  return html`
    <aside class="print-bar" aria-label="${words.share}">
      <print-button label="${words.print}"></print-button>
      <a href="${mail}">${words.sendByMail}</a>
      <span>${words.shareHint}</span>
      <p class="print-only">${address}</p>
    </aside>
  `
}
