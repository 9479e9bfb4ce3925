import type { Hono } from 'hono'
import { percentile } from '../figures.ts'

/** One kind of page, and how long its answers took. */
export interface PageTimes {
  readonly what: string
  readonly asked: number
  readonly p50: number
  readonly p95: number
  readonly max: number
  /** The median of the processor's time in this process: what a machine with nothing else to do would take. */
  readonly cpu: number
  /** In milliseconds. */
  readonly must: number
}

/** Asks for pages one after the other, each whole, and times the answers. Throws for one that is not answered with 200. */
export async function timePages(
  site: Hono,
  {
    what,
    paths,
    cookie,
    must,
    warm = 3,
  }: {
    readonly what: string
    readonly paths: readonly string[]
    readonly cookie: string
    readonly must: number
    readonly warm?: number
  },
): Promise<PageTimes> {
  const times: number[] = []
  const cpus: number[] = []
  for (const [at, path] of [...paths.slice(0, warm), ...paths].entries()) {
    const began = performance.now()
    const used = process.cpuUsage()
    const answer = await site.request(`https://trialway.example${path}`, { headers: { cookie } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
    if (at < warm) continue
    times.push(performance.now() - began)
    const { user, system } = process.cpuUsage(used)
    cpus.push((user + system) / 1000)
  }
  return {
    what,
    asked: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    max: Math.max(...times),
    cpu: percentile(cpus, 0.5),
    must,
  }
}
