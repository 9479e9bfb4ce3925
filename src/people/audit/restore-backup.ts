import type { RecordsOptions } from '../records/model/records.ts'
import { restore, type Restored } from '../records/restore.ts'
import { type Anchor, writeRestored } from './anchors.ts'
import { audit, headOf } from './append.ts'

/** Puts a backup in the place of the records; the trail says so, and its anchors know that it was meant. */
export async function restoreBackup(
  file: string,
  options: RecordsOptions & { readonly replace: boolean; readonly now: Date },
): Promise<Restored> {
  let anchor: Anchor | undefined
  return restore(file, {
    ...options,
    written: async (tx, { madeAt, people, erasedAgain, heldBack }) => {
      await audit(tx, {
        at: options.now,
        actor: 'operator',
        action: 'records.restored',
        subject: 'records',
        details: { madeAt, people, erasedAgain, heldBack },
      })
      anchor = await headOf(tx)
    },
    placing: (keys) => {
      if (anchor) writeRestored({ dataDir: options.dataDir, keys }, anchor, options.now)
    },
  })
}
