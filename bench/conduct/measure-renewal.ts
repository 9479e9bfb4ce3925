import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Records } from '../../src/people/records/model/records.ts'
import { renewOutlooks } from '../../src/study/conduct/derived/renew-outlooks.ts'

/** How long it took to work out anew what is due of everybody, as after a midnight. */
export interface RenewalTimes {
  readonly participants: number
  readonly seconds: number
  /** The longest that nothing else could run meanwhile, in milliseconds. */
  readonly longestHold: number
}

/** Renews what is due of everybody, and looks how long the event loop was held. */
export async function timeRenewal(records: Records, now: Date): Promise<RenewalTimes> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  const participants = await renewOutlooks(records, { holder: 'bench', now: () => now })
  const seconds = (performance.now() - began) / 1000
  delay.disable()
  return { participants, seconds, longestHold: delay.max / 1e6 }
}
