import assert from 'node:assert/strict'
import { test } from 'node:test'
import jStat from 'jstat'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { betaQuantile, binomialTerm, incompleteBeta } from './beta.ts'
import { chiSquareAbove, gammaAbove, gammaBelow, gammaQuantile } from './gamma.ts'
import { normalBelow, normalQuantile, twoSidedZ } from './normal.ts'
import { noncentralAbove, studentAbove } from './student.ts'
import { devianceTerm, logGamma, stirlingError } from './stirling.ts'

const few = { numRuns: sized(60, 2000) }
const near = (got: number, wanted: number, tol: number): void =>
  assert.ok(Math.abs(got - wanted) <= tol * Math.max(1, Math.abs(wanted)), `${got}, not ${wanted}`)
const nearby = (got: number, wanted: number, tol: number): void =>
  assert.ok(Math.abs(got - wanted) <= tol * Math.abs(wanted), `${got}, not ${wanted}`)
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const shape = fc.double({ min: 0.1, max: 200, noNaN: true })

test('logarithms of factorials are those of the factorials', () => {
  let product = 1
  for (let n = 1; n <= 60; n++) {
    product *= n
    near(logGamma(n + 1), Math.log(product), 1e-14)
  }
  near(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14)
  near(logGamma(1e6), 12815504.56914761, 1e-15)
  nearby(stirlingError(1e6), 1 / 12e6 - 1 / 360e18, 1e-14)
  for (const x of [14.999999, 15, 15.000001]) near(stirlingError(x), 0.005554733551962, 1e-9)
})

test('a deviance near its mean has all its digits', () => {
  nearby(devianceTerm(1e6 + 1, 1e6), 4.999998333334167e-7, 1e-10)
  assert.equal(devianceTerm(5, 5), 0)
  near(devianceTerm(3, 10), 3 * Math.log(0.3) + 7, 1e-15)
  fc.assert(
    fc.property(shape, shape, (x, mean) => {
      near(devianceTerm(x, mean), x * Math.log(x / mean) + mean - x, 1e-11)
    }),
    few,
  )
})

test('shares of a beta distribution agree with jstat, and its quantiles bring them back', () => {
  fc.assert(
    fc.property(share, shape, shape, (p, a, b) => {
      near(incompleteBeta(p, a, b), jStat.beta.cdf(p, a, b), 1e-8)
      near(incompleteBeta(p, a, b) + incompleteBeta(1 - p, b, a), 1, 1e-12)
      const x = betaQuantile(p, a, b)
      if (x > 1e-12 && x < 1 - 1e-12) near(incompleteBeta(x, a, b), p, 1e-9)
    }),
    few,
  )
  assert.equal(incompleteBeta(0, 2, 3), 0)
  assert.equal(incompleteBeta(-1, 2, 3), 0)
  assert.equal(incompleteBeta(1, 2, 3), 1)
  assert.equal(incompleteBeta(2, 2, 3), 1)
  near(incompleteBeta(0.3, 1, 1), 0.3, 1e-15)
  near(incompleteBeta(0.3, 2, 3), 0.3483, 1e-15)
})

test('shares of a beta distribution are right for a million', () => {
  // mpmath, 30 digits
  nearby(incompleteBeta(0.4995, 500_000, 500_001), 0.15889722453496058, 1e-10)
  nearby(incompleteBeta(1e-6, 1, 1_000_000), -Math.expm1(1e6 * Math.log1p(-1e-6)), 1e-10)
  nearby(incompleteBeta(0.4975, 500_000, 500_001), 2.880934598746231e-7, 1e-10)
})

test('the binomial formula holds at its ends and between', () => {
  assert.equal(binomialTerm(0, 0, 0.3), 1)
  assert.equal(binomialTerm(0, 0, 1), 1)
  nearby(binomialTerm(0, 20, 0.3), 0.7 ** 20, 1e-14)
  nearby(binomialTerm(20, 0, 0.3), 0.3 ** 20, 1e-13)
  nearby(binomialTerm(3, 2, 0.4), 0.2304, 1e-14)
  assert.equal(binomialTerm(3, 2, 0), 0)
  assert.equal(binomialTerm(3, 2, 1), 0)
})

test('shares of a gamma distribution agree with jstat, and its quantiles bring them back', () => {
  fc.assert(
    fc.property(shape, fc.double({ min: 0.01, max: 400, noNaN: true }), share, (a, x, p) => {
      near(gammaBelow(a, x), jStat.gamma.cdf(x, a, 1), 1e-10)
      near(gammaBelow(a, x) + gammaAbove(a, x), 1, 1e-12)
      near(gammaBelow(a, gammaQuantile(p, a)), p, 1e-10)
    }),
    few,
  )
  assert.equal(gammaBelow(2, 0), 0)
  assert.equal(gammaAbove(2, 0), 1)
  assert.equal(gammaBelow(2, -1), 0)
  assert.equal(gammaAbove(2, -1), 1)
  nearby(gammaAbove(1, 100), Math.exp(-100), 1e-12)
  nearby(gammaBelow(1, 1e-9), 1e-9, 1e-8)
  nearby(chiSquareAbove(3.841458820694124, 1), 0.05, 1e-12)
  nearby(chiSquareAbove(5.991464547107979, 2), 0.05, 1e-12)
  nearby(gammaQuantile(0.975, 1_000_001), 1001961.9119454322, 1e-12)
})

test('the normal distribution agrees with published quantiles', () => {
  near(twoSidedZ(0.95), 1.959963984540054, 1e-15)
  near(twoSidedZ(0.99), 2.5758293035489004, 1e-15)
  near(twoSidedZ(0.8), 1.2815515655446004, 1e-14)
  assert.equal(normalBelow(0), 0.5)
  near(normalBelow(1), 0.8413447460685429, 1e-15)
  nearby(normalBelow(-10), 7.61985302416053e-24, 1e-12)
  fc.assert(
    fc.property(share, (p) => {
      near(normalBelow(normalQuantile(p)), p, 1e-14)
      near(normalQuantile(p), -normalQuantile(1 - p), 1e-13)
    }),
    few,
  )
})

test('Student’s distribution agrees with jstat, and the non-central one with R', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.5, noNaN: true }), shape, (p, df) => {
      if (df < 1) return
      near(1 - jStat.studentt.cdf(studentAbove(p, df), df), p, 1e-8)
    }),
    few,
  )
  near(studentAbove(0.025, 10), 2.2281388519862744, 1e-13)
  near(noncentralAbove(2.2281388519862744, 10, 0), 0.025, 1e-12)
  for (const [t, df, delta, wanted] of noncentral)
    near(noncentralAbove(t, df, delta), wanted, 1e-10)
})

/** t, df, non-centrality, and the chance above t. */
const noncentral: readonly (readonly [number, number, number, number])[] = [
  [2, 10, 1, 0.19238843746962478],
  [1, 4.5, 2.5, 0.9300589774245781],
  [1.98, 96, 3.27, 0.9001027898026491],
  [0.5, 3, 0.2, 0.39922805498824343],
  [3, 200, 6, 0.9985126636713348],
]
