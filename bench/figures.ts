/** The value below which a share (0 to 1) of the values is: the nearest rank, never between two. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** One engine's times for the sixty queries, in milliseconds. */
export interface Latencies {
  /** The median of each query's repetitions. */
  readonly perQuery: readonly number[]
  readonly totals: readonly number[]
  readonly p50: number
  readonly p95: number
  readonly max: number
  /** Over every single request. */
  readonly requestP50: number
  readonly requestP95: number
  /** The first time each query was asked of the opened engine. */
  readonly firstP50: number
  readonly firstMax: number
  readonly timeouts: number
}

/** How long it takes to find the studies like one, in milliseconds. */
export interface SimilarTimes {
  readonly p50: number
  readonly p95: number
  /** The first time each was asked for. */
  readonly firstP50: number
}

/** What was measured of one query. */
export interface Timed {
  readonly first: number
  readonly times: readonly number[]
  readonly total: number
  readonly timedOut?: boolean
}

export function latenciesOf(timed: readonly Timed[]): Latencies {
  const perQuery = timed.map(({ times }) => median(times))
  const requests = timed.flatMap(({ times }) => times)
  const firsts = timed.map(({ first }) => first)
  return {
    perQuery,
    totals: timed.map(({ total }) => total),
    p50: median(perQuery),
    p95: percentile(perQuery, 0.95),
    max: Math.max(...perQuery),
    requestP50: median(requests),
    requestP95: percentile(requests, 0.95),
    firstP50: median(firsts),
    firstMax: Math.max(...firsts),
    timeouts: timed.filter(({ timedOut }) => timedOut).length,
  }
}
