import { html } from 'hono/html'
import { readDanger } from '../../../finder/question/danger.ts'
import type { Asked } from '../../../finder/question/asked.ts'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'

/** Where help is, above all else, for who speaks of dying or of danger to life now. Nothing is kept of it. */
export function helpNow(page: Page, { texts }: Asked): Markup | false {
  const danger = readDanger(`${texts.q} ${texts.cond}`.trim())
  if (!danger) return false
  const { title, lines, after } = page.words.search.helpNow[danger]
  return html`
    <section class="notice notice-warning" aria-labelledby="help-now">
      <h2 id="help-now">${title}</h2>
      <ul>
        ${lines().map(
          ([where, ...numbers]) => html`
            <li>
              ${where}
              ${numbers.map(
                (number) => html`
                  <a href="tel:${number.replace(/\D/g, '')}"><strong>${number}</strong></a>
                `,
              )}
            </li>
          `,
        )}
      </ul>
      <p>${after}</p>
    </section>
  `
}
