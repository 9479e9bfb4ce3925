import type { Logger } from './log.ts'
import { type RefreshOptions, startRefresh } from './refresh.ts'
import { faultOf } from '../base/fault-of.ts'

/** All recurring work; `stop` ends it, and waits for what of it is running. */
export interface Schedule {
  stop(): Promise<void>
}

/** The pieces of recurring work. Each is told when to stop, and may throw: it is logged and tried again. */
export interface ScheduleOptions {
  readonly refresh: RefreshOptions
  readonly log: Logger
  /** Deals with what visitors asked a moment ago. */
  readonly answerAsks: () => Promise<unknown>
  /** Reminds sites of the answers they owe, and tells who asked. */
  readonly keepPromises: (stop: AbortSignal) => Promise<unknown>
  /** Works out anew what is due of participants of whom it may have changed. */
  readonly renewOutlooks: (stop: AbortSignal) => Promise<unknown>
  /** Reminds the people of a study of the clocks of safety that run. */
  readonly remindOfSafety: (stop: AbortSignal) => Promise<unknown>
  /** Tells the people of sites each morning how much waits. */
  readonly mailDeskDay: (stop: AbortSignal) => Promise<unknown>
  /** Sends the mails that are due. */
  readonly sendMail: (stop: AbortSignal) => Promise<unknown>
  /** Matches new imports and makes the digests that are due. */
  readonly runAlerts: (stop: AbortSignal) => Promise<unknown>
  /** Holds new imports against what programs asked to be told of. */
  readonly matchWatches: (stop: AbortSignal) => Promise<unknown>
  /** Sends programs the notices that are due. */
  readonly sendNotices: (stop: AbortSignal) => Promise<unknown>
  /** Writes down outside the database how far the audit trail has come. */
  readonly anchorAudit: () => Promise<unknown>
  /** Reads the mailbox to which bounced mail comes back. */
  readonly takeReports: () => Promise<unknown>
  /** Lets go of what is kept no longer. */
  readonly forget: () => Promise<unknown>
}

const second = 1000
const minute = 60 * second

/** Starts all recurring work. */
export function startSchedule(options: ScheduleOptions): Schedule {
  const stop = new AbortController()
  const every = (ms: number, name: string, work: (stop: AbortSignal) => Promise<unknown>) =>
    repeat({ ms, name, work, log: options.log, stop: stop.signal })
  startRefresh(options.refresh, stop.signal)
  const loops = [
    every(2 * second, 'asks', options.answerAsks),
    every(2 * second, 'mail', options.sendMail),
    every(20 * second, 'alerts', options.runAlerts),
    every(20 * second, 'watches', options.matchWatches),
    every(2 * second, 'notices', options.sendNotices),
    every(20 * second, 'promises', options.keepPromises),
    every(20 * second, 'safety', options.remindOfSafety),
    every(5 * minute, 'daily mail', options.mailDeskDay),
    every(10 * second, 'outlooks', options.renewOutlooks),
    every(5 * minute, 'audit anchor', options.anchorAudit),
    every(5 * minute, 'bounced mail', options.takeReports),
    every(60 * minute, 'forgetting', options.forget),
  ]
  return {
    stop: async () => {
      stop.abort()
      await Promise.all(loops)
    },
  }
}

interface Loop {
  readonly ms: number
  readonly name: string
  readonly work: (stop: AbortSignal) => Promise<unknown>
  readonly log: Logger
  readonly stop: AbortSignal
}

/** One piece of work over and over, never twice at once; after failures it waits longer, up to ten minutes. */
async function repeat({ ms, name, work, log, stop }: Loop): Promise<void> {
  let failures = 0
  while (!stop.aborted) {
    await pause(Math.min(ms * 2 ** failures, Math.max(ms, 10 * minute)), stop)
    if (stop.aborted) return
    try {
      await work(stop)
      failures = 0
    } catch (error) {
      if (stop.aborted) return
      failures++
      log.warn({ work: name, fault: faultOf(error) }, 'recurring work failed')
    }
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', done, { once: true })
  })
}
