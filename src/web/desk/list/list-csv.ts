import { stringify } from 'csv-stringify/sync'
import type { DeskRow } from '../../../people/enquiries/desk/row.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { siteText } from '../../shell/parts/known-site.ts'
import { countReadings } from '../parts/readings.ts'
import { studyName } from '../parts/study-name.ts'
import { whoText } from '../parts/who-text.ts'

/**
 * Enquiries as a spreadsheet, without what would reach a person: no name, address, telephone or message. Cells that a
 * spreadsheet would run as a formula are written as text.
 */
export function deskCsv(
  view: DeskView,
  rows: readonly DeskRow[],
  names: ReadonlyMap<string, string>,
): string {
  const headings = Object.values(view.page.words.desk.csv)
  const lines = rows.map((row) => rowOf(view, row, names).map(oneLine))
  return stringify([headings, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

/** In the order of `words.desk.csv`. */
function rowOf(
  { page, app }: DeskView,
  row: DeskRow,
  names: ReadonlyMap<string, string>,
): readonly (string | number)[] {
  const words = page.words.desk
  const { details } = row
  const counts = details.answers && countReadings(details.answers)
  return [
    row.caseNumber,
    whoText(page, details),
    words.enquiry.languages[row.language],
    details.place?.name ?? '',
    details.place?.km === undefined ? '' : Math.round(details.place.km),
    row.study,
    studyName(page, app, row.study).text,
    siteText(row.siteLabel),
    words.states[row.state],
    row.stateAt,
    counts?.met ?? '',
    counts?.['not met'] ?? '',
    counts?.presumed ?? '',
    counts?.unknown ?? '',
    (row.takenBy !== null && names.get(row.takenBy)) || '',
    row.dueAt ?? '',
    row.askedAt,
    row.answeredAt ?? '',
  ]
}

/** A tab or a line's end before a formula would hide it from the eye of a reader and of the one who looks for formulas. */
function oneLine(cell: string | number): string | number {
  return typeof cell === 'number' ? cell : cell.replace(/[\p{Cc}\p{Z}\p{Cf}]+/gu, ' ').trim()
}
