import { stringify } from 'csv-stringify/sync'
import type { Page } from '../shell/page.ts'
import type { TrailRow } from './trail-rows.ts'

/** Lines of the trail as a spreadsheet; cells that it would run as a formula are written as text. */
export function trailCsv(page: Page, rows: readonly TrailRow[]): string {
  const columns = Object.entries(page.words.trail.columns).map(([key, header]) => ({ key, header }))
  return stringify([...rows], {
    bom: true,
    header: true,
    columns,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}
