import { DatabaseSync } from 'node:sqlite'

/**
 * For the control only: makes the records of this process ones that do not wait for the disk. The records check
 * their own setting when they open, so it is changed behind them afterwards, by the answer.
 */
export function weakenRecords(): () => void {
  const real = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as (
    this: DatabaseSync,
    sql: string,
  ) => void
  const writers = new Set<DatabaseSync>()
  let isWeak = false
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    if (!sql.includes('synchronous = full')) return real.call(this, sql)
    writers.add(this)
    return real.call(this, isWeak ? sql.replace('= full', '= normal') : sql)
  }
  return () => {
    isWeak = true
    for (const writer of writers)
      if (writer.isOpen) real.call(writer, 'pragma synchronous = normal')
  }
}
