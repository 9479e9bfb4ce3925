import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../../words/language/language.ts'
import { told } from '../report/both.ts'
import type { CellValue, ReportCell } from '../report/cells.ts'
import type { ReportTable } from '../report/report.ts'
import { cellText } from './cell-text.ts'

/**
 * A table as a spreadsheet: for each column what people read, and beside it each number in a column of its own, with a
 * decimal point in both languages; last, the ids of the participants behind. Cells that a spreadsheet would run as a
 * formula are written as text.
 */
export function tableCsv(table: ReportTable, language: Language): string {
  const rows = table.rows.filter(({ heading }) => heading !== true)
  const columns = table.columns.map((column, at) => {
    const cells = rows.map(({ cells: all }) => all[at])
    return { column, fields: fieldsOf(cells), hasRows: cells.some((cell) => cell?.behind) }
  })
  const headings = columns.flatMap(({ column, fields, hasRows }) => [
    column.id,
    ...fields.map((field) => `${column.id}.${field}`),
    ...(hasRows && table.kind === 'summary' ? [`${column.id}.participants`] : []),
  ])
  const lines = rows.map((row) => [
    row.id,
    told(row.label, language),
    ...columns.flatMap(({ fields, hasRows }, at) => {
      const cell = row.cells[at]
      const numbers = cell ? numbersOf(cell.value) : {}
      const people = (cell?.behind?.rows ?? []).map(({ participant }) => participant).join(' ')
      return [
        cell ? cellText(cell.value, language) : '',
        ...fields.map((field) => numbers[field] ?? ''),
        ...(hasRows && table.kind === 'summary' ? [people] : []),
      ]
    }),
  ])
  return stringify([['row', 'label', ...headings], ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

function fieldsOf(cells: readonly (ReportCell | undefined)[]): readonly string[] {
  const names = cells.flatMap((cell) => (cell ? Object.keys(numbersOf(cell.value)) : []))
  return [...new Set(names)]
}

/** The numbers of a value by their names, as text: whole ones as they are, others as JavaScript writes them. */
function numbersOf(value: CellValue): Readonly<Record<string, string>> {
  if (value.is === 'words' || value.is === 'text') return {}
  const { is: _is, ...numbers } = value
  return Object.fromEntries(
    Object.entries(numbers)
      .filter(([name]) => name !== 'digits')
      .map(([name, number]) => [name, number === null ? '' : String(number)]),
  )
}
