import { quantiles } from '../../statistics/quantiles.ts'
import type { BehindRow, CellValue, ReportCell } from './cells.ts'
import type { Counting } from './counted.ts'

/** A number of a participant, and the facts it is from. */
export interface MeasuredNumber extends BehindRow {
  readonly number: number
}

/** What is said of a list of numbers: one row of a table each. */
export const spreadRows = ['n', 'mean', 'median', 'range'] as const

/** A cell for each of `spreadRows`. Quartiles are those of SAS's definition 5. */
export function spreadCells(
  measured: readonly MeasuredNumber[],
  digits: number,
  counting: Counting = {},
): readonly ReportCell[] {
  const rows = measured.map(({ participant, facts }) => ({ participant, facts }))
  const all = quantiles({ values: measured.map(({ number }) => number) })
  const { n, mean, sd, min, max } = all
  const [lower, median, upper] = all.sas5
  const nothing: CellValue = { is: 'nothing' }
  const values: readonly CellValue[] = [
    { is: 'count', n },
    mean === null ? nothing : { is: 'mean', mean, sd, digits },
    median === undefined || lower === undefined || upper === undefined
      ? nothing
      : { is: 'median', median, lower, upper, digits },
    min === null ? nothing : { is: 'range', lower: min, upper: max, digits },
  ]
  const behind = { ...counting, method: all.method, denominator: n, rows }
  return values.map((value) => ({ value, behind }))
}
