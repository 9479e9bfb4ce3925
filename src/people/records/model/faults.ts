/** The records cannot be opened as they are; the message says to the operator why, and what to do. */
export class RecordsRefused extends Error {
  override readonly name = 'RecordsRefused'
}

/** Another process was writing for too long. Nothing was written; it may be tried again. */
export class RecordsBusy extends Error {
  override readonly name = 'RecordsBusy'
}

/** No room for more, a disk that may only be read, or a database server that is not there. Nothing was written. */
export class RecordsUnwritable extends Error {
  override readonly name = 'RecordsUnwritable'
}

/** The disk failed under the records: whether the last write is there is only known after opening them again. */
export class RecordsBroken extends Error {
  override readonly name = 'RecordsBroken'
}
