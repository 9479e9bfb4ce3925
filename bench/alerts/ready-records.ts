import { join } from 'node:path'
import { readManifest } from '../../src/finder/catalogue/model/manifest.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import type { Records } from '../../src/people/records/model/records.ts'
import { insertRows } from '../../src/people/records/model/rows.ts'
import type { Prepared } from './prepare.ts'
import { recordsOptions } from './records-options.ts'
import { type Seeded, seedRecords } from './seed-records.ts'
import type { Settings } from './watched.ts'

/** Fills new records with people and alerts, who wait for the last import alone. */
export async function readyRecords(
  { dataDir, subjects }: Prepared,
  settings: Settings,
  subscriptions: number,
  say: (text: string) => void,
): Promise<Seeded> {
  const older = readManifest(join(dataDir, 'catalogue'))?.changeLists?.slice(0, -1) ?? []
  return withRecords(settings, async (records) => {
    const seeded = await seedRecords(records, subjects, subscriptions, say)
    const counts = { matched_at: new Date().toISOString(), studies: 0, subscriptions: 0, news: 0 }
    const rows = older.map(({ name }) => ({ change_list: name, ...counts }))
    await records.write((tx) => insertRows(tx, 'matched_import', rows))
    return seeded
  })
}

/** Forgets what the last import was matched to. */
export async function forgetMatches(settings: Settings, dataDir: string): Promise<void> {
  const newest = readManifest(join(dataDir, 'catalogue'))?.changeLists?.at(-1)?.name ?? ''
  await withRecords(settings, (records) =>
    records.writeLightly(async (tx) => {
      await tx.deleteFrom('news').execute()
      await tx.deleteFrom('finding').execute()
      await tx.deleteFrom('matched_import').where('change_list', '=', newest).execute()
    }),
  )
}

export async function withRecords<T>(
  settings: Settings,
  work: (records: Records) => Promise<T>,
): Promise<T> {
  const records = await openRecords(recordsOptions(settings))
  try {
    return await work(records)
  } finally {
    await records.close()
  }
}
