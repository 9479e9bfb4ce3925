import { randomUUID } from 'node:crypto'
import type { Records } from '../../records/records.ts'
import { openTakenMails, type TakenMails } from './taken-mails.ts'
import { openSignal, type Signal } from '../../../base/signal.ts'
import { openDomainLimits, type DomainLimits } from './domain-limits.ts'
import { returnMails, leaseMs, renewLeases } from '../outbox/lease.ts'
import type { PostConnection } from './post.ts'
import { openRecheck, type Recheck } from '../outbox/recheck.ts'
import type { SendCounts, SendOptions } from './send-options.ts'
import { openHandoverLock, type Handover } from './handover-lock.ts'
import { patiently } from '../../records/retry-busy.ts'
import { openOutcomeWriter, type EndState, type SendResult } from '../outbox/write-outcomes.ts'
import type { TakenMail } from '../outbox/taken-mail.ts'

/** What the parts of one run of a sender share. */
export interface Run {
  readonly records: Records
  readonly options: SendOptions
  /** Names this run as the one that holds its mails. */
  readonly holder: string
  readonly connections: number
  readonly basket: TakenMails
  readonly domains: DomainLimits
  readonly bell: Signal
  readonly counts: Record<EndState | 'gone', number>
  /** Lanes on which the mail server has answered. */
  readonly goodLanes: Set<PostConnection>
  /** Domains that timed out since anybody last answered, and how often. */
  readonly silent: { times: number; readonly domains: Set<string> }
  /** One mail is out to see whether the mail server answers again. */
  isProbing: boolean
  /** Nothing more will be taken. */
  isFed: boolean
  readonly isStopped: boolean
  /** Through which one mail at a time goes. */
  readonly narrows: () => Handover
  lastLook(id: string, now: Date): Promise<Recheck>
  settle(settled: SendResult): Promise<EndState>
  /** The next mail, when its moment has come; `undefined` when there are no more. */
  next(): Promise<TakenMail | undefined>
  /** Ends the run, when it can, because of a fault or because the mail server does not answer. */
  stop(why: { readonly error: unknown } | { readonly relayDownUntil: Date }): void
  /** Gives back what was not begun, and tells what came of the rest. */
  end(): Promise<SendCounts>
}

export function openRun(records: Records, connections: number, options: SendOptions): Run {
  const holder = `${options.holder}/${randomUUID().slice(0, 8)}`
  const domains = openDomainLimits(connections)
  const basket = openTakenMails(domains)
  const bell = openSignal()
  let why: { error?: unknown; relayDownUntil?: Date } | undefined
  const keeping = keepHold(records, holder, basket, options)
  const onAbort = (): void => bell.notify()
  options.signal?.addEventListener('abort', onAbort, { once: true })
  const run: Run = {
    records,
    options,
    holder,
    connections,
    basket,
    domains,
    bell,
    counts: { sent: 0, queued: 0, failed: 0, suppressed: 0, gone: 0 },
    goodLanes: new Set(),
    silent: { times: 0, domains: new Set() },
    isProbing: false,
    isFed: false,
    get isStopped() {
      return why !== undefined || options.signal?.aborted === true
    },
    narrows: openHandoverLock(),
    lastLook: openRecheck(records.db, holder),
    settle: openOutcomeWriter(records, { holder, now: options.now, random: options.random }),
    next: () => nextOf(run),
    stop: (reason) => {
      // A fault is not hidden by a silent mail server.
      if (!why || !('error' in why)) why = reason
      bell.notify()
    },
    end: async () => {
      clearInterval(keeping)
      options.signal?.removeEventListener('abort', onAbort)
      const left = basket.empty().map(({ id }) => id)
      if (left.length > 0)
        await patiently(() => records.writeLightly((tx) => returnMails(tx, holder, left)))
      if (why && 'error' in why) throw why.error
      const { queued, ...counts } = run.counts
      const until = why?.relayDownUntil
      return { ...counts, deferred: queued, ...(until && { relayDownUntil: until }) }
    },
  }
  return run
}

async function nextOf(run: Run): Promise<TakenMail | undefined> {
  const { basket, bell, options } = run
  while (!run.isStopped) {
    const now = options.now().getTime()
    const work = basket.next(now)
    if (work) {
      if (basket.waiting.length <= lowWater(run)) bell.notify()
      return work
    }
    // What another lane is at may come back, when that lane turns out to be one too many.
    if (run.isFed && basket.waiting.length === 0 && basket.begun.size === 0) return undefined
    const first = basket.firstAt() ?? 0
    await bell.wait(first > now ? Math.min(first - now, longestWaitMs) : longestWaitMs)
  }
  return undefined
}

/** With fewer mails waiting than this, more are taken. */
export function lowWater({ connections }: Run): number {
  return connections * 12
}

const longestWaitMs = 1000

/** Goes on holding what waits or is under way; each attempt ends before its hold and the grace after it do. */
function keepHold(
  records: Records,
  holder: string,
  basket: TakenMails,
  { now }: SendOptions,
): NodeJS.Timeout {
  const keep = async (): Promise<void> => {
    const ids = [...basket.waiting, ...basket.begun].map(({ id }) => id)
    // Held no longer, they are not sent by us but given to another sender: nothing is lost.
    await renewLeases(records, holder, ids, now()).catch(() => {})
  }
  return setInterval(() => void keep(), leaseMs / 4)
}
