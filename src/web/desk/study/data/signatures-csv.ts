import { stringify } from 'csv-stringify/sync'
import type { SignatureRow } from '../../../../study/conduct/review/signature-rows.ts'

/** The columns of the file of signatures, the same in every language, for machines. */
const columns = [
  'participant',
  'site',
  'meaning',
  'signed_by',
  'role',
  'signed_at',
  'version',
  'content_sha256',
  'holds',
  'void_at',
  'void_because',
  'made_up',
] as const

/** Signatures as a spreadsheet, each with its printed name, meaning and moment; cells that it would run as a formula are text. */
export function signaturesCsv(rows: readonly SignatureRow[]): string {
  return stringify(rows.map(cells), {
    bom: true,
    header: true,
    columns: [...columns],
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

function cells(row: SignatureRow): Record<(typeof columns)[number], string> {
  return {
    participant: row.participant,
    site: row.site,
    meaning: row.meaning,
    signed_by: row.name,
    role: row.role,
    signed_at: row.signedAt,
    version: row.version,
    content_sha256: row.contentHash,
    holds: row.holds ? 'true' : 'false',
    void_at: row.voidAt,
    void_because: row.voidBecause,
    made_up: row.isMadeUp ? 'true' : 'false',
  }
}
