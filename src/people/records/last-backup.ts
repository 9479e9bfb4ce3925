import type { Reader } from './model/records.ts'

/** When these records were last backed up (ISO, UTC); undefined for never. */
export async function lastBackup(db: Reader): Promise<string | undefined> {
  const row = await db.selectFrom('instance').select('backed_up_at').executeTakeFirst()
  return row?.backed_up_at ?? undefined
}
