import type {
  MeasuredValue,
  ResultAnalysis,
  ResultOutcome,
} from '../../../finder/registry/study-results.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { fill, lookup, own, type Slot } from '../../shell/parts/phrases.ts'
import { plainText } from '../parts/registry-text.ts'
import { outcomeBars } from './bars.ts'
import { shareText, writtenNumber } from './numbers.ts'
import { tableHead, tableRow } from './table.ts'

/** An outcome with its picture, the table of the same numbers, and the comparison that the team gives. */
export function outcomeFigure(page: Page, outcome: ResultOutcome): Markup {
  const words = page.words.listing.results
  const { title, timeFrame, unit, param, analysis } = outcome
  return html`
    <figure class="card flow result">
      <figcaption>
        <b>${own(page, plainText(title))}</b>
        <span class="soft small">(${words.main})</span>
      </figcaption>
      <p class="small soft">
        ${lookup(words.param, param) ?? words.value}.
        ${unit && fill(words.unit, { unit: own(page, unit) })}
        ${timeFrame && fill(words.when, { time: own(page, timeFrame) })}
      </p>
      ${outcomeBars(page, outcome)} ${table(page, outcome)} ${analysis && compared(page, analysis)}
    </figure>
  `
}

/** A row for each group; where more than two things were measured, a row for each of them. */
function table(page: Page, outcome: ResultOutcome): Markup {
  const title = plainText(outcome.title)
  return html`
    <section class="scroll-x" tabindex="0" aria-label="${title}">
      <table class="result-table">
        <caption class="unseen">${own(page, title)}</caption>
        ${outcome.rows.length > 2 ? byThing(page, outcome) : byGroup(page, outcome)}
      </table>
    </section>
  `
}

function byGroup(page: Page, outcome: ResultOutcome): Markup {
  const { groups, measured, rows } = outcome
  const words = page.words.listing.results
  const heads = [
    words.group,
    words.people,
    ...rows.map(({ title }) => named(page, title, words.value)),
  ]
  return html`
    ${tableHead(heads)}
    <tbody class="num">
      ${groups.map(({ title }, at) =>
        tableRow(named(page, title, words.group), [
          measured[at] ?? '–',
          ...rows.map(({ values }) => cell(page, outcome, values[at], measured[at])),
        ]),
      )}
    </tbody>
  `
}

function byThing(page: Page, outcome: ResultOutcome): Markup {
  const { groups, measured, rows } = outcome
  const words = page.words.listing.results
  const heads = [words.what, ...groups.map(({ title }) => named(page, title, words.group))]
  return html`
    ${tableHead(heads)}
    <tbody class="num">
      ${tableRow(
        words.people,
        measured.map((count) => count ?? '–'),
      )}
      ${rows.map(({ title, values }) =>
        tableRow(
          named(page, title, words.value),
          values.map((value, at) => cell(page, outcome, value, measured[at])),
        ),
      )}
    </tbody>
  `
}

function named(page: Page, title: string, otherwise: string): Slot {
  return title === '' ? otherwise : own(page, plainText(title))
}

function cell(
  page: Page,
  { param }: ResultOutcome,
  measured: MeasuredValue | undefined,
  people: number | undefined,
): Markup {
  if (!measured) return line`–`
  const words = page.words.listing.results
  const number = writtenNumber(page, measured.value)
  const isCount = param === 'COUNT_OF_PARTICIPANTS' && /^\d+$/.test(measured.value)
  const share = isCount ? shareText(page, Number(measured.value), people) : undefined
  const around =
    measured.low !== undefined && measured.high !== undefined
      ? fill(words.between, {
          low: writtenNumber(page, measured.low),
          high: writtenNumber(page, measured.high),
        })
      : measured.spread !== undefined
        ? fill(words.spread, { spread: writtenNumber(page, measured.spread) })
        : undefined
  return line`${number}${share && line` <span class="soft">(${share})</span>`}${around && line` <span class="soft">(${around})</span>`}`
}

/** The team's own comparison, number by number as it wrote them. */
function compared(page: Page, analysis: ResultAnalysis): Markup {
  const words = page.words.listing.results
  const { param, estimate, ciPercent, low, high, pValue, method } = analysis
  const parts = [
    param && estimate && line`${own(page, param)} ${writtenNumber(page, estimate)}`,
    ciPercent &&
      low &&
      high &&
      fill(words.interval, {
        percent: writtenNumber(page, ciPercent),
        low: writtenNumber(page, low),
        high: writtenNumber(page, high),
      }),
    pValue && fill(words.pValue, { p: pOf(page, pValue) }),
    method && own(page, method),
  ].filter((part) => part !== undefined && part !== '')
  return html`
    <p class="small">
      ${words.compared}
      ${parts.length > 0 ? fill(words.estimate, { estimate: line`${parts.map((part, at) => line`${at > 0 ? ', ' : ''}${part}`)}.` }) : ''}
    </p>
  `
}

/** "p < 0.05" keeps its sign; a bare number gets one. */
function pOf(page: Page, text: string): string {
  const [, sign = '=', number = text] = /^\s*([<>=≤≥]+)?\s*(.*)$/.exec(text) ?? []
  return `${sign} ${writtenNumber(page, number.trim())}`
}
