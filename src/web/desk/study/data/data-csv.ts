import { stringify } from 'csv-stringify/sync'
import type { DataRow } from '../../../../study/conduct/review/data-listing.ts'

/** The columns of a file of rows, the same in every language, for machines. */
const columns = [
  'participant',
  'site',
  'seq',
  'id',
  'item',
  'value',
  'not_known',
  'unit',
  'body_site',
  'method',
  'at',
  'visit',
  'details',
  'recorded_at',
  'recorded_by',
  'corrects',
  'corrected_by',
  'reason',
  'made_up',
] as const

/** Rows as a spreadsheet, with their heads if `isFirst`; cells that it would run as a formula are written as text. */
export function dataCsv(rows: readonly DataRow[], isFirst: boolean): string {
  return stringify(rows.map(cells), {
    bom: isFirst,
    header: isFirst,
    columns: [...columns],
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

function cells(row: DataRow): Record<(typeof columns)[number], string> {
  const { fact } = row
  return {
    participant: row.participant,
    site: row.site,
    seq: String(row.seq),
    id: fact.id,
    item: fact.item,
    value: fact.value === null ? '' : String(fact.value),
    not_known: row.isNotKnown ? 'true' : 'false',
    unit: fact.unit ?? '',
    body_site: fact.site ?? '',
    method: fact.method ?? '',
    at: fact.at,
    visit: fact.visit ?? '',
    details: fact.details ? JSON.stringify(fact.details) : '',
    recorded_at: fact.recordedAt ?? '',
    recorded_by: fact.recordedBy ?? '',
    corrects: fact.corrects ?? '',
    corrected_by: row.correctedBy ?? '',
    reason: fact.reason ?? '',
    made_up: row.isMadeUp ? 'true' : 'false',
  }
}
