import { html } from 'hono/html'
import { readDanger } from '../../../finder/question/danger.ts'
import type { Asked } from '../../../finder/question/asked.ts'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'

/** The same for programs; nothing where nothing of the kind is said. */
export function helpNowJson({ words }: Page, { texts }: Asked): object {
  const danger = readDanger(`${texts.q} ${texts.cond}`.trim())
  if (!danger) return {}
  const { title, lines, after } = words.search.helpNow[danger]
  return { helpNow: { why: danger, title, lines: lines(), after } }
}

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
