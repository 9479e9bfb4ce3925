import type { CountedRow, ResultFlow } from '../../../finder/registry/study-results.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { fill, lookup, own } from '../../shell/parts/phrases.ts'
import { plainText } from '../parts/registry-text.ts'
import { tableHead, tableRow } from './table.ts'

/** How many people began, stayed, and left and why, group by group. */
export function participantFlow(page: Page, { groups, rows }: ResultFlow): Markup {
  const words = page.words.listing.results
  return html`
    <section class="scroll-x" tabindex="0" aria-label="${words.flow}">
      <table class="result-table">
        <caption class="unseen">${words.flow}</caption>
        ${tableHead([words.what, ...groups.map(({ title }) => own(page, plainText(title)))])}
        <tbody class="num">
          ${rows.map((row) =>
            tableRow(
              rowTitle(page, row),
              row.counts.map((count) => count ?? '–'),
            ),
          )}
        </tbody>
      </table>
    </section>
  `
}

function rowTitle(page: Page, { kind, title }: CountedRow): Markup {
  const words = page.words.listing.results
  if (kind === 'left') {
    const reason = lookup(words.reason, title)
    return fill(words.left, { why: reason ?? own(page, plainText(title)) })
  }
  const [, before = '', step = title] = /^(.*: )?([^:]*)$/.exec(title) ?? []
  const said = lookup(words.step, step)
  return html`
    ${before && own(page, before)}${said ?? own(page, plainText(step))}
  `
}
