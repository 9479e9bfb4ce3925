import type { Signal } from '../../../base/signal.ts'

/** Why a run of a sender ends before everything is sent. */
export type StopReason = { readonly error: unknown } | { readonly relayDownUntil: Date }

/** Ends a run: from then on nothing new is begun. */
export interface RunStop {
  readonly isStopped: boolean
  /** `undefined` while nothing but the caller's signal has stopped it. */
  readonly reason: StopReason | undefined
  stop(reason: StopReason): void
  /** Lets go of the caller's signal. */
  close(): void
}

/** A run that ends by itself, or by the caller's signal; what waits for `changed` is told. */
export function openRunStop(signal: AbortSignal | undefined, changed: Signal): RunStop {
  let reason: StopReason | undefined
  const onAbort = (): void => changed.notify()
  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    get isStopped() {
      return reason !== undefined || signal?.aborted === true
    },
    get reason() {
      return reason
    },
    stop: (given) => {
      // A fault is not hidden by a silent mail server.
      if (!reason || !('error' in reason)) reason = given
      changed.notify()
    },
    close: () => signal?.removeEventListener('abort', onAbort),
  }
}
