import type { Kysely, Transaction } from 'kysely'
import type { Keys } from './keys.ts'
import type { Tables } from './tables.ts'
import type { RecordsBroken } from './faults.ts'

/** A transaction that writes. */
export type Tx = Transaction<Tables>

/** What can be read from outside a transaction. */
export type Reader = Kysely<Tables>

/** The private side's database, open. */
export interface Records {
  readonly kind: 'sqlite' | 'postgres'
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
  /** Leaves nothing of what was deleted in the write-ahead log. */
  scrub(): Promise<void>
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
}
