import type { Pace } from '../outbox/pace.ts'
import type { Stream } from '../outbox/streams.ts'

/** How a sender sends, and what it may use. */
export interface SendOptions {
  /** Names this process among all that send. */
  readonly holder: string
  readonly now: () => Date
  /** From 0 to 1; spreads what is tried again. */
  readonly random: () => number
  /** Answers something new each time; tells apart the runs of one process. */
  readonly newId: () => string
  readonly pace: Pace
  readonly signal?: AbortSignal
  /** Waits so many milliseconds for mails whose slot comes soon, before it ends; 2000 unless it is told otherwise. */
  readonly lingerMs?: number
  /** Told when our own mail server fails, with a code of the machine or the server. */
  readonly onRelayDown?: (code: string | undefined, until: Date) => void
  /** The kinds of mail to send; all, unless it is told otherwise. */
  readonly streams?: readonly Stream[]
}

/** How many mails one run of a sender ended, and how. */
export interface SendCounts {
  readonly sent: number
  /** To be tried again. */
  readonly deferred: number
  readonly failed: number
  readonly suppressed: number
  /** No longer wanted when its moment came: alerts were stopped, or another sender had it. */
  readonly gone: number
  /** Our own mail server does not answer, and is left alone until then. */
  readonly relayDownUntil?: Date
}
