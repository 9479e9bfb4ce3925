import { readDanger } from '../../../finder/question/danger.ts'
import type { Asked } from '../../../finder/question/asked.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'

/** The same for programs; nothing where nothing of the kind is said. */
export function helpNowJson(page: Page, asked: Asked): object {
  const told = helpToTell(page, wordsTyped(asked))
  return told ? { helpNow: told } : {}
}

/** Where help is, above all else, for who speaks of dying or of danger to life now. Nothing is kept of it. */
export function helpNow(page: Page, asked: Asked): Markup | false {
  return helpNowOf(page, wordsTyped(asked))
}

/** The same for words typed on another page. */
export function helpNowOf(page: Page, typed: string): Markup | false {
  const told = helpToTell(page, typed)
  if (!told) return false
  const { title, lines, after } = told
  return html`
    <section class="notice notice-warning" aria-labelledby="help-now">
      <h2 id="help-now">${title}</h2>
      <ul>
        ${lines.map(
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

function wordsTyped({ texts }: Asked): string {
  return `${texts.q} ${texts.cond}`.trim()
}

function helpToTell({ words }: Page, typed: string) {
  const why = readDanger(typed)
  if (!why) return undefined
  const { title, lines, after } = words.search.helpNow[why]
  return { why, title, lines: lines(), after }
}
