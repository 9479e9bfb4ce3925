import assert from 'node:assert/strict'
import { test } from 'node:test'
import jStat from 'jstat'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { clopperPearson, newcombe, wilson } from './intervals.ts'
import { poissonExactRate } from './poisson.ts'

const few = { numRuns: sized(60, 2000) }
const near = (got: number, wanted: number, tol = 1e-12): void =>
  assert.ok(Math.abs(got - wanted) <= tol, `${got}, not ${wanted}`)
const counted = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }))

test('an exact interval holds the true share at least as often as it says, whatever the share', () => {
  for (const conf of [0.8, 0.95])
    for (const n of [1, 4, 9, 16]) {
      const limits = Array.from({ length: n + 1 }, (_, x) => clopperPearson({ x, n, conf }))
      for (let p = 0.005; p < 1; p += 0.01) {
        const held = limits.reduce(
          (sum, { lower, upper }, x) =>
            lower <= p && p <= upper ? sum + jStat.binomial.pdf(x, n, p) : sum,
          0,
        )
        assert.ok(held >= conf - 1e-9, `${held} at ${p} of ${n}`)
      }
    }
})

test('at its limits, what was seen or more of it has just the chance left over', () => {
  fc.assert(
    fc.property(counted, fc.constantFrom(0.8, 0.9, 0.95, 0.99), ({ x, n }, conf) => {
      const { estimate, lower, upper } = clopperPearson({ x, n, conf })
      assert.equal(estimate, x / n)
      const tail = (1 - conf) / 2
      if (x > 0) near(1 - jStat.beta.cdf(1 - lower, n - x + 1, x), tail, 1e-8)
      else assert.equal(lower, 0)
      if (x < n) near(jStat.beta.cdf(1 - upper, n - x, x + 1), tail, 1e-8)
      else assert.equal(upper, 1)
      assert.ok(lower <= x / n && x / n <= upper)
    }),
    few,
  )
})

test('successes and failures have mirrored intervals', () => {
  fc.assert(
    fc.property(counted, ({ x, n }) => {
      for (const interval of [clopperPearson, wilson]) {
        const [one, other] = [interval({ x, n }), interval({ x: n - x, n })]
        near(one.lower, 1 - other.upper)
        near(one.upper, 1 - other.lower)
      }
    }),
    few,
  )
})

test('Wilson’s limits are the shares whose distance from the one seen is z standard errors', () => {
  const z = 1.959963984540054
  fc.assert(
    fc.property(counted, ({ x, n }) => {
      const { lower, upper, estimate, conf, method } = wilson({ x, n })
      assert.deepEqual([estimate, conf, method], [x / n, 0.95, 'wilson@1'])
      if (x > 0) near(x / n - lower, z * Math.sqrt((lower * (1 - lower)) / n))
      if (x < n) near(upper - x / n, z * Math.sqrt((upper * (1 - upper)) / n))
    }),
    few,
  )
  assert.equal(wilson({ x: 0, n: 7 }).lower, 0)
  assert.equal(wilson({ x: 7, n: 7 }).upper, 1)
})

test('a difference the other way round has the mirrored interval', () => {
  fc.assert(
    fc.property(counted, counted, (one, two) => {
      const there = newcombe({ x1: one.x, n1: one.n, x2: two.x, n2: two.n, conf: 0.9 })
      const back = newcombe({ x1: two.x, n1: two.n, x2: one.x, n2: one.n, conf: 0.9 })
      near(there.difference, -back.difference)
      near(there.lower, -back.upper)
      near(there.upper, -back.lower)
      assert.ok(there.lower >= -1 - 1e-12 && there.upper <= 1 + 1e-12)
    }),
    few,
  )
})

test('a million participants have an interval that is right', () => {
  const { lower, upper } = clopperPearson({ x: 500_000, n: 1_000_000 })
  near(lower, 0.49901951919531184, 1e-10)
  near(upper, 0.5009804808046882, 1e-10)
  near(clopperPearson({ x: 1, n: 1_000_000 }).lower, 2.5317807663794178e-8, 1e-17)
  near(clopperPearson({ x: 0, n: 1_000_000 }).upper, 3.688872650206489e-6, 1e-15)
})

test('a rate without an event begins at 0 and ends where none has the chance left over', () => {
  const { rate, lower, upper, method, conf } = poissonExactRate({ events: 0, time: 4 })
  assert.deepEqual([rate, lower, method, conf], [0, 0, 'poisson-exact@1', 0.95])
  near(upper, -Math.log(0.025) / 4, 1e-13)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (events) => {
      const limits = poissonExactRate({ events, time: 2, conf: 0.9 })
      near(jStat.gamma.cdf(2 * limits.lower, events, 1), 0.05, 1e-8)
      near(jStat.gamma.cdf(2 * limits.upper, events + 1, 1), 0.95, 1e-8)
    }),
    few,
  )
})

test('what cannot be is refused, and the refusal names it', () => {
  const refused: readonly (readonly [RegExp, () => unknown])[] = [
    [/^n is 0: give a whole number, 1 or more$/, () => clopperPearson({ x: 0, n: 0 })],
    [/^n is 2.5/, () => wilson({ x: 0, n: 2.5 })],
    [/^n is NaN/, () => clopperPearson({ x: 0, n: NaN })],
    [/^x is -1: give a whole number, 0 to 3$/, () => clopperPearson({ x: -1, n: 3 })],
    [/^x is 4/, () => wilson({ x: 4, n: 3 })],
    [/^x is NaN/, () => clopperPearson({ x: NaN, n: 3 })],
    [/^conf is 0: give a number above 0 and below 1$/, () => wilson({ x: 1, n: 3, conf: 0 })],
    [/^conf is 1/, () => clopperPearson({ x: 1, n: 3, conf: 1 })],
    [/^conf is 95/, () => clopperPearson({ x: 1, n: 3, conf: 95 })],
    [/^conf is NaN/, () => poissonExactRate({ events: 1, time: 3, conf: NaN })],
    [/^n2 is 0/, () => newcombe({ x1: 1, n1: 2, x2: 0, n2: 0 })],
    [/^x1 is 3/, () => newcombe({ x1: 3, n1: 2, x2: 0, n2: 1 })],
    [/^events is -1/, () => poissonExactRate({ events: -1, time: 1 })],
    [/^events is 0.5/, () => poissonExactRate({ events: 0.5, time: 1 })],
    [/^time is 0: give a finite number above 0$/, () => poissonExactRate({ events: 1, time: 0 })],
    [/^time is Infinity/, () => poissonExactRate({ events: 1, time: Infinity })],
  ]
  for (const [message, call] of refused) assert.throws(call, { name: 'RangeError', message })
})
