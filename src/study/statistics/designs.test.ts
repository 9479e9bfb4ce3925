import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { binomialTail } from './binomial.ts'
import { clopperPearson } from './intervals.ts'
import { quantiles } from './quantiles.ts'
import {
  sampleSizeLogRankEvents,
  sampleSizePrecisionExact,
  sampleSizeTwoMeans,
  sampleSizeTwoProportions,
} from './sample-size.ts'
import { ahern } from './single-stage.ts'
import { simonTwoStage } from './two-stage.ts'

const near = (got: number | null | undefined, wanted: number, tol = 1e-11): void =>
  assert.ok(typeof got === 'number' && Math.abs(got - wanted) <= tol, `${got}, not ${wanted}`)
const tail = (atLeast: number, n: number, p: number): number =>
  binomialTail({ atLeast, n, p }).probability

test('a two-stage design keeps its errors, counted out', () => {
  const aims = [
    [0.2, 0.5, 0.05, 0.2],
    [0.3, 0.6, 0.1, 0.1],
    [0.05, 0.3, 0.05, 0.1],
  ] as const
  for (const [p0, p1, alpha, beta] of aims) {
    const found = simonTwoStage({ p0, p1, alpha, beta, nMax: 40 })
    assert.deepEqual([found.method, found.nMax], ['simon-two-stage@1', 40])
    for (const design of [found.optimal, found.minimax]) {
      assert.ok(design)
      const { r1, n1, r, n } = design
      near(passes(r1, n1, r, n, p0), design.alpha)
      near(passes(r1, n1, r, n, p1), design.power)
      assert.ok(design.alpha <= alpha && design.power >= 1 - beta)
      near(design.PET, 1 - tail(r1 + 1, n1, p0))
      near(design.EN, n1 + (1 - design.PET) * (n - n1))
    }
    assert.ok((found.minimax?.n ?? 0) <= (found.optimal?.n ?? 0))
    assert.ok((found.optimal?.EN ?? 0) <= (found.minimax?.EN ?? 0))
  }
})

test('no smaller design keeps the errors', () => {
  const [p0, p1, alpha, beta] = [0.2, 0.6, 0.1, 0.2]
  const best = { n: Infinity, EN: Infinity }
  for (let n = 2; n <= 16; n++)
    for (let n1 = 1; n1 < n; n1++)
      for (let r1 = 0; r1 < n1; r1++)
        for (let r = r1; r <= n; r++) {
          if (passes(r1, n1, r, n, p0) > alpha || passes(r1, n1, r, n, p1) < 1 - beta) continue
          best.n = Math.min(best.n, n)
          best.EN = Math.min(best.EN, n1 + tail(r1 + 1, n1, p0) * (n - n1))
        }
  const { optimal, minimax } = simonTwoStage({ p0, p1, alpha, beta, nMax: 16 })
  assert.equal(minimax?.n, best.n)
  near(optimal?.EN, best.EN)
})

test('where no design keeps the errors there is none', () => {
  const none = simonTwoStage({ p0: 0.3, p1: 0.35, alpha: 0.05, beta: 0.1, nMax: 20 })
  assert.deepEqual([none.optimal, none.minimax], [null, null])
  assert.equal(ahern({ p0: 0.3, p1: 0.35, alpha: 0.05, power: 0.9, nMax: 20 }), undefined)
})

test('a design of one stage is the smallest that keeps its errors, and a larger one can fail', () => {
  for (const [p0, p1, alpha, power] of [
    [0.1, 0.4, 0.05, 0.8],
    [0.5, 0.75, 0.05, 0.9],
    [0.4, 0.5, 0.2, 0.6],
  ] as const) {
    const found = ahern({ p0, p1, alpha, power })
    assert.ok(found)
    near(found.alpha, tail(found.c, found.n, p0))
    near(found.power, tail(found.c, found.n, p1))
    assert.ok(found.alpha <= alpha && found.power >= power)
    for (let n = 1; n < found.n; n++)
      for (let c = 0; c <= n; c++)
        assert.ok(tail(c, n, p0) > alpha || tail(c, n, p1) < power, `${c}/${n}`)
  }
  const { n = 0 } = ahern({ p0: 0.1, p1: 0.3, alpha: 0.05, power: 0.8 }) ?? {}
  const larger = Array.from({ length: 10 }, (_, at) => n + at)
  const best = larger.map((size) => {
    const c = [...Array(size).keys()].find((at) => tail(at, size, 0.1) <= 0.05)
    return tail(c ?? size, size, 0.3)
  })
  assert.ok((best[0] ?? 0) >= 0.8 && best.some((power) => power < 0.8))
})

test('sizes follow their formulas', () => {
  const twice = sampleSizeTwoProportions({ p1: 0.05, p2: 0.2, alphaTwoSided: 0.05, power: 0.8 })
  near(twice.exact, 75.1187302886198, 1e-6)
  assert.deepEqual([twice.perGroup, twice.method], [76, 'two-proportions-normal@1'])
  const events = sampleSizeLogRankEvents({ hazardRatio: 2, alphaTwoSided: 0.05, power: 0.8 })
  near(events.exact, 4 * ((1.959963984540054 + 0.8416212335729143) / Math.LN2) ** 2, 1e-9)
  const other = sampleSizeLogRankEvents({ hazardRatio: 0.5, alphaTwoSided: 0.05, power: 0.8 })
  near(other.exact, events.exact, 1e-9)
  assert.deepEqual([events.events, events.method], [66, 'schoenfeld@1'])
  // R: power.t.test(delta = 1, sd = 1, power = 0.8)
  const means = sampleSizeTwoMeans({ delta: 1, sd: 1, alphaTwoSided: 0.05, power: 0.8 })
  near(means.exact, 16.71477, 1e-4)
  assert.deepEqual([means.perGroup, means.method], [17, 'two-means-t@1'])
  assert.equal(sampleSizeTwoMeans({ delta: 90, sd: 1, alphaTwoSided: 0.05, power: 0.8 }).exact, 2)
})

test('an estimate of a precision is as near as asked, and no fewer are', () => {
  const { n, method } = sampleSizePrecisionExact({ p: 0.2, halfWidth: 0.15, conf: 0.9 })
  assert.equal(method, 'clopper-pearson-precision@1')
  for (let size = 1; size <= n; size++) {
    const { lower, upper, estimate } = clopperPearson({
      x: Math.round(0.2 * size),
      n: size,
      conf: 0.9,
    })
    if (0.2 * size === Math.floor(0.2 * size) + 0.5) continue
    assert.equal(estimate - lower <= 0.15 && upper - estimate <= 0.15, size === n, `${size}`)
  }
})

test('quartiles by SAS are values or means of two, by R between them in proportion', () => {
  const value = fc.integer({ min: -50, max: 50 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const { n, mean, sd, sas5, r7, min, max, method } = quantiles({ values })
      const sorted = values.toSorted((a, b) => a - b)
      assert.deepEqual(
        [n, min, max, method],
        [values.length, sorted[0], sorted.at(-1), 'quantiles@1'],
      )
      const wanted = values.reduce((a, b) => a + b, 0) / n
      near(mean, wanted)
      const squares = values.reduce((sum, one) => sum + (one - wanted) ** 2, 0)
      if (n > 1) near(sd, Math.sqrt(squares / (n - 1)))
      else assert.equal(sd, null)
      for (const [at, p] of [0.25, 0.5, 0.75].entries()) {
        const below = sorted.filter((one) => one < (sas5[at] ?? NaN)).length
        const upTo = sorted.filter((one) => one <= (sas5[at] ?? NaN)).length
        assert.ok(below <= n * p && n * p <= upTo)
      }
      near(
        r7[1],
        ((sorted[Math.floor((n - 1) / 2)] ?? NaN) + (sorted[Math.floor(n / 2)] ?? NaN)) / 2,
      )
      near(sas5[1], r7[1] ?? NaN)
    }),
    { numRuns: sized(100, 2000) },
  )
  const none = quantiles({ values: [] })
  assert.deepEqual(
    [none.n, none.mean, none.sd, none.sas5, none.r7, none.min],
    [0, null, null, [], [], null],
  )
})

test('what cannot be is refused, and the refusal names it', () => {
  const aim = { p0: 0.2, p1: 0.4, alpha: 0.05, beta: 0.2 }
  const errors = { alphaTwoSided: 0.05, power: 0.8 }
  const refused: readonly (readonly [RegExp, () => unknown])[] = [
    [/^p0 is 0/, () => simonTwoStage({ ...aim, p0: 0 })],
    [/^p1 is 0.2: give a share above p0$/, () => simonTwoStage({ ...aim, p1: 0.2 })],
    [/^alpha is NaN/, () => simonTwoStage({ ...aim, alpha: NaN })],
    [/^beta is 1/, () => simonTwoStage({ ...aim, beta: 1 })],
    [/^nMax is 201/, () => simonTwoStage({ ...aim, nMax: 201 })],
    [/^nMax is 1:/, () => simonTwoStage({ ...aim, nMax: 1 })],
    [/^p1 is 0.1/, () => ahern({ ...aim, p1: 0.1, power: 0.8 })],
    [/^p1 is 0.2/, () => ahern({ ...aim, p1: 0.2, power: 0.8 })],
    [/^power is 1/, () => ahern({ ...aim, power: 1 })],
    [/^nMax is 0/, () => ahern({ ...aim, power: 0.8, nMax: 0 })],
    [/^p2 is 0.2/, () => sampleSizeTwoProportions({ ...errors, p1: 0.2, p2: 0.2 })],
    [/^p1 is 1/, () => sampleSizeTwoProportions({ ...errors, p1: 1, p2: 0.2 })],
    [
      /^alphaTwoSided is 0/,
      () => sampleSizeTwoProportions({ power: 0.8, alphaTwoSided: 0, p1: 0.1, p2: 0.2 }),
    ],
    [
      /^power is 0/,
      () => sampleSizeLogRankEvents({ power: 0, alphaTwoSided: 0.05, hazardRatio: 2 }),
    ],
    [/^sd is 0/, () => sampleSizeTwoMeans({ ...errors, delta: 1, sd: 0 })],
    [/^delta is -1/, () => sampleSizeTwoMeans({ ...errors, delta: -1, sd: 1 })],
    [
      /^power is NaN/,
      () => sampleSizeTwoMeans({ alphaTwoSided: 0.05, power: NaN, delta: 1, sd: 1 }),
    ],
    [/^hazardRatio is 1/, () => sampleSizeLogRankEvents({ ...errors, hazardRatio: 1 })],
    [/^hazardRatio is 0/, () => sampleSizeLogRankEvents({ ...errors, hazardRatio: 0 })],
    [/^halfWidth is 0/, () => sampleSizePrecisionExact({ p: 0.5, halfWidth: 0 })],
    [/^halfWidth is 1/, () => sampleSizePrecisionExact({ p: 0.5, halfWidth: 1 })],
    [/^p is 0/, () => sampleSizePrecisionExact({ p: 0, halfWidth: 0.1 })],
    [/^conf is 1/, () => sampleSizePrecisionExact({ p: 0.5, halfWidth: 0.1, conf: 1 })],
    [/^values\[1\] is NaN/, () => quantiles({ values: [1, NaN] })],
  ]
  for (const [message, call] of refused) assert.throws(call, { name: 'RangeError', message })
})

/** The chance of more than `r1` of `n1` and more than `r` of `n`. */
function passes(r1: number, n1: number, r: number, n: number, p: number): number {
  let sum = 0
  for (let x = r1 + 1; x <= n1; x++)
    sum += (tail(x, n1, p) - tail(x + 1, n1, p)) * tail(r + 1 - x, n - n1, p)
  return sum
}
