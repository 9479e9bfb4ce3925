import type { Records, Tx } from '../people/records/model/records.ts'

/** What a person, a site or an operator did stands in these; what waits, is counted or follows from them is elsewhere. */
const acted = [
  'account',
  'account_role',
  'passkey',
  'session',
  'claim',
  'enquiry',
  'enquiry_event',
  'study_start',
  'site_setting',
  'reply_template',
  'site_word',
] as const

/** Records of which every transaction is watched, and the tables in which one changed rows without a line in the trail. */
export function auditedRecords(records: Records): {
  readonly records: Records
  readonly unaudited: string[]
} {
  const unaudited: string[] = []
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    records.write(async (tx) => {
      const before = await contentsOf(tx)
      const result = await work(tx)
      const after = await contentsOf(tx)
      const changed = acted.filter((table) => before.rows[table] !== after.rows[table])
      if (changed.length > 0 && before.lines === after.lines) unaudited.push(changed.join(', '))
      return result
    })
  return { records: { ...records, write }, unaudited }
}

async function contentsOf(
  tx: Tx,
): Promise<{ readonly lines: number; readonly rows: Readonly<Record<string, string>> }> {
  const rows: Record<string, string> = {}
  for (const table of acted) {
    const found = await tx.selectFrom(table).selectAll().execute()
    rows[table] = found
      .map((row) => JSON.stringify(row))
      .toSorted()
      .join('\n')
  }
  const { lines } = await tx
    .selectFrom('audit_event')
    .select(({ fn }) => fn.countAll().as('lines'))
    .executeTakeFirstOrThrow()
  return { lines: Number(lines), rows }
}
