/** The tables of what programs asked to be told of. */
export interface WatchTables {
  watch: WatchTable
  watch_event: WatchEventTable
  watch_import: WatchImportTable
}

/** What one program asked to be told of, and how far telling it has come. */
interface WatchTable {
  id: string
  /** The release of FHIR that it speaks. */
  release: 'R4' | 'R5'
  /** Of the secret that lets its owner read and end it. */
  token_hash: string
  /** Keyed hash of the network that asked, to be counted; null for this machine. */
  network_key: string | null
  /** A receiver is called, or the owner of an address is mailed. */
  channel: 'rest-hook' | 'email'
  /** Who is mailed, while they are to be asked or told; null for a receiver, and for what is told no more. */
  person_id: string | null
  state: 'requested' | 'active' | 'error' | 'off'
  /** What is asked for, where it is sent and with which headers, sealed with `Keys.watchKey` (`WatchTerms`). */
  terms_sealed: Uint8Array
  made_at: string
  /** When the receiver first answered, or the owner of the address said yes: what was imported before is not told. */
  started_at: string | null
  ends_at: string | null
  off_at: string | null
  /** How many events there were, and how many of them were taken, or are in a mail. */
  events: number
  told: number
  /** Attempts since the receiver last answered well. */
  attempts: number
  failing_since: string | null
  /** When something is sent next; null for nothing. */
  due_at: string | null
  lease_holder: string | null
  lease_until: string | null
  /** What became of the last attempt, as a code: `taken`, `http-503`, `timeout` … */
  outcome: string | null
}

/** One change of a study, numbered for one watch without a gap. Its key is (watch_id, number). */
interface WatchEventTable {
  watch_id: string
  number: number
  nct_id: string
  kind: 'new' | 'changed'
  found_at: string
}

/** Imports that were held against a watch. Its key is (watch_id, change_list), so none is told twice. */
interface WatchImportTable {
  watch_id: string
  change_list: string
  matched_at: string
}
