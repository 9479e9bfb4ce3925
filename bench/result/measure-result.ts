import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Hono } from 'hono'
import { runStudy } from '../../src/testing/test-study.ts'
import { percentile } from '../figures.ts'

/** One page or file of the result: how long it took, and the longest that the server answered nobody else. Milliseconds. */
export interface ResultTimes {
  readonly what: string
  readonly asked: number
  readonly median: number
  readonly slowest: number
  /** The median of the processor's time in this process, its threads included. */
  readonly processor: number
  readonly longestBlock: number
  readonly must: number
}

const path = `/desk/study/${runStudy}`
const times = 5
const mostBlocked = 100

const asked = [
  { what: 'report by one version', path: '/report?version=report', must: 5000 },
  { what: 'data of one participant', path: '/data', must: 250 },
  { what: 'analysis sets of all', path: '/sets', must: 5000 },
  { what: 'what is missing before a lock', path: '/lock', must: 5000 },
  { what: 'trail, the newest lines', path: '/trail', must: 1000 },
  { what: 'rows of all as CSV', path: '/data/export', form: { format: 'csv' }, must: 5000 },
  { what: 'rows of all as NDJSON', path: '/data/export', form: { format: 'ndjson' }, must: 5000 },
] as const

/** Asks for each part of the result several times, one after the other. Throws for one that is not answered with 200. */
export async function timeResult(
  site: Hono,
  baseUrl: string,
  cookie: string,
): Promise<readonly ResultTimes[]> {
  const measured: ResultTimes[] = []
  for (const { what, path: part, must, ...more } of asked) {
    const took: number[] = []
    const used: number[] = []
    const delay = monitorEventLoopDelay({ resolution: 1 })
    for (let at = 0; at <= times; at++) {
      const began = performance.now()
      const before = process.cpuUsage()
      if (at === 1) delay.enable()
      const answer = await site.fetch(
        'form' in more
          ? new Request(baseUrl + path + part, {
              method: 'POST',
              headers: { cookie, origin: baseUrl },
              body: new URLSearchParams(more.form),
            })
          : new Request(baseUrl + path + part, { headers: { cookie } }),
        { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
      )
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${part} was answered with ${answer.status}`)
      // The first one warms up.
      if (at === 0) continue
      took.push(performance.now() - began)
      const { user, system } = process.cpuUsage(before)
      used.push((user + system) / 1000)
    }
    delay.disable()
    const longestBlock = delay.max / 1e6
    const median = percentile(took, 0.5)
    const slowest = Math.max(...took)
    const processor = percentile(used, 0.5)
    measured.push({ what, asked: times, median, slowest, processor, longestBlock, must })
    console.error(what, ...[median, processor, longestBlock].map(Math.round))
  }
  return measured
}

/** Whether a part was fast enough, and let others come in between. */
export function isReached({ slowest, longestBlock, must }: ResultTimes): boolean {
  return slowest <= must && longestBlock <= mostBlocked
}
