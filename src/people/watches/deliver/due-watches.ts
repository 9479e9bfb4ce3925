import { confirmHours, hoursBefore } from '../../asks/hours.ts'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Records } from '../../records/model/records.ts'
import type { Tables } from '../../records/model/tables.ts'
import { openSoundWatch, type Watch } from '../model/watch.ts'
import { freed, switchOff } from './switch-off.ts'

/** How long a watch is one sender's: longer than the host of any is waited for. */
const leaseMs = 180_000
const mostAtOnce = 100

/** Takes watches of which something is due and that no other sender has. */
export async function takeDueWatches(
  records: Records,
  holder: string,
  now: Date,
): Promise<Watch[]> {
  const at = now.toISOString()
  // A look costs nothing; a write would hold others up, every other second, where there is nothing to do.
  const waiting = await records.db
    .selectFrom('watch')
    .select('id')
    .where('due_at', '<=', at)
    .limit(1)
    .execute()
  if (waiting.length === 0) return []
  const until = new Date(now.getTime() + leaseMs).toISOString()
  const rows = await records.writeLightly((tx) =>
    tx
      .updateTable('watch')
      .set({ lease_holder: holder, lease_until: until })
      .where('id', 'in', (where) =>
        where
          .selectFrom('watch')
          .select('id')
          .where('due_at', '<=', at)
          .where((row) => isFree(row, now))
          .orderBy('due_at')
          .limit(mostAtOnce),
      )
      // Who waited for another sender finds here that it was taken meanwhile.
      .where((row) => isFree(row, now))
      .where('due_at', '<=', at)
      .returningAll()
      .execute(),
  )
  const opened = rows.map((row) => ({ id: row.id, watch: openSoundWatch(records.keys, row) }))
  for (const { id, watch } of opened)
    if (!watch) await records.write((tx) => switchOff(tx, id, 'damaged', now))
  return opened.flatMap(({ watch }) => watch ?? [])
}

/** Nobody has it, or not any more; or it was taken for longer than anybody takes it, by a clock that was ahead. */
function isFree(row: ExpressionBuilder<Tables, 'watch'>, now: Date): Expression<SqlBool> {
  return row.or([
    row('lease_until', 'is', null),
    row('lease_until', '<=', now.toISOString()),
    row('lease_until', '>', new Date(now.getTime() + 2 * leaseMs).toISOString()),
  ])
}

/** Gives a watch back for which nothing was tried: it is still due. */
export async function returnWatch(records: Records, id: string, holder: string): Promise<void> {
  await records.writeLightly((tx) =>
    tx
      .updateTable('watch')
      .set(freed)
      .where('id', '=', id)
      .where('lease_holder', '=', holder)
      .execute(),
  )
}

/** Gives a watch back of which nothing is left to tell; what came meanwhile stays due. */
export async function restUntilMore(records: Records, id: string, holder: string): Promise<void> {
  await records.write(async (tx) => {
    await tx
      .updateTable('watch')
      .set({ due_at: null })
      .where('id', '=', id)
      .where('lease_holder', '=', holder)
      .whereRef('events', '=', 'told')
      .execute()
    await tx
      .updateTable('watch')
      .set(freed)
      .where('id', '=', id)
      .where('lease_holder', '=', holder)
      .execute()
  })
}

/** Ends each watch whose own end has come. */
export async function endPassed(records: Records, now: Date): Promise<void> {
  const passed = await records.db
    .selectFrom('watch')
    .select('id')
    .where('ends_at', '<=', now.toISOString())
    .where('state', '!=', 'off')
    .limit(mostAtOnce)
    .execute()
  if (passed.length === 0) return
  await records.write(async (tx) => {
    for (const { id } of passed) await switchOff(tx, id, 'end', now)
  })
}

/** Ends what the owner of an address was to say yes to and did not in time, or is asked about no more. */
export async function endUnconfirmed(records: Records, now: Date): Promise<void> {
  const late = await records.db
    .selectFrom('watch')
    .select('id')
    .where('channel', '=', 'email')
    .where('state', '=', 'requested')
    .where('made_at', '<', hoursBefore(now, confirmHours))
    .limit(mostAtOnce)
    .execute()
  if (late.length === 0) return
  await records.write(async (tx) => {
    for (const { id } of late) await switchOff(tx, id, 'not-confirmed', now)
  })
}
