import type { Records } from '../../src/people/records/model/records.ts'
import { renewOutlooks } from '../../src/study/conduct/derived/renew-outlooks.ts'

/** How long it took to work out anew what is due of everybody, as after a midnight. */
export interface RenewalTimes {
  readonly participants: number
  readonly seconds: number
  /** The most that this thread worked at a stretch, in milliseconds of its processor's time: so long nothing else could run. */
  readonly longestHold: number
}

/** Renews what is due of everybody, and looks how long the event loop was held. */
export async function timeRenewal(records: Records, now: Date): Promise<RenewalTimes> {
  const work = watchStretches()
  const began = performance.now()
  const participants = await renewOutlooks(records, { holder: 'bench', now: () => now })
  const seconds = (performance.now() - began) / 1000
  return { participants, seconds, longestHold: work.stop() }
}

/** Looks at every turn of the event loop how much the thread has worked since the last one. */
function watchStretches(): { readonly stop: () => number } {
  let isOver = false
  let longest = 0
  let last = process.threadCpuUsage()
  const look = (): void => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    last = process.threadCpuUsage()
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  return {
    stop: () => {
      isOver = true
      return longest
    },
  }
}
