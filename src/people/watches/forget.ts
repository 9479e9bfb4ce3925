import { hoursBefore } from '../asks/hours.ts'
import type { Records } from '../records/model/records.ts'

/** What was told, and what is off, is kept for so many days. */
const keepDays = 30
/** Longer than a list of changes is kept: a list that was met must not be met again. */
const importDays = 400

/** Deletes what is kept no longer of what programs asked to be told of. */
export async function forgetOldWatches(records: Records, now: Date): Promise<void> {
  const old = hoursBefore(now, keepDays * 24)
  await records.write(async (tx) => {
    await tx.deleteFrom('watch').where('off_at', '<', old).execute()
    await tx
      .deleteFrom('watch_event')
      .where('found_at', '<', old)
      .where((where) =>
        where.exists(
          where
            .selectFrom('watch')
            .select('watch.id')
            .whereRef('watch.id', '=', 'watch_event.watch_id')
            .whereRef('watch.told', '>=', 'watch_event.number'),
        ),
      )
      .execute()
    await tx
      .deleteFrom('watch_import')
      .where('matched_at', '<', hoursBefore(now, importDays * 24))
      .execute()
  })
}
