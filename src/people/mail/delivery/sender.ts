import { openSignal, type Signal } from '../../../base/signal.ts'
import { graceMs, keepLeases, leaseMs, returnMails } from '../outbox/lease.ts'
import { recheckMail } from '../outbox/recheck.ts'
import { allStreams } from '../outbox/streams.ts'
import type { TakenMail } from '../outbox/taken-mail.ts'
import { type EndState, openOutcomeWriter } from '../outbox/write-outcomes.ts'
import type { Records } from '../../records/model/records.ts'
import { retryAway } from '../../records/retry-away.ts'
import { retryBusy } from '../../records/retry-busy.ts'
import { attemptMail, type AttemptOptions } from './attempt.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import { openDomainLimits } from './domain-limits.ts'
import { openHandoverLock } from './handover-lock.ts'
import type { Post } from './post.ts'
import { openRunStop, type RunStop } from './run-stop.ts'
import type { SendCounts, SendOptions } from './send-options.ts'
import { runTakeLoop } from './take-loop.ts'
import { openTakenMails, type TakenMails } from './taken-mails.ts'

export type { SendCounts, SendOptions } from './send-options.ts'

/**
 * Sends what is due until nothing is, or until told to stop. Many may run at once, in one process or in many,
 * and no mail is sent by two. A killed process loses nothing; what it was just sending may be sent again,
 * with the same Message-ID. Throws `RecordsBusy` or another fault of the records; a mail server's faults are values.
 */
export async function sendDue(
  records: Records,
  post: Post,
  options: SendOptions,
): Promise<SendCounts> {
  const { now, random, streams = allStreams, lingerMs = 2000 } = options
  const { connections } = post
  const holder = `${options.holder}/${options.newId().slice(0, 8)}`
  const changed = openSignal()
  const stop = openRunStop(options.signal, changed)
  const limits = openDomainLimits(connections)
  const taken = openTakenMails(connections, limits)
  const leases = keepLeases(records, holder, { ids: () => taken.ids(), now })
  const shared = { records, holder, now, connections, taken, limits, stop }
  const breaker = new CircuitBreaker({ ...shared, onRelayDown: options.onRelayDown })
  const patience = { mostMs: mostAwayMs, signal: options.signal }
  const counts: Counts = { sent: 0, queued: 0, failed: 0, suppressed: 0, gone: 0 }
  const attempt: AttemptOptions = {
    keys: records.keys,
    recheck: (mail) =>
      retryAway(() => recheckMail(records.db, mail, { holder, now: now() }), patience),
    handover: openHandoverLock(),
    writeOutcome: openOutcomeWriter(records, { holder, now, random, patience }),
  }
  const { pace } = options
  const taking = runTakeLoop({ ...shared, breaker, changed, pace, streams, lingerMs, patience })
  const sending = Array.from({ length: connections }, () =>
    sendOverOne(post, {
      nextMail: () => nextMail(taken, stop, changed, now),
      attempt,
      breaker,
      taken,
      changed,
      counts,
    }),
  )
  await Promise.all([taking, ...sending].map((part) => part.catch((error) => stop.stop({ error }))))
  leases.stop()
  stop.close()
  const left = taken.empty().map(({ id }) => id)
  await retryAway(() => returnLeft(records, holder, left), patience)
  return countsOf(counts, stop)
}

/**
 * How long, in milliseconds, a mail waits for a database that went away under it: until no lease on it can hold any more,
 * and another sender may have it.
 */
const mostAwayMs = leaseMs + graceMs / 2

type Counts = Record<EndState | 'gone', number>

interface ConnectionOptions {
  /** `undefined` when there are no more. */
  readonly nextMail: () => Promise<TakenMail | undefined>
  readonly attempt: AttemptOptions
  readonly breaker: CircuitBreaker
  readonly taken: TakenMails
  readonly changed: Signal
  readonly counts: Counts
}

/** Sends one mail after the other over one connection, until there are no more or the mail server wants fewer. */
async function sendOverOne(post: Post, options: ConnectionOptions): Promise<void> {
  const { nextMail: next, attempt, breaker, taken, changed, counts } = options
  const connection = post.openConnection()
  try {
    for (let mail = await next(); mail; mail = await next()) {
      const result = await attemptMail(mail, connection, attempt)
      if (result.kind === 'relay-down') {
        const state = await breaker.relayFailed(mail, connection, result.code)
        changed.notify()
        if (state === 'connection-over') return
        continue
      }
      counts[result.kind === 'gone' ? 'gone' : result.state] += 1
      if (result.kind === 'ended' && result.answer)
        await breaker.answered(mail, connection, result.answer)
      taken.done(mail)
      changed.notify()
    }
  } finally {
    await connection.close()
  }
}

/** Waits for the next mail whose slot has come. */
async function nextMail(
  taken: TakenMails,
  stop: RunStop,
  changed: Signal,
  clock: () => Date,
): Promise<TakenMail | undefined> {
  while (!stop.isStopped) {
    const now = clock().getTime()
    const mail = taken.next(now)
    if (mail) {
      if (taken.isLow) changed.notify()
      return mail
    }
    // What is under way may come back, when its connection turns out to be one too many.
    if (taken.isOver) return undefined
    const first = taken.firstAt() ?? 0
    await changed.wait(first > now ? Math.min(first - now, longestWaitMs) : longestWaitMs)
  }
  return undefined
}

const longestWaitMs = 1000

/** What was not begun is free for the next run at once. */
async function returnLeft(
  records: Records,
  holder: string,
  left: readonly string[],
): Promise<void> {
  if (left.length === 0) return
  await retryBusy(() => records.writeLightly((tx) => returnMails(tx, holder, left)))
}

/** Throws the fault that ended the run, if one did. */
function countsOf({ queued, ...counts }: Counts, { reason }: RunStop): SendCounts {
  if (reason && 'error' in reason) throw reason.error
  return { ...counts, deferred: queued, ...(reason && { relayDownUntil: reason.relayDownUntil }) }
}
