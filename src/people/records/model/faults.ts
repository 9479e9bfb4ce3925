/** The records cannot be opened as they are; the message says to the operator why, and what to do. */
export class RecordsRefused extends Error {
  override readonly name = 'RecordsRefused'
}

/** Another process was writing for too long. Nothing was written; it may be tried again. */
export class RecordsBusy extends Error {
  override readonly name = 'RecordsBusy'
}

/** No room for more, or a database that may only be read. Nothing was written. */
export class RecordsUnwritable extends Error {
  override readonly name = 'RecordsUnwritable'
}

/** The disk failed under the records: whether the last write is there is only known after opening them again. */
export class RecordsBroken extends Error {
  override readonly name = 'RecordsBroken'
}

/** The database does not answer, or cannot be opened just now. Nothing was written; it may come back by itself. */
export class RecordsAway extends Error {
  override readonly name = 'RecordsAway'
}

/** The database went away before it answered the last word of a write: it may be there, or not. */
export class RecordsUnsure extends Error {
  override readonly name = 'RecordsUnsure'
}

/** Whether the database went away, before a write or under it: what failed so may be tried again when it is back. */
export function wentAway(error: unknown): error is RecordsAway | RecordsUnsure {
  return error instanceof RecordsAway || error instanceof RecordsUnsure
}

/** Whether something is the matter with the records themselves: it is then the matter with all that waits. */
export function isFaultOfRecords(error: unknown): boolean {
  return [RecordsAway, RecordsBusy, RecordsUnsure, RecordsUnwritable].some(
    (kind) => error instanceof kind,
  )
}
