import type { Keys } from './keys.ts'
import type { Asking, Records } from './records.ts'
import type { RecordsBroken } from './faults.ts'

/** A database that records may be in. */
export interface RecordsPlace {
  readonly kind: 'sqlite' | 'postgres'
  /** Where it is, in words for the operator; never with a password. */
  readonly name: string
  /** Looks without changing anything. Nothing is there: `undefined`; something that is not ours, or damaged, is refused. */
  find(): Promise<FoundRecords | undefined>
  /** Makes the tables and names the instance, all at once; the second of two processes finds what the first made. */
  create(instanceId: string, keys: Keys): Promise<void>
  /** Applies what migrations are missing, with the keys to seal what they seal. */
  open(options: OpenOptions): Promise<Store>
  /** Puts a finished SQLite file of records in place; answers where what was there before is now. */
  replace(draft: string, moment: Replacing): Promise<string | undefined>
}

/** What a database is opened with. */
export interface OpenOptions {
  readonly instanceId: string
  readonly keys: Keys
  readonly onBroken: (error: RecordsBroken) => void
  readonly onDoubt: () => void
  /** See `RecordsOptions`. */
  readonly answerMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** The moment of a replacement, the keys to what is replaced, and what is called in the middle of it. */
export interface Replacing {
  readonly now: Date
  readonly keys: Keys
  /** Called when the old records are out of the way. */
  readonly placing: () => void
}

/** What was found: enough to tell whether these are the right records and the right keys. */
export interface FoundRecords {
  readonly instanceId: string
  readonly keyCheck: Uint8Array
  /** One person for each version of the key that is in use. */
  readonly samples: readonly KeySample[]
}

/** One person’s wrapped key, to try the keys on. */
export interface KeySample {
  readonly id: string
  readonly key_version: number
  readonly wrapped_key: Uint8Array
}

/** The part of `Records` that differs between the databases. */
export type Store = Pick<
  Records,
  'kind' | 'migrated' | 'look' | 'scrub' | 'close' | keyof Asking
> & { readonly unhurried: Asking }
