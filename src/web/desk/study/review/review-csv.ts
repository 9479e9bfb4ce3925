import { stringify } from 'csv-stringify/sync'
import { deviationLines } from '../../../../study/in-words/outcomes.ts'
import { queryTitle } from '../../participants/parts/about-query.ts'
import type { RunView } from '../parts/study-view.ts'
import type { StudyDeviations } from './study-deviations-page.ts'
import { daysOpen, type StudyQueries } from './study-queries-page.ts'

/** Queries as a spreadsheet: numbers of participants, and nothing that anybody wrote. */
export function queriesCsv({ page, app }: RunView, { list, sites, telling }: StudyQueries): string {
  const { queries, roles, system } = page.words.review
  return csvOf(
    Object.values(queries.csvHead),
    list.map((one) => [
      one.number,
      sites.find(({ site }) => site === one.site)?.name ?? one.site,
      queryTitle(telling, one),
      queries.states[one.state],
      one.openedAt,
      one.rule === null ? (roles[one.openedRole] ?? one.openedRole) : system,
      String(daysOpen(one.openedAt, app.now())),
    ]),
  )
}

/** Deviations as a spreadsheet: numbers of participants, what the engine says, and the class; no reasons that people wrote. */
export function deviationsCsv(
  { page }: RunView,
  { list, sites, telling }: StudyDeviations,
): string {
  const words = page.words.review.deviations
  return csvOf(
    Object.values(words.csvHead),
    list.map((one) => {
      const [first = '', ...rest] = deviationLines(telling, one.deviation)
      return [
        one.number,
        sites.find(({ site }) => site === one.site)?.name ?? one.site,
        one.raisedAt,
        first,
        rest.join(' '),
        one.class === null ? '' : words.classes[one.class],
        one.classedAt ?? '',
      ]
    }),
  )
}

/** Cells that a spreadsheet would run as a formula are written as text. */
function csvOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) =>
    // A line's end before a formula would hide it from who looks for formulas.
    cells.map((cell) => cell.replace(/[\p{Cc}\p{Z}\p{Cf}]+/gu, ' ').trim()),
  )
  return stringify([headings, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}
