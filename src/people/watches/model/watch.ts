import type { Keys } from '../../records/model/keys.ts'
import { openValue, placeOfWatch, sealValue } from '../../records/model/sealed-rows.ts'
import type { Tables } from '../../records/model/tables.ts'

/** One condition that a study must meet, in the search parameters of FHIR. */
export interface WatchFilter {
  readonly name: string
  readonly modifier?: string
  readonly comparator?: string
  readonly value: string
}

/** What a program asks to be told of, and how. Whom a mail goes to is not in it: that is with the person. */
export interface WatchTerms {
  /** All of them must hold; none is every study. */
  readonly filters: readonly WatchFilter[]
  /** Where it is sent; undefined for mail. */
  readonly endpoint?: string
  /** How a mail was asked to be read; it is text and HTML always. */
  readonly mailAs?: 'text/plain' | 'text/html'
  /** Sent along with each notice, and never shown again. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** What a notice says of each study. */
  readonly content: 'empty' | 'id-only' | 'full-resource'
  /** Events in one notice at most; of a mail, studies that it names. */
  readonly mostEvents: number
  /** After so many seconds without a notice, one without events is sent. */
  readonly heartbeatSeconds?: number
  /** How many seconds the receiver may take. */
  readonly timeoutSeconds: number
  /** The program's own words on what it is for. */
  readonly reason?: string
  readonly name?: string
}

/** A watch, opened. */
export interface Watch {
  readonly id: string
  readonly release: 'R4' | 'R5'
  readonly channel: 'rest-hook' | 'email'
  /** Who is mailed. */
  readonly personId: string | undefined
  readonly state: 'requested' | 'active' | 'error' | 'off'
  readonly terms: WatchTerms
  readonly madeAt: string
  readonly startedAt: string | undefined
  readonly endsAt: string | undefined
  readonly events: number
  readonly told: number
  readonly attempts: number
  readonly failingSince: string | undefined
  /** What became of the last attempt, as a code. */
  readonly outcome: string | undefined
}

/** One change of a study, as a watch is told of it. */
export interface WatchEvent {
  readonly number: number
  readonly nctId: string
  readonly kind: 'new' | 'changed'
  readonly foundAt: string
}

/** What is sent to a receiver at once. */
export interface Notice {
  readonly kind: 'handshake' | 'heartbeat' | 'event-notification'
  readonly events: readonly WatchEvent[]
}

/** Seals terms for the watch that they are of. */
export function sealWatchTerms(keys: Keys, id: string, terms: WatchTerms): Uint8Array {
  return sealValue(keys.watchKey, placeOfWatch(id), terms, sealedStep)
}

/** A row, opened. Throws when its terms were changed, moved or sealed with another key. */
export function openWatch(keys: Keys, row: Tables['watch']): Watch {
  return {
    id: row.id,
    release: row.release,
    channel: row.channel,
    personId: row.person_id ?? undefined,
    state: row.state,
    terms: openValue(keys.watchKey, placeOfWatch(row.id), row.terms_sealed) as WatchTerms,
    madeAt: row.made_at,
    startedAt: row.started_at ?? undefined,
    endsAt: row.ends_at ?? undefined,
    events: Number(row.events),
    told: Number(row.told),
    attempts: Number(row.attempts),
    failingSince: row.failing_since ?? undefined,
    outcome: row.outcome ?? undefined,
  }
}

/** A row, opened; undefined where it was changed by hand, so that one does not keep the others from being told. */
export function openSoundWatch(keys: Keys, row: Tables['watch']): Watch | undefined {
  try {
    return openWatch(keys, row)
  } catch {
    return undefined
  }
}

/** A row of an event. */
export function watchEventOf(row: Tables['watch_event']): WatchEvent {
  return {
    number: Number(row.number),
    nctId: row.nct_id,
    kind: row.kind,
    foundAt: row.found_at,
  }
}

const sealedStep = 512
