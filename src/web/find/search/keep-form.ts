import type { Results } from '../../../finder/catalogue/model/query.ts'
import { paramsOf, withStatusSaid, withTexts } from '../../../finder/question/asked.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { hiddenField } from '../../shell/parts/field.ts'
import { keepFormId } from '../../shell/parts/keep-slot.ts'
import { keptIn } from '../../shell/parts/kept.ts'
import { paths } from '../../shell/paths.ts'
import type { ReadQuery } from './read-query.ts'

/**
 * The form of the boxes, with the search that goes along and what was ticked on other pages; and below the list the tray
 * that leads to My list, which appears with the first tick.
 */
export function keepForm(page: Page, read: ReadQuery, results: Results): Markup {
  const words = page.words.list.tray
  const shown = new Set(results.hits.map(({ nctId }) => nctId))
  const elsewhere = keptIn(page).filter((id) => !shown.has(id))
  const search = paramsOf(withStatusSaid(withTexts(read.applied, {})))
  return html`
    <keep-tray
      class="tray no-print ${elsewhere.length > 0 ? 'tray-open' : ''}"
      data-said="${words.said}"
    >
      <form id="${keepFormId}" method="get" action="${link(page, paths.list())}">
        ${[...search, ['found', String(results.total)] as const].map(([name, value]) => hiddenField(name, value))}
        ${elsewhere.map((id) => hiddenField('keep', id))}
        ${elsewhere.map(
          () => html`
            <i class="kept-before"></i>
          `,
        )}
        <p>${words.on}</p>
        <button class="button button-small" type="submit" name="page" value="${results.page}">
          ${words.compare}
        </button>
      </form>
      <p class="unseen" role="status"></p>
    </keep-tray>
  `
}
