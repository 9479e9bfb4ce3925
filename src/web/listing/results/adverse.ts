import type { AdverseEvents, AdverseRow, Affected } from '../../../finder/registry/study-results.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { fill, own } from '../../shell/parts/phrases.ts'
import { plainText } from '../parts/registry-text.ts'
import { shareText } from './numbers.ts'
import { tableHead, tableRow } from './table.ts'

/** How many people had serious and other events, serious first; each kind of event is folded, the commonest first. */
export function adverseSection(page: Page, adverse: AdverseEvents): Markup {
  const words = page.words.listing.results
  const { groups, serious, other } = adverse
  const rows = [
    { title: words.serious, counts: groups.map((group) => group.serious) },
    { title: words.other, counts: groups.map((group) => group.other) },
    { title: words.deaths, counts: groups.map((group) => group.deaths) },
  ].filter(({ counts }) => counts.some(({ affected }) => affected !== undefined))
  return html`
    <h3>${words.harm}</h3>
    <p class="small soft">${words.harmNote}</p>
    ${table(page, adverse, words.harm, rows)}
    ${each(page, adverse, words.seriousEach(serious.length), serious)}
    ${each(page, adverse, words.otherEach(other.length), other)}
  `
}

/** The registry has the rest. */
const mostShown = 25

function each(
  page: Page,
  adverse: AdverseEvents,
  title: string,
  events: readonly AdverseRow[],
): Markup | '' {
  if (events.length === 0) return ''
  const shown = events.slice(0, mostShown)
  const rows = shown.map(({ term, groups }) => ({
    title: own(page, plainText(term)),
    counts: groups,
  }))
  return html`
    <details class="more">
      <summary>${title}</summary>
      ${
        shown.length < events.length &&
        html`
          <p class="small">${page.words.listing.results.firstOf(shown.length, events.length)}</p>
        `
      }
      ${table(page, adverse, title, rows)}
    </details>
  `
}

interface Row {
  readonly title: Markup | string
  readonly counts: readonly Affected[]
}

function table(
  page: Page,
  { groups }: AdverseEvents,
  caption: string,
  rows: readonly Row[],
): Markup {
  const words = page.words.listing.results
  return html`
    <section class="scroll-x" tabindex="0" aria-label="${caption}">
      <table class="result-table">
        <caption class="unseen">${caption}</caption>
        ${tableHead([words.what, ...groups.map(({ title }) => own(page, plainText(title)))])}
        <tbody class="num">
          ${rows.map(({ title, counts }) =>
            tableRow(
              title,
              counts.map((count) => countText(page, count)),
            ),
          )}
        </tbody>
      </table>
    </section>
  `
}

function countText(page: Page, { affected, atRisk }: Affected): Markup | string {
  if (affected === undefined) return '–'
  const share = shareText(page, affected, atRisk)
  if (share === undefined) return String(affected)
  return html`
    ${fill(page.words.listing.results.of, { some: affected, all: atRisk ?? '' })}
    <span class="soft">(${share})</span>
  `
}
