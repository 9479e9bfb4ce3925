import type { Records } from './model/records.ts'

/** Takes, or renews, for some seconds a lease on work that only one process may do at a time. Answers whether it is ours. */
export async function takeLease(
  records: Records,
  name: string,
  holder: string,
  now: Date,
  seconds: number,
): Promise<boolean> {
  const until = new Date(now.getTime() + seconds * 1000).toISOString()
  const farAhead = new Date(now.getTime() + 2 * seconds * 1000).toISOString()
  const taken = await records.writeLightly((tx) =>
    tx
      .insertInto('lease')
      .values({ name, holder, until })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ holder, until })
          .where((test) =>
            test.or([
              test('lease.holder', '=', holder),
              test('lease.until', '<=', now.toISOString()),
              // Taken for longer than any process takes it: by a clock that was ahead and has been set right.
              test('lease.until', '>', farAhead),
            ]),
          ),
      )
      .returning('name')
      .execute(),
  )
  return taken.length > 0
}

/** Gives a lease back early, if it is still ours. */
export async function returnLease(records: Records, name: string, holder: string): Promise<void> {
  await records.writeLightly((tx) =>
    tx.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute(),
  )
}
