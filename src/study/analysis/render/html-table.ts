import { html } from 'hono/html'
import type { Language } from '../../../words/language/language.ts'
import { reportWords } from '../../../words/report.ts'
import { told } from '../report/both.ts'
import type { ReportRow, ReportTable } from '../report/report.ts'
import { factAnchor, participantAnchor, sound } from './anchors.ts'
import { cellMarkup, type PageMemory, type ReportMarkup } from './html-cell.ts'

/** How a table is set into the page. */
export interface TableSetting {
  readonly language: Language
  readonly memory: PageMemory
  /** `Table 3`. */
  readonly number: string
  /** Said again on each printed page. */
  readonly mark: string
  /** Where each participant is told of elsewhere, by their number. */
  readonly participants?: Readonly<Record<string, string>>
}

/** A table as HTML. Its title and footnotes are repeated on each page it is printed on. */
export function tableMarkup(table: ReportTable, setting: TableSetting): ReportMarkup {
  const { language, number } = setting
  const { id, kind } = table
  return html`
    <section class="part ${kind}" id="${id}">
      <h3 id="${id}-title">${number}. ${told(table.title, language)}</h3>
      <section class="wide" aria-labelledby="${id}-title" tabindex="0">
        <table aria-labelledby="${id}-title">
          ${headMarkup(table, setting)}
          <tbody>${table.rows.map((row) => rowMarkup(table, row, setting))}</tbody>
          ${notesMarkup(table, language)}
        </table>
      </section>
    </section>
  `
}

function headMarkup(
  { columns, title, labelTitle }: ReportTable,
  { language, number, mark }: TableSetting,
): ReportMarkup {
  const words = reportWords(language)
  const printed = `${mark === '' ? '' : `${mark} · `}${number}. ${told(title, language)}`
  return html`
    <thead>
      <tr class="print-title" aria-hidden="true">
        <td colspan="${String(columns.length + 1)}">${printed}</td>
      </tr>
      <tr>
        <th scope="col">${told(labelTitle, language)}</th>
        ${columns.map(
          (column) => html`
            <th scope="col">
              ${told(column.title, language)}
              ${
                column.of === undefined
                  ? ''
                  : html`
                      <br />
                      ${words.ofPeople(column.of)}
                    `
              }
            </th>
          `,
        )}
      </tr>
    </thead>
  `
}

/**
 * The footnotes, on each page that the table is printed on. A browser repeats no more than a quarter of a page: longer
 * notes stand once, under the last row, and what is repeated says so.
 */
function notesMarkup(table: ReportTable, language: Language): ReportMarkup | string {
  const notes = table.footnotes.map((note) => told(note, language))
  if (notes.length === 0) return ''
  const length = notes.reduce((sum, note) => sum + note.length + lineOfNote, 0)
  if (length <= mostRepeated)
    return html`
      <tfoot>${notesRow(table, notes)}</tfoot>
    `
  return html`
    <tbody>${notesRow(table, notes)}</tbody>
    <tfoot>
      <tr class="print-title" aria-hidden="true">
        <td colspan="${String(table.columns.length + 1)}">
          <p>${reportWords(language).notesAtEnd(notes.length)}</p>
        </td>
      </tr>
    </tfoot>
  `
}

/** So many letters of notes are repeated; each note also takes the room of half a line. */
const mostRepeated = 1200
const lineOfNote = 80

function notesRow({ columns }: ReportTable, notes: readonly string[]): ReportMarkup {
  return html`
    <tr class="notes">
      <td colspan="${String(columns.length + 1)}">
        ${notes.map(
          (note) => html`
            <p>${note}</p>
          `,
        )}
      </td>
    </tr>
  `
}

function rowMarkup(
  table: ReportTable,
  row: ReportRow,
  { language, memory, participants }: TableSetting,
): ReportMarkup {
  const label = told(row.label, language)
  const place = placeOf(table, row)
  if (row.heading === true)
    return html`
      <tr class="depth-${String(row.depth)}" id="${place}">
        <th scope="rowgroup" colspan="${String(table.columns.length + 1)}">${label}</th>
      </tr>
    `
  const isListing = table.kind === 'listing'
  const href = isListing ? hrefOf(table, row, participants) : undefined
  return html`
    <tr class="depth-${String(row.depth)}" id="${place}">
      <th scope="row">
        ${
          href === undefined
            ? label
            : html`
                <a href="${href}">${label}</a>
              `
        }
      </th>
      ${row.cells.map(
        (cell) => html`
          <td>${cellMarkup(cell, language, memory, isListing)}</td>
        `,
      )}
    </tr>
  `
}

/** From a row to its participant: in the list of them, and from there to where they are told of, if the reader may see that. */
function hrefOf(
  { id }: ReportTable,
  { label }: ReportRow,
  participants: TableSetting['participants'] = {},
): string | undefined {
  const number = label.en
  if (id !== 'list-participants') return `#${participantAnchor(number)}`
  return Object.hasOwn(participants, number) ? participants[number] : undefined
}

/** Where links to a participant or a fact lead. */
function placeOf({ id }: ReportTable, { id: row, label }: ReportRow): string {
  if (id === 'list-participants') return participantAnchor(row)
  if (id === 'list-facts') return factAnchor(label.en, row.slice(label.en.length + 1))
  return sound(`${id}-${row}`)
}
