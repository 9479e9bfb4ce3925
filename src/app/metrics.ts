import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { CatalogueSummary } from '../finder/catalogue/model/summary.ts'

/** The numbers an operator's monitoring reads. No label ever holds an address, a query or an id. */
export interface Metrics {
  observe(request: RequestFigures): void
  /** In the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

/** What is measured of one request; no address is in it. */
export interface RequestFigures {
  readonly method: string
  /** The pattern that answered, as `/studies/:id`. */
  readonly route: string
  readonly status: number
  readonly ms: number
}

/** Counters and timings of this process and of the catalogue it serves. */
export function openMetrics(summary: () => CatalogueSummary | undefined): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = requestTimes(registry)
  catalogueSize(registry, summary)
  return {
    observe: ({ method, route, status, ms }) =>
      requests.observe({ method, route, status: String(status) }, ms / 1000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

function requestTimes(registry: Registry): Histogram<'method' | 'route' | 'status'> {
  return new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by the pattern of its address.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [registry],
  })
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
