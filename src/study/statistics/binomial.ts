import { binomialTerm, incompleteBeta } from './beta.ts'
import { checkShare, checkWhole, refuse } from './arguments.ts'

/** An exact binomial test: the chance of what was seen and of what speaks as much against `p0`. */
export interface BinomialTest {
  readonly method: 'exact-binomial@1'
  readonly estimate: number
  readonly greater: number
  readonly less: number
  readonly twoSided: number
}

/** The chance of at least so many successes. */
export interface BinomialTail {
  readonly method: 'binomial-tail@1'
  readonly probability: number
}

/**
 * Tests `x` successes of `n` against the share `p0`. Two-sided is the chance of all outcomes no likelier than the
 * one seen (as `binom.test` of R; likelihoods within 1e-7 are equal), not the double of the smaller tail.
 * Throws RangeError when `n` is not 1 or more, `x` is not 0 to `n`, or `p0` is not 0 to 1.
 */
export function exactBinomialTest(given: { x: number; n: number; p0: number }): BinomialTest {
  const { x, n, p0 } = given
  checkWhole('n', n, 1)
  checkWhole('x', x, 0, n)
  checkShare('p0', p0)
  return {
    method: 'exact-binomial@1',
    estimate: x / n,
    greater: upperTail(x, n, p0),
    less: lowerTail(x, n, p0),
    twoSided: noLikelier(x, n, p0),
  }
}

/**
 * The chance of `atLeast` or more successes of `n`, each with the chance `p`.
 * Throws RangeError when `n` is not 0 or more, `atLeast` not a whole number, or `p` not 0 to 1.
 */
export function binomialTail(given: { atLeast: number; n: number; p: number }): BinomialTail {
  const { atLeast, n, p } = given
  checkWhole('n', n, 0)
  if (!Number.isInteger(atLeast)) refuse('atLeast', atLeast, 'a whole number')
  checkShare('p', p)
  return { method: 'binomial-tail@1', probability: upperTail(atLeast, n, p) }
}

/** The chance of `x` or more of `n`. Arguments are trusted. */
export function upperTail(x: number, n: number, p: number): number {
  if (x <= 0) return 1
  return x > n ? 0 : incompleteBeta(p, x, n - x + 1)
}

/** The chance of `x` or fewer of `n`. Arguments are trusted. */
export function lowerTail(x: number, n: number, p: number): number {
  return upperTail(n - x, n, 1 - p)
}

/** The chance of exactly `x` of `n`. Arguments are trusted. */
export function binomialProbability(x: number, n: number, p: number): number {
  return binomialTerm(x, n - x, p)
}

/** Both tails: the one seen, and of the other what is no likelier. From its mean on a binomial only falls. */
function noLikelier(x: number, n: number, p0: number): number {
  const [seen, p] = x > n * p0 ? [n - x, 1 - p0] : [x, p0]
  const asUnlikely = binomialProbability(seen, n, p) * (1 + 1e-7)
  let from = Math.max(seen + 1, Math.ceil(n * p))
  let to = n + 1
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (binomialProbability(middle, n, p) <= asUnlikely) to = middle
    else from = middle + 1
  }
  return Math.min(1, lowerTail(seen, n, p) + upperTail(from, n, p))
}
