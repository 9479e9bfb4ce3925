import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { rankSum } from './rank-sum.ts'
import { type Zeros, signedRank } from './signed-rank.ts'
import { doubledRanks, joinTies } from './ties.ts'

const few = { numRuns: sized(60, 2000) }
const near = (got: number, wanted: number, tol = 1e-11): void =>
  assert.ok(Math.abs(got - wanted) <= tol, `${got}, not ${wanted}`)
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const small = fc.integer({ min: -3, max: 4 })

test('equal numbers share the mean of their ranks', () => {
  assert.deepEqual(doubledRanks([30, 10, 20, 20]), [8, 2, 5, 5])
  assert.deepEqual(doubledRanks([]), [])
  assert.deepEqual(doubledRanks([1, 1, 1]), [4, 4, 4])
})

test('numbers that differ by rounding alone are one number, others are not', () => {
  assert.deepEqual(joinTies([0.3, 0.1 + 0.2, 0.30001]), [0.3, 0.3, 0.30001])
  assert.deepEqual(joinTies([1, 1 + 1e-9, 1 + 2e-9]), [1, 1, 1])
  assert.deepEqual(joinTies([1, 1 + 2e-8]), [1, 1 + 2e-8])
  assert.deepEqual(joinTies([-1, 1]), [-1, 1])
  assert.deepEqual(joinTies([1e-12, 2e-12]), [1e-12, 2e-12])
  assert.deepEqual(joinTies([]), [])
})

test('a signed-rank test counts all signs of its ranks, with ties and zeros', () => {
  const zeros = fc.constantFrom<Zeros>('wilcoxon', 'pratt')
  fc.assert(
    fc.property(fc.array(small, { maxLength: 9 }), zeros, (differences, way) => {
      const found = signedRank({ differences, zeros: way })
      const ranked = differences.filter((one) => way === 'pratt' || one !== 0)
      const ranks = doubledRanks(ranked.map(Math.abs)).map((rank) => rank / 2)
      const used = ranks.filter((_, at) => ranked[at] !== 0)
      if (used.length === 0) return assert.equal(found, undefined)
      assert.ok(found)
      const v = sum(ranks.filter((_, at) => (ranked[at] ?? 0) > 0))
      const sums = Array.from({ length: 2 ** used.length }, (_, signs) =>
        sum(used.filter((_rank, at) => (signs >> at) & 1)),
      )
      assert.equal(found.method, `signed-rank-exact(${way})@1`)
      assert.deepEqual([found.V, found.nUsed, found.conf], [v, used.length, 0.95])
      near(found.greater, sums.filter((one) => one >= v).length / sums.length)
      near(found.less, sums.filter((one) => one <= v).length / sums.length)
      near(found.twoSided, Math.min(1, 2 * found.greater, 2 * found.less))
    }),
    few,
  )
})

test('what fell is tested as what rose is, the other way round', () => {
  fc.assert(
    fc.property(fc.array(small, { minLength: 1, maxLength: 30 }), (differences) => {
      const one = signedRank({ differences, zeros: 'pratt' })
      const other = signedRank({ differences: differences.map((x) => -x), zeros: 'pratt' })
      if (!one || !other) return assert.equal(one, other)
      near(one.greater, other.less)
      near(one.hodgesLehmann, -other.hodgesLehmann)
      assert.equal(one.hlLower, other.hlUpper === null ? null : 0 - other.hlUpper || 0)
    }),
    few,
  )
})

test('the estimate is the median of the means of pairs; five or fewer have no 95 % limits', () => {
  const found = (differences: readonly number[], conf = 0.95): readonly (number | null)[] => {
    const { hodgesLehmann, hlLower, hlUpper } = signedRank({
      differences,
      zeros: 'wilcoxon',
      conf,
    }) ?? { hodgesLehmann: NaN, hlLower: NaN, hlUpper: NaN }
    return [hodgesLehmann, hlLower, hlUpper]
  }
  assert.deepEqual(found([1, 2, 4, 8, 16]), [5, null, null])
  assert.deepEqual(found([1, 2, 4, 8, 16, 32]), [8.5, 1, 32])
  assert.deepEqual(found([1, 2, 4, 8, 16], 0.9), [5, 1, 16])
  assert.deepEqual(found([0, 7]), [7, null, null])
  assert.deepEqual(signedRank({ differences: [0, 7], zeros: 'pratt' })?.hodgesLehmann, 3.5)
})

test('differences of equal size but for the last bit are ties, and one of almost nothing is zero', () => {
  const given = [38.3 - 38.2, 38.2 - 38.1, 37.1 - 37.2, 0.3 - (0.1 + 0.2), 2]
  const exact = signedRank({ differences: [0.1, 0.1, -0.1, 0, 2], zeros: 'pratt' })
  const found = signedRank({ differences: given, zeros: 'pratt' })
  assert.deepEqual([found?.V, found?.nUsed], [exact?.V, exact?.nUsed])
  assert.equal(found?.greater, exact?.greater)
})

test('a rank-sum test counts all ways to draw its ranks, with ties', () => {
  const group = fc.array(small, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(group, group, (x, y) => {
      const found = rankSum({ x, y })
      const ranks = doubledRanks([...x, ...y]).map((rank) => rank / 2)
      const w = sum(ranks.slice(0, x.length))
      const mean = (x.length * (ranks.length + 1)) / 2
      const sums = drawn(ranks, x.length)
      const share = (holds: (one: number) => boolean): number =>
        sums.filter(holds).length / sums.length
      const u = sum(x.map((a) => sum(y.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))))
      assert.deepEqual([found.method, found.W, found.U], ['rank-sum-exact@1', w, u])
      near(
        found.greater,
        share((one) => one >= w),
      )
      near(
        found.less,
        share((one) => one <= w),
      )
      near(
        found.twoSidedByDistance,
        share((one) => Math.abs(one - mean) >= Math.abs(w - mean)),
      )
      near(found.twoSidedDoubled, Math.min(1, 2 * found.greater, 2 * found.less))
      near(found.greater, rankSum({ x: y, y: x }).less)
    }),
    few,
  )
  const joined = rankSum({ x: [0.1 + 0.2, 1], y: [0.3, 2] })
  assert.equal(joined.W, 1.5 + 3)
})

test('larger groups are worked out exactly', () => {
  const x = Array.from({ length: 40 }, (_, at) => 2 * at)
  const { greater, less, U } = rankSum({ x, y: x.map((one) => one + 1) })
  assert.equal(U, 780)
  near(greater, 0.5777571185918151) // scipy 1.17, mannwhitneyu, exact
  near(less, 0.42599147374319446)
  const many = signedRank({ differences: [...x, -1], zeros: 'wilcoxon' })
  near(many?.less ?? 0, 1)
})

test('what cannot be is refused, and the refusal names it', () => {
  const long = Array.from({ length: 2001 }, (_, at) => at + 1)
  const refused: readonly (readonly [RegExp, () => unknown])[] = [
    [/^differences\[1\] is NaN/, () => signedRank({ differences: [1, NaN], zeros: 'pratt' })],
    [/^conf is 2/, () => signedRank({ differences: [1], zeros: 'pratt', conf: 2 })],
    [
      /^differences is a list of 2001: give at most 2000/,
      () => signedRank({ differences: long, zeros: 'pratt' }),
    ],
    [/^x is empty: give one value or more$/, () => rankSum({ x: [], y: [1] })],
    [/^y is empty/, () => rankSum({ x: [1], y: [] })],
    [/^y\[0\] is Infinity: give a finite number$/, () => rankSum({ x: [1], y: [Infinity] })],
    [/^x and y are 4002 values/, () => rankSum({ x: long, y: long })],
  ]
  for (const [message, call] of refused) assert.throws(call, { name: 'RangeError', message })
})

/** The sums of all ways to draw `count` of the ranks. */
function drawn(ranks: readonly number[], count: number): number[] {
  if (count === 0) return [0]
  return ranks.flatMap((rank, at) =>
    drawn(ranks.slice(at + 1), count - 1).map((rest) => rank + rest),
  )
}
