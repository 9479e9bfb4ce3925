import type { Signal } from '../../../base/signal.ts'
import type { Pace } from '../outbox/pace.ts'
import type { Stream } from '../outbox/streams.ts'
import { firstDueAt, takeDue, type TakeResult } from '../outbox/take-due.ts'
import { readTakenMails } from '../outbox/taken-mail.ts'
import type { Records } from '../../records/model/records.ts'
import { type RetryAway, retryAway } from '../../records/retry-away.ts'
import { retryBusy } from '../../records/retry-busy.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import type { DomainLimits } from './domain-limits.ts'
import type { RunStop } from './run-stop.ts'
import type { TakenMails } from './taken-mails.ts'

/** What a sender takes its mails with, and where it puts them. */
export interface TakeLoopOptions {
  readonly records: Records
  readonly holder: string
  readonly now: () => Date
  readonly pace: Pace
  readonly streams: readonly Stream[]
  readonly connections: number
  /** How long, in milliseconds, it waits for mails whose slot comes soon. */
  readonly lingerMs: number
  readonly taken: TakenMails
  readonly limits: DomainLimits
  readonly breaker: CircuitBreaker
  readonly stop: RunStop
  /** How long mails that were taken wait to be read from a database that went away. */
  readonly patience: RetryAway
  readonly changed: Signal
}

/** Takes mails that are due, a few at a time, for as long as there are any. Throws what the records throw. */
export async function runTakeLoop(options: TakeLoopOptions): Promise<void> {
  const { taken, breaker, stop, changed } = options
  try {
    while (!stop.isStopped) {
      if (breaker.isProbing || !taken.isLow) await changed.wait(checkMs)
      else if (!(await takeMore(options))) return
    }
  } finally {
    taken.close()
    changed.notify()
  }
}

/** Answers whether to go on. */
async function takeMore(options: TakeLoopOptions): Promise<boolean> {
  const { records, holder, now, pace, streams, connections, taken, changed } = options
  const result = await retryBusy(() =>
    takeDue(records, {
      holder,
      now: now(),
      pace,
      streams,
      room: connections * roomPerConnection,
    }),
  )
  if (result.kind === 'relay-down') {
    options.stop.stop({ relayDownUntil: new Date(result.until) })
    return false
  }
  for (const domainKey of result.failingDomains) options.limits.suspect(domainKey)
  if (result.mails.length > 0) {
    options.breaker.isProbing = result.isProbe
    const read = () => readTakenMails(records.db, result.mails, streams)
    taken.add(await retryAway(read, options.patience))
    changed.notify()
    return true
  }
  return result.hasPostponed || (await waitForMore(options, result))
}

/** Mails that were given a slot in the near future are waited for. */
async function waitForMore(
  { records, now, streams, lingerMs, changed }: TakeLoopOptions,
  { nextAt }: TakeResult & { kind: 'taken' },
): Promise<boolean> {
  const at = now().getTime()
  const soon = await firstDueAt(records.db, streams)
  if (soon === undefined || soon > at + lingerMs) return false
  const until = Math.max(soon, nextAt)
  await changed.wait(Math.max(leastWaitMs, Math.min(until - at, checkMs)))
  return true
}

const roomPerConnection = 25
const checkMs = 1000
const leastWaitMs = 20
