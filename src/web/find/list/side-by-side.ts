import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { carriedTo } from '../../shell/parts/carried.ts'
import { listLink } from '../../shell/parts/my-list.ts'
import type { Slot } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'
import { tellMeLink } from '../../shell/parts/tell-me.ts'
import { type Column, type Row, shortNameOf, columnTitle } from './column.ts'
import { moreRows } from './more-rows.ts'
import type { AskedList } from './read-list.ts'
import { rows } from './rows.ts'

/** More columns than this are no table on paper: there each line has its studies under it, as on a phone. */
const mostOnPaper = 4

/** The studies side by side, with what else can be compared under a fold. */
export function sideBySide(page: Page, list: AskedList, columns: readonly Column[]): Markup {
  const words = page.words.list
  const many = columns.length > mostOnPaper ? 'compare compare-many' : 'compare'
  return html`
    <section class="flow" aria-labelledby="side-by-side">
      <h2 id="side-by-side">${words.sideBySide}</h2>
      <div class="scroll-x">
        <table class="${many}">
          <caption class="unseen">${words.table(columns.length)}</caption>
          <thead>
            <tr>
              <td></td>
              ${columns.map((column) => heading(list, column, true))}
            </tr>
          </thead>
          <tbody>${said(columns, rows)} ${telling(columns)} ${removal(list, columns)}</tbody>
        </table>
      </div>
      <details class="fold no-print">
        <summary>${words.more}</summary>
        <div class="scroll-x">
          <table class="${many}">
            <caption class="unseen">${words.more}</caption>
            <thead>
              <tr>
                <td></td>
                ${columns.map((column) => heading(list, column, false))}
              </tr>
            </thead>
            <tbody>${said(columns, moreRows)}</tbody>
          </table>
        </div>
      </details>
    </section>
  `
}

/** On a phone the row of titles is not shown as columns: each is a line of its own there. */
function heading({ carried }: AskedList, column: Column, isFirst: boolean): Markup {
  const { page, nctId, number } = column
  const title = columnTitle(column)
  return html`
    <th scope="col" ${isFirst && id(`hit-${number}`)}>
      <a href="${carriedTo(page, paths.study(nctId), carried)}">${number}. ${title}</a>
    </th>
  `
}

function id(name: string): Markup {
  return html`
    id="${name}"
  `
}

/** Lines of which no record says anything are left out. */
function said(columns: readonly Column[], lines: readonly Row[]): readonly Markup[] {
  return lines.flatMap((row) => {
    const cells = columns.map((column) => row.cell(column))
    return cells.every((cell) => cell === undefined) ? [] : [bodyRow(columns, row, cells)]
  })
}

function bodyRow(
  columns: readonly Column[],
  { name }: Row,
  cells: readonly (Slot | undefined)[],
): Markup {
  const [first] = columns
  return html`
    <tr data-row="${name}">
      <th scope="row">${first && rowName(first, name)}</th>
      ${columns.map(
        (column, at) => html`
          <td data-study="${shortNameOf(column)}">
            <div>${cells[at] ?? notSaid(column)}</div>
          </td>
        `,
      )}
    </tr>
  `
}

function rowName({ page, person }: Column, name: Row['name']): string {
  const words = page.words.list
  if (name !== 'fits') return words.rows[name]
  return person.age === undefined && person.sex === undefined ? words.rows.fits : words.itFits
}

function notSaid({ page }: Column): Markup {
  return html`
    <span class="soft">${page.words.list.notSaid}</span>
  `
}

/** The way to hear of each study by mail. */
function telling(columns: readonly Column[]): Markup {
  const [first] = columns
  if (!first) return html``
  return html`
    <tr class="no-print">
      <th scope="row">${first.page.words.list.tell}</th>
      ${columns.map(
        (column) => html`
          <td data-study="${shortNameOf(column)}">
            ${tellMeLink(column)}
            <span class="unseen">: ${column.number}, ${column.nctId}</span>
          </td>
        `,
      )}
    </tr>
  `
}

function removal({ ids, carried }: AskedList, columns: readonly Column[]): Markup {
  const [first] = columns
  if (!first) return html``
  const words = first.page.words.list
  return html`
    <tr class="no-print">
      <th scope="row"><span class="unseen">${words.change}</span></th>
      ${columns.map((column) => {
        const rest = ids.filter((one) => one !== column.nctId)
        return html`
          <td data-study="${shortNameOf(column)}">
            <a href="${listLink(column.page, rest, carried)}">
              ${words.remove}
              <span class="unseen">: ${column.number}, ${column.nctId}</span>
            </a>
          </td>
        `
      })}
    </tr>
  `
}
