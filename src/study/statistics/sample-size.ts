import { checkInside, checkPositive, refuse } from './arguments.ts'
import { noncentralAbove, studentAbove } from './student.ts'
import { clopperPearson } from './intervals.ts'
import { normalQuantile } from './normal.ts'
import { solveRising } from './solve.ts'

/** How many participants each of two groups needs: rounded up, and as the formula gives it. */
export interface GroupSize {
  readonly method: 'two-proportions-normal@1' | 'two-means-t@1'
  readonly perGroup: number
  readonly exact: number
}

/** How many events two equal groups need together: rounded up, and as the formula gives it. */
export interface EventCount {
  readonly method: 'schoenfeld@1'
  readonly events: number
  readonly exact: number
}

/** How many participants an estimate of this precision needs. */
export interface PrecisionSize {
  readonly method: 'clopper-pearson-precision@1'
  readonly n: number
}

/** The errors allowed: two-sided alpha, and the power wanted. */
interface Errors {
  readonly alphaTwoSided: number
  readonly power: number
}

/**
 * To tell two shares apart: the normal approximation without continuity correction (J. L. Fleiss; as
 * `power.prop.test` of R).
 * Throws RangeError when a share, alpha or power is not between 0 and 1, or both shares are equal.
 */
export function sampleSizeTwoProportions(given: Errors & { p1: number; p2: number }): GroupSize {
  const { p1, p2 } = given
  for (const name of ['p1', 'p2'] as const) checkInside(name, given[name])
  if (p1 === p2) refuse('p2', p2, 'a share other than p1')
  const { za, zb } = quantilesOf(given)
  const pooled = (p1 + p2) * (1 - (p1 + p2) / 2)
  const apart = p1 * (1 - p1) + p2 * (1 - p2)
  const exact = ((za * Math.sqrt(pooled) + zb * Math.sqrt(apart)) / (p1 - p2)) ** 2
  return { method: 'two-proportions-normal@1', perGroup: roundUp(exact), exact }
}

/**
 * To tell two means apart by a t-test: the smallest size of a group whose power, from the non-central t distribution, is
 * the one wanted (as `power.t.test` of R).
 * Throws RangeError when `delta` or `sd` is not above 0, or alpha or power not between 0 and 1.
 */
export function sampleSizeTwoMeans(given: Errors & { delta: number; sd: number }): GroupSize {
  const { delta, sd, alphaTwoSided, power } = given
  for (const name of ['delta', 'sd'] as const) checkPositive(name, given[name])
  for (const name of ['alphaTwoSided', 'power'] as const) checkInside(name, given[name])
  const powerOf = (size: number): number => {
    const df = 2 * (size - 1)
    const limit = studentAbove(alphaTwoSided / 2, df)
    return noncentralAbove(limit, df, (delta / sd) * Math.sqrt(size / 2))
  }
  let most = 2
  while (powerOf(most) < power) most *= 2
  const exact = most === 2 ? 2 : solveRising(powerOf, power, most / 2, most)
  return { method: 'two-means-t@1', perGroup: roundUp(exact), exact }
}

/**
 * To tell two survival curves apart by a log-rank test of equal groups (D. A. Schoenfeld, Biometrics 39, 1983).
 * Throws RangeError when the hazard ratio is not above 0 or is 1, or alpha or power is not between 0 and 1.
 */
export function sampleSizeLogRankEvents(given: Errors & { hazardRatio: number }): EventCount {
  const { hazardRatio } = given
  checkPositive('hazardRatio', hazardRatio)
  if (hazardRatio === 1) refuse('hazardRatio', hazardRatio, 'a ratio other than 1')
  const { za, zb } = quantilesOf(given)
  const exact = 4 * ((za + zb) / Math.log(hazardRatio)) ** 2
  return { method: 'schoenfeld@1', events: roundUp(exact), exact }
}

/**
 * To estimate a share: the smallest `n` whose exact interval, with the successes nearest to `p` of it (a half goes to the
 * even number), reaches no further than `halfWidth` on either side. It is saw-toothed: a larger `n` can fail.
 * Throws RangeError when `p` or `conf` is not between 0 and 1, or `halfWidth` not 0.005 to below 1.
 */
export function sampleSizePrecisionExact(given: {
  p: number
  halfWidth: number
  conf?: number
}): PrecisionSize {
  const { p, halfWidth, conf = 0.95 } = given
  for (const [name, value] of [['p', p] as const, ['conf', conf] as const]) checkInside(name, value)
  if (!(halfWidth >= 0.005 && halfWidth < 1))
    refuse('halfWidth', halfWidth, 'a number from 0.005 to below 1')
  for (let n = 1; ; n++) {
    const { estimate, lower, upper } = clopperPearson({ x: halfToEven(p * n), n, conf })
    if (estimate - lower <= halfWidth && upper - estimate <= halfWidth)
      return { method: 'clopper-pearson-precision@1', n }
  }
}

function quantilesOf({ alphaTwoSided, power }: Errors): { za: number; zb: number } {
  checkInside('alphaTwoSided', alphaTwoSided)
  checkInside('power', power)
  return { za: normalQuantile(1 - alphaTwoSided / 2), zb: normalQuantile(power) }
}

/** The next whole number; what is one but for rounding stays. */
function roundUp(exact: number): number {
  return Math.ceil(exact - 1e-9)
}

function halfToEven(value: number): number {
  const below = Math.floor(value)
  const rest = value - below
  if (rest !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}
