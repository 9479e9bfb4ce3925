import type { Kysely, Transaction } from 'kysely'
import type { Keys } from './keys.ts'
import type { Tables } from './tables.ts'
import type { RecordsBroken } from './faults.ts'

/** A transaction that writes. */
export type Tx = Transaction<Tables>

/** What can be read from outside a transaction. */
export type Reader = Kysely<Tables>

/** How a database is read and written. Throws `RecordsAway` and the other faults of the records. */
export interface Asking {
  /**
   * Reads outside a transaction, on a connection of its own, so a long write never holds it back.
   * Never written through: the database refuses it.
   */
  readonly db: Reader
  /**
   * All of it or nothing, and durable when it resolves. Never wait for mail or HTTP inside: on SQLite
   * every other write waits meanwhile. Nor begin another write inside: it would wait for this one.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same, but a power cut (never a killed process) may undo the last moments: for marks whose loss only repeats work. */
  writeLightly<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** The private side's database, open. */
export interface Records extends Asking {
  readonly kind: 'sqlite' | 'postgres'
  /** False while the database is known to be away: then all else here throws `RecordsAway` at once. */
  readonly isThere: boolean
  /** The same records, for work that nobody waits for at a page: one statement may take minutes. */
  readonly unhurried: Records
  /** Throws `RecordsAway` when the database does not answer within seconds. */
  look(): Promise<void>
  /**
   * Leaves nothing of what was deleted in the write-ahead log of SQLite. False where somebody read for too long; the
   * next hour and the next start try again. The logs of PostgreSQL go by its own settings.
   */
  scrub(): Promise<boolean>
  readonly keys: Keys
  readonly instanceId: string
  /** Where what belongs to the records but must not be in them is kept: keys, marker, anchors, erasures. */
  readonly dataDir: string
  /** The migrations that this opening applied. */
  readonly migrated: readonly string[]
  close(): Promise<void>
}

/** Where the records are, and the keys to them. */
export interface RecordsOptions {
  readonly dataDir: string
  /** `postgres://…`; without it the records are a SQLite file in the data folder. */
  readonly databaseUrl?: string
  /** `root:<base64>,2:<base64>,1:<base64>`; without it the keys are a file in the data folder. */
  readonly keys?: string
  /** Called once when the database can no longer be trusted; the process should end and start again. */
  readonly onBroken?: (error: RecordsBroken) => void
  /** Called when PostgreSQL did not answer, or not in time: a `look` tells whether it is away. */
  readonly onDoubt?: () => void
  /** How long, in milliseconds, one reading or writing of PostgreSQL may take; without it, minutes. */
  readonly answerMs?: number
  /** Gives up an opening that hangs. */
  readonly signal?: AbortSignal
}
