import { signedSums } from './signed-sums.ts'

/** The centre of differences: the median of their Walsh averages, with limits that are null where none are reached. */
export interface HodgesLehmann {
  readonly hodgesLehmann: number
  readonly hlLower: number | null
  readonly hlUpper: number | null
}

/**
 * The Hodges-Lehmann estimate of one or more differences (Annals of Mathematical Statistics 34, 1963) and its limits
 * by the signed-rank distribution without ties, as `wilcox.test` of R.
 */
export function hodgesLehmannOf(differences: readonly number[], conf: number): HodgesLehmann {
  const means = walshAverages(differences)
  const cut = rankOfLimit(differences.length, (1 - conf) / 2)
  return {
    hodgesLehmann: medianOf(means),
    hlLower: means[cut - 1] ?? null,
    hlUpper: means[means.length - cut] ?? null,
  }
}

/** The means of all pairs, each with itself too, in order. */
function walshAverages(values: readonly number[]): Float64Array {
  const means = new Float64Array((values.length * (values.length + 1)) / 2)
  let place = 0
  for (const [at, value] of values.entries())
    for (const other of values.slice(at)) means[place++] = (value + other) / 2
  return means.sort()
}

function medianOf(sorted: Float64Array): number {
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN
  const high = sorted[Math.floor(sorted.length / 2)] ?? NaN
  return (low + high) / 2
}

/** How many averages to count from either end: the least V whose lower tail reaches `tail`. 0: so few have no limits. */
function rankOfLimit(n: number, tail: number): number {
  const chances = signedSums(Array.from({ length: n }, (_, at) => at + 1))
  let below = 0
  for (const [v, chance] of chances.entries()) {
    below += chance
    if (below >= tail) return v
  }
  return 0
}
