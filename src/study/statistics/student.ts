import { incompleteBeta } from './beta.ts'
import { logGamma } from './stirling.ts'
import { normalBelow } from './normal.ts'
import { solveRising } from './solve.ts'

/** The `t` above 0 that leaves the share `p` (at most ½) of Student's distribution above it. */
export function studentAbove(p: number, df: number): number {
  const share = solveRising((x) => incompleteBeta(x, df / 2, 0.5), 2 * p, 0, 1)
  return Math.sqrt((df * (1 - share)) / share)
}

/**
 * The chance that a non-central t (`df`, non-centrality `delta` of 0 or more) is above `t` (0 or more): the sums of
 * R. V. Lenth, Algorithm AS 243, Applied Statistics 38 (1989).
 */
export function noncentralAbove(t: number, df: number, delta: number): number {
  const x = (t * t) / (t * t + df)
  const half = (delta * delta) / 2
  let even = Math.exp(-half)
  let odd = (even * delta) / (Math.SQRT2 * Math.exp(logGamma(1.5)))
  let sum = 0
  let left = 1
  for (let j = 0; j < 10_000 && (left > 1e-14 || j < half); j++) {
    sum += even * incompleteBeta(x, j + 0.5, df / 2) + odd * incompleteBeta(x, j + 1, df / 2)
    left -= even
    even *= half / (j + 1)
    odd *= half / (j + 1.5)
  }
  return 1 - normalBelow(-delta) - sum / 2
}
