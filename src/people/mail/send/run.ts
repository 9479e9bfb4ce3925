import { randomUUID } from 'node:crypto'
import type { Records } from '../../records/records.ts'
import { openBasket, type Basket } from './basket.ts'
import { openBell, type Bell } from '../../../base/signal.ts'
import { openDomainLanes, type DomainLanes } from './domain-lanes.ts'
import { giveBack, leaseMs, renew } from './hold.ts'
import type { Lane } from './lane.ts'
import { openLastLook, type LastLook } from './last-look.ts'
import type { SendCounts, SendOptions } from './options.ts'
import { openNarrows, type Passage } from './narrows.ts'
import { patiently } from '../../records/retry-busy.ts'
import { openSettling, type Ending, type Settled } from './settle.ts'
import type { Work } from './work.ts'

/** What the parts of one run of a sender share. */
export interface Run {
  readonly records: Records
  readonly options: SendOptions
  /** Names this run as the one that holds its mails. */
  readonly holder: string
  readonly connections: number
  readonly basket: Basket
  readonly domains: DomainLanes
  readonly bell: Bell
  readonly counts: Record<Ending | 'gone', number>
  /** Lanes on which the mail server has answered. */
  readonly goodLanes: Set<Lane>
  /** Domains that timed out since anybody last answered, and how often. */
  readonly silent: { times: number; readonly domains: Set<string> }
  /** One mail is out to see whether the mail server answers again. */
  isProbing: boolean
  /** Nothing more will be taken. */
  isFed: boolean
  readonly isStopped: boolean
  /** Through which one mail at a time goes. */
  readonly narrows: () => Passage
  lastLook(id: string, now: Date): Promise<LastLook>
  settle(settled: Settled): Promise<Ending>
  /** The next mail, when its moment has come; `undefined` when there are no more. */
  next(): Promise<Work | undefined>
  /** Ends the run, when it can, because of a fault or because the mail server does not answer. */
  stop(why: { readonly error: unknown } | { readonly relayDownUntil: Date }): void
  /** Gives back what was not begun, and tells what came of the rest. */
  end(): Promise<SendCounts>
}

export function openRun(records: Records, connections: number, options: SendOptions): Run {
  const holder = `${options.holder}/${randomUUID().slice(0, 8)}`
  const domains = openDomainLanes(connections)
  const basket = openBasket(domains)
  const bell = openBell()
  let why: { error?: unknown; relayDownUntil?: Date } | undefined
  const keeping = keepHold(records, holder, basket, options)
  const onAbort = (): void => bell.ring()
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
    narrows: openNarrows(),
    lastLook: openLastLook(records.db, holder),
    settle: openSettling(records, { holder, now: options.now, random: options.random }),
    next: () => nextOf(run),
    stop: (reason) => {
      // A fault is not hidden by a silent mail server.
      if (!why || !('error' in why)) why = reason
      bell.ring()
    },
    end: async () => {
      clearInterval(keeping)
      options.signal?.removeEventListener('abort', onAbort)
      const left = basket.empty().map(({ id }) => id)
      if (left.length > 0)
        await patiently(() => records.writeLightly((tx) => giveBack(tx, holder, left)))
      if (why && 'error' in why) throw why.error
      const { queued, ...counts } = run.counts
      const until = why?.relayDownUntil
      return { ...counts, deferred: queued, ...(until && { relayDownUntil: until }) }
    },
  }
  return run
}

async function nextOf(run: Run): Promise<Work | undefined> {
  const { basket, bell, options } = run
  while (!run.isStopped) {
    const now = options.now().getTime()
    const work = basket.next(now)
    if (work) {
      if (basket.waiting.length <= lowWater(run)) bell.ring()
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
  basket: Basket,
  { now }: SendOptions,
): NodeJS.Timeout {
  const keep = async (): Promise<void> => {
    const ids = [...basket.waiting, ...basket.begun].map(({ id }) => id)
    // Held no longer, they are not sent by us but given to another sender: nothing is lost.
    await renew(records, holder, ids, now()).catch(() => {})
  }
  return setInterval(() => void keep(), leaseMs / 4)
}
