import { betaQuantile } from './beta.ts'
import { checkInside, checkWhole } from './arguments.ts'
import { twoSidedZ } from './normal.ts'

/** A share with its limits; `conf` is how sure they are, 0.95 for 95 %. */
export interface ShareInterval {
  readonly method: 'clopper-pearson@1' | 'wilson@1'
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly conf: number
}

/** The difference of two shares, the first less the second, with its limits. */
export interface DifferenceInterval {
  readonly method: 'newcombe@1'
  readonly difference: number
  readonly lower: number
  readonly upper: number
  readonly conf: number
}

/** `x` of `n`, and how sure the limits are to be (0.95 where not said). */
export interface Counted {
  readonly x: number
  readonly n: number
  readonly conf?: number
}

/**
 * The exact interval of Clopper and Pearson (Biometrika 26, 1934), from beta quantiles: each limit is the share
 * under which what was seen, or more of it, has the chance (1 - conf) / 2. 0 of `n` begins at 0, `n` of `n` ends at 1.
 * Throws RangeError when `n` is not 1 or more, `x` not 0 to `n`, or `conf` not between 0 and 1.
 */
export function clopperPearson({ x, n, conf = 0.95 }: Counted): ShareInterval {
  checkCounted('x', x, 'n', n, conf)
  const tail = (1 - conf) / 2
  return {
    method: 'clopper-pearson@1',
    estimate: x / n,
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : 1 - betaQuantile(tail, n - x, x + 1),
    conf,
  }
}

/**
 * Wilson's score interval (JASA 22, 1927), without continuity correction.
 * Throws RangeError when `n` is not 1 or more, `x` not 0 to `n`, or `conf` not between 0 and 1.
 */
export function wilson({ x, n, conf = 0.95 }: Counted): ShareInterval {
  checkCounted('x', x, 'n', n, conf)
  return { method: 'wilson@1', estimate: x / n, ...scoreLimits(x, n, twoSidedZ(conf)), conf }
}

/**
 * The difference x1/n1 - x2/n2 with Newcombe's limits (method 10, hybrid score without continuity correction,
 * Statistics in Medicine 17, 1998).
 * Throws RangeError when an `n` is not 1 or more, an `x` not 0 to its `n`, or `conf` not between 0 and 1.
 */
export function newcombe(given: {
  x1: number
  n1: number
  x2: number
  n2: number
  conf?: number
}): DifferenceInterval {
  const { x1, n1, x2, n2, conf = 0.95 } = given
  checkCounted('x1', x1, 'n1', n1, conf)
  checkCounted('x2', x2, 'n2', n2, conf)
  const z = twoSidedZ(conf)
  const [p1, p2] = [x1 / n1, x2 / n2]
  const first = scoreLimits(x1, n1, z)
  const second = scoreLimits(x2, n2, z)
  const difference = p1 - p2
  return {
    method: 'newcombe@1',
    difference,
    lower: difference - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: difference + Math.hypot(first.upper - p1, p2 - second.lower),
    conf,
  }
}

function checkCounted(xName: string, x: number, nName: string, n: number, conf: number): void {
  checkWhole(nName, n, 1)
  checkWhole(xName, x, 0, n)
  checkInside('conf', conf)
}

function scoreLimits(x: number, n: number, z: number): { lower: number; upper: number } {
  const square = z * z
  const middle = x + square / 2
  const half = z * Math.sqrt((x * (n - x)) / n + square / 4)
  return {
    lower: x === 0 ? 0 : (middle - half) / (n + square),
    upper: x === n ? 1 : (middle + half) / (n + square),
  }
}
