import { setTimeout as wait } from 'node:timers/promises'
import { wentAway } from './model/faults.ts'

/** How long is gone on. */
export interface RetryAway {
  readonly mostMs: number
  /** After this has stopped, only for as long as a process that ends may take. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Does again what the database went away under, until it is back: only for work that does no harm when it is done
 * twice. Throws `RecordsAway` or `RecordsUnsure` when it has taken too long.
 */
export async function retryAway<T>(
  work: () => Promise<T>,
  { mostMs, signal }: RetryAway,
): Promise<T> {
  const began = performance.now()
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 1000)) {
    try {
      return await work()
    } catch (error) {
      const allowed = signal?.aborted === true ? Math.min(mostMs, mostWhenStoppedMs) : mostMs
      if (!wentAway(error) || performance.now() - began > allowed) throw error
    }
    await wait(pauseMs)
  }
}

const mostWhenStoppedMs = 3000
