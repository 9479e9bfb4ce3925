import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { CatalogueSummary } from '../finder/catalogue/model/summary.ts'

/** The numbers an operator's monitoring reads. No label ever holds an address, a query or an id. */
export interface Metrics {
  observe(request: RequestFigures): void
  /** Counts a request that a proxy passed on although no proxy is trusted. */
  passedOn(): void
  /** In the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

/** What is measured of one request; no address is in it. */
export interface RequestFigures {
  /** As it was sent: all that is not usual counts as one. */
  readonly method: string
  /** The pattern that answered, as `/studies/:id`. */
  readonly route: string
  readonly status: number
  readonly ms: number
}

/** The name under which requests are counted that a proxy passed on although none is trusted. */
export const passedOnMetric = 'trialway_passed_on_untrusted_total'

/** Counters and timings of this process and of the catalogue it serves. */
export function openMetrics(
  summary: () => CatalogueSummary | undefined,
  droppedLines: () => number = () => 0,
): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const observe = requestFigures(registry)
  const passedOn = new Counter({
    name: passedOnMetric,
    help: 'Requests that a proxy passed on while TRUST_PROXY is not set.',
    registers: [registry],
  })
  catalogueSize(registry, summary)
  logLines(registry, droppedLines)
  return {
    observe,
    passedOn: () => passedOn.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

/**
 * How often each pattern was asked for, and how long it took. A histogram has a dozen lines for each set of labels, so
 * only the pattern is one of its: nothing that can be asked makes the figures large.
 */
function requestFigures(registry: Registry): Metrics['observe'] {
  const counts = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, by method, pattern of the address and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const times = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by the pattern of its address.',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [registry],
  })
  return ({ method, route, status, ms }) => {
    counts.inc({ method: usualMethod(method), route, status: String(status) })
    times.observe({ route: inEnglish(route) }, ms / 1000)
  }
}

/** A method as it is counted: any that is not usual is `OTHER`. */
export function usualMethod(method: string): string {
  return method === 'GET' || method === 'POST' || method === 'HEAD' ? method : 'OTHER'
}

/** A page takes as long in either language. */
function inEnglish(route: string): string {
  return route === '/fr' ? '/' : route.replace(/^\/fr\//, '/')
}

function catalogueSize(registry: Registry, summary: () => CatalogueSummary | undefined): void {
  const gauge = new Gauge({
    name: 'trialway_catalogue_studies',
    help: 'Studies in the catalogue being served: all, and those recruiting.',
    labelNames: ['which'],
    registers: [registry],
    collect() {
      gauge.set({ which: 'all' }, summary()?.studies ?? 0)
      gauge.set({ which: 'recruiting' }, summary()?.recruiting ?? 0)
    },
  })
}

function logLines(registry: Registry, dropped: () => number): void {
  const counter = new Counter({
    name: 'trialway_log_lines_dropped_total',
    help: 'Lines of the log that could not be written: the disk is full, or nobody reads them.',
    registers: [registry],
    collect() {
      counter.reset()
      counter.inc(dropped())
    },
  })
}
