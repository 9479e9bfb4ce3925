import type { Results } from '../../../finder/catalogue/model/query.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { soughtAgeText } from '../../shell/parts/ages.ts'
import { whatSought, whereSought } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'
import { searchForm } from './search-form.ts'

/** What was asked, on one line; the form to change it is folded behind it, and open where something needs it. */
export function askedLine(page: Page, read: ReadQuery, results: Results): Markup {
  const words = page.words.results
  const isOpen =
    (read.problems.length > 0 || read.saying?.isNearMe) &&
    html`
      open
    `
  return html`
    <details class="asked" ${isOpen}>
      <summary>
        <span>${saidLine(page, read, results)}</span>
        <span class="act">${words.change}</span>
      </summary>
      ${searchForm(page, read.asked, read.problems)}
    </details>
  `
}

function saidLine(page: Page, read: ReadQuery, results: Results): Markup {
  const what = whatSought(page, read, results)
  const first = what === '' ? page.words.results.everything : what
  const person = personText(page, read, results)
  const where = whereSought(page, read)
  return line`<b><bdi>${first}</bdi></b>${where && line` <bdi>${where}</bdi>`}${person && `, ${person}`}`
}

/** "female, 52 years": whom the studies shown are for; without what no study takes, and empty where it does not say. */
export function personText(
  page: Page,
  { soughtFor: { sex, age } }: ReadQuery,
  { understood: { without = [] } }: Results,
): string {
  const said = [
    ...(sex && !without.includes('sex') ? [page.words.results.sex[sex]] : []),
    ...(age && !without.includes('age') ? [soughtAgeText(page, age)] : []),
  ]
  return said.join(', ')
}
