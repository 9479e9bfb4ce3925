import type { Wording } from '../../protocol/document/node.ts'
import type { Behind, BehindRow, ReportCell } from './cells.ts'

/** Who is counted among, and by what. */
export interface Counting {
  readonly set?: Wording
  readonly rule?: NonNullable<Behind['rule']>
  readonly method?: string
}

/** `n` of `of` people, with those who are counted behind it. */
export function shareCell(
  rows: readonly BehindRow[],
  of: number,
  counting: Counting = {},
): ReportCell {
  return {
    value: { is: 'share', n: rows.length, of },
    behind: { ...counting, denominator: of, rows },
  }
}

/** So many people, with those who are counted behind it. */
export function countCell(rows: readonly BehindRow[], counting: Counting = {}): ReportCell {
  return { value: { is: 'count', n: rows.length }, behind: { ...counting, rows } }
}

/** So many of something that each person may have several of. */
export function totalCell(
  n: number,
  rows: readonly BehindRow[],
  counting: Counting = {},
): ReportCell {
  return { value: { is: 'count', n }, behind: { ...counting, rows } }
}
