import type { ResultOutcome } from '../../../finder/registry/study-results.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { fill, own } from '../../shell/parts/phrases.ts'
import { plainText } from '../parts/registry-text.ts'
import { shareText, writtenNumber } from './numbers.ts'

/** A bar for each group where an outcome is one number each, not below zero; the table beside it says the same. */
export function outcomeBars(page: Page, outcome: ResultOutcome): Markup | '' {
  const bars = barsOf(page, outcome)
  if (bars === undefined) return ''
  return html`
    <div class="bars" aria-hidden="true">
      ${bars.map(
        ({ name, said, width }, at) => html`
          <div>
            <span>${own(page, plainText(name))}</span>
            <b class="num">${said}</b>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none">
              <rect class="${at === 0 ? 'bar-a' : 'bar-b'}" width="${width}" height="6" />
            </svg>
          </div>
        `,
      )}
    </div>
  `
}

interface Bar {
  readonly name: string
  readonly said: Markup | string
  /** Of 100. */
  readonly width: string
}

/** People are drawn as their share of all who were measured, other numbers as their share of the greatest. */
function barsOf(
  page: Page,
  { groups, rows, measured, param }: ResultOutcome,
): readonly Bar[] | undefined {
  const [row, ...others] = rows
  if (!row || others.length > 0 || groups.length < 2 || groups.length > 8) return undefined
  const numbers = row.values.map((value) => Number(value?.value))
  if (!numbers.every((number) => Number.isFinite(number) && number >= 0)) return undefined
  const isCount = param === 'COUNT_OF_PARTICIPANTS'
  const greatest = Math.max(...numbers)
  if (greatest === 0) return undefined
  return groups.map(({ title }, at) => {
    const number = numbers[at] ?? 0
    const all = measured[at]
    const written = writtenNumber(page, row.values[at]?.value ?? '')
    const share = isCount ? shareText(page, number, all) : undefined
    const of = fill(page.words.listing.results.of, { some: written, all: all ?? '' })
    const width = share !== undefined && all ? (100 * number) / all : (100 * number) / greatest
    return {
      name: title,
      said:
        share === undefined
          ? written
          : html`
              ${of} (${share})
            `,
      width: width.toFixed(1),
    }
  })
}
