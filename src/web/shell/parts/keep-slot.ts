import { html, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { keptIn } from './kept.ts'

/** The form to which the boxes of a page belong: it leads to the list, or with them to another page of results. */
export const keepFormId = 'keep-form'

/** The box in a study's card by which it is kept; ticked where the address keeps it already. */
export function keepSlot(page: Page, nctId: string, title: string): Markup {
  const checked =
    keptIn(page).includes(nctId) &&
    html`
      checked
    `
  return html`
    <label class="keep">
      <input type="checkbox" name="keep" value="${nctId}" form="${keepFormId}" ${checked} />
      <span>
        ${page.words.list.keep}
        <span class="unseen">${title}</span>
      </span>
    </label>
  `
}
