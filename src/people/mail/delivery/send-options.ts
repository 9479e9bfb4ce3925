import type { Pace } from '../outbox/pace.ts'

export interface SendOptions {
  /** Names this process among all that send. */
  readonly holder: string
  readonly now: () => Date
  readonly random: () => number
  readonly pace: Pace
  readonly signal?: AbortSignal
  /** Waits this long for mails whose turn comes soon, before it ends. */
  readonly lingerMs?: number
  /** Told when our own mail server fails, with a code of the machine or the server. */
  readonly onRelayDown?: (code: string | undefined, until: Date) => void
}

/** What one run of a sender came to. */
export interface SendCounts {
  readonly sent: number
  /** To be tried again. */
  readonly deferred: number
  readonly failed: number
  readonly suppressed: number
  /** No longer wanted when its moment came: alerts were stopped, or somebody else had it. */
  readonly gone: number
  /** Our own mail server does not answer, and is left alone until then. */
  readonly relayDownUntil?: Date
}
