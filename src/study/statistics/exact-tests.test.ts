import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { binomialTail, exactBinomialTest } from './binomial.ts'
import { fisherExact } from './fisher.ts'
import { fisherExactRxC } from './fisher-table.ts'
import { mcnemarExact } from './mcnemar.ts'

const few = { numRuns: sized(60, 2000) }
const near = (got: number, wanted: number, tol = 1e-11): void =>
  assert.ok(Math.abs(got - wanted) <= tol, `${got}, not ${wanted}`)
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

test('a binomial test adds up the outcomes', () => {
  const share = fc.constantFrom(0, 0.05, 0.1, 0.25, 0.3, 0.5, 0.6, 0.75, 0.9, 1)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(25), share, (n, seen, p0) => {
      const x = seen % (n + 1)
      const chances = Array.from({ length: n + 1 }, (_, at) => chanceOf(at, n, p0))
      const limit = (chances[x] ?? 0) * (1 + 1e-7)
      const found = exactBinomialTest({ x, n, p0 })
      assert.deepEqual([found.method, found.estimate], ['exact-binomial@1', x / n])
      near(found.greater, sum(chances.slice(x)))
      near(found.less, sum(chances.slice(0, x + 1)))
      near(found.twoSided, sum(chances.filter((chance) => chance <= limit)))
    }),
    { numRuns: sized(400, 5000) },
  )
})

test('an outcome that is expected but for rounding speaks for the share', () => {
  for (let n = 1; n <= 100; n++)
    for (let x = 0; x <= n; x++) near(exactBinomialTest({ x, n, p0: x / n }).twoSided, 1, 1e-9)
})

test('a binomial tail is right at its ends and for a million', () => {
  const tail = (atLeast: number, n: number, p: number): number =>
    binomialTail({ atLeast, n, p }).probability
  assert.equal(binomialTail({ atLeast: 1, n: 2, p: 0.5 }).method, 'binomial-tail@1')
  assert.deepEqual(
    [tail(0, 5, 0.2), tail(-3, 5, 0.2), tail(6, 5, 0.2), tail(1, 0, 0.2)],
    [1, 1, 0, 0],
  )
  assert.deepEqual([tail(5, 5, 0), tail(5, 5, 1), tail(0, 0, 1)], [0, 1, 1])
  near(tail(500_501, 1_000_000, 0.5), 0.15841340415194727, 1e-10)
  const exact = exactBinomialTest({ x: 500_500, n: 1_000_000, p0: 0.5 })
  near(exact.twoSided, 0.3177946913633297, 1e-10)
  near(exact.greater + exact.less - 1, 0.00048394152969516983, 1e-10)
})

test('pairs are tested by the binomial test of those that change', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (b, c) => {
      const { p, discordant, method } = mcnemarExact({ b, c })
      assert.deepEqual([discordant, method], [b + c, 'mcnemar-exact@1'])
      near(p, mcnemarExact({ b: c, c: b }).p)
      const smaller = Array.from({ length: Math.min(b, c) + 1 }, (_, at) =>
        chanceOf(at, b + c, 0.5),
      )
      near(p, Math.min(1, 2 * sum(smaller)))
    }),
    few,
  )
  assert.equal(mcnemarExact({ b: 0, c: 0 }).p, 1)
})

test('Fisher’s test adds up all tables with the same margins', () => {
  const count = fc.nat(7)
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const found = fisherExact({
        table: [
          [a, b],
          [c, d],
        ],
      })
      const tables = tablesLike([
        [a, b],
        [c, d],
      ])
      const seen =
        chanceOfTable([
          [a, b],
          [c, d],
        ]) *
        (1 + 1e-7)
      const first = ([[x = 0] = []]: readonly (readonly number[])[]): number => x
      const chances = tables.map((table) => [first(table), chanceOfTable(table)] as const)
      near(found.greater, sum(chances.map(([x, chance]) => (x >= a ? chance : 0))))
      near(found.less, sum(chances.map(([x, chance]) => (x <= a ? chance : 0))))
      near(found.twoSided, sum(chances.map(([, chance]) => (chance <= seen ? chance : 0))))
      near(
        found.twoSided,
        fisherExactRxC({
          table: [
            [a, b],
            [c, d],
          ],
        }).p,
      )
    }),
    few,
  )
})

test('the limits of an odds ratio are those under which what was seen has just the chance left over', () => {
  const { precise } = fisherExact({
    table: [
      [12, 4],
      [6, 10],
    ],
    conf: 0.9,
  })
  const weights = (odds: number): number[] => {
    const all = Array.from({ length: 17 }, (_, x) =>
      x < 2 ? 0 : ways(16, x) * ways(16, 18 - x) * odds ** x,
    )
    return all.map((weight) => weight / sum(all))
  }
  near(sum(weights(precise.lower).slice(12)), 0.05)
  near(sum(weights(precise.upper).slice(0, 13)), 0.05)
  const mean = sum(weights(precise.conditionalOddsRatio ?? NaN).map((chance, x) => chance * x))
  near(mean, 12, 1e-10)
})

test('a table with an empty margin has no odds ratio, and p is 1', () => {
  for (const table of [
    [
      [0, 0],
      [0, 0],
    ],
    [
      [3, 0],
      [2, 0],
    ],
    [
      [0, 0],
      [2, 1],
    ],
  ]) {
    const { twoSided, conditionalOddsRatio, lower, upper, precise } = fisherExact({ table })
    assert.deepEqual([twoSided, conditionalOddsRatio, lower, upper], [1, null, 0, Infinity])
    assert.deepEqual(precise, { conditionalOddsRatio: null, lower: 0, upper: Infinity })
  }
})

test('a table turned over has the inverse odds ratio', () => {
  const count = fc.nat(12)
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const { conf, method, ...one } = fisherExact({
        table: [
          [a, b],
          [c, d],
        ],
        conf: 0.95,
      })
      const other = fisherExact({
        table: [
          [b, a],
          [d, c],
        ],
      })
      assert.deepEqual([conf, method, other.conf], [0.95, 'fisher-exact@1', 0.95])
      near(one.greater, other.less)
      const inverse = (odds: number): number => (odds === 0 ? Infinity : 1 / odds)
      const pairs = [
        [one.precise.lower, inverse(other.precise.upper)],
        [one.precise.upper, inverse(other.precise.lower)],
        [one.precise.conditionalOddsRatio ?? 1, inverse(other.precise.conditionalOddsRatio ?? 1)],
      ]
      for (const [x = NaN, y = NaN] of pairs) assert.ok(x === y || Math.abs(x / y - 1) < 1e-9)
      assert.ok(one.precise.lower <= one.precise.upper)
      near(one.lower / (1 + one.lower), one.precise.lower / (1 + one.precise.lower), 2e-4)
    }),
    few,
  )
})

test('a table of three rows and three columns adds up all tables with the same margins', () => {
  const row = fc.array(fc.nat(3), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (table) => {
      const seen = chanceOfTable(table) * (1 + 1e-7)
      const wanted = sum(
        tablesLike(table)
          .map(chanceOfTable)
          .filter((one) => one <= seen),
      )
      near(fisherExactRxC({ table }).p, wanted, 1e-10)
    }),
    few,
  )
  near(fisherExactRxC({ table: [[3, 4]] }).p, 1)
  near(
    fisherExactRxC({
      table: [
        [0, 0],
        [0, 0],
      ],
    }).p,
    1,
  )
})

test('what cannot be is refused, and the refusal names it', () => {
  const refused: readonly (readonly [RegExp, () => unknown])[] = [
    [/^n is 0/, () => exactBinomialTest({ x: 0, n: 0, p0: 0.5 })],
    [/^x is 3/, () => exactBinomialTest({ x: 3, n: 2, p0: 0.5 })],
    [/^p0 is 1.1: give a number from 0 to 1$/, () => exactBinomialTest({ x: 1, n: 2, p0: 1.1 })],
    [/^p0 is -0.1/, () => exactBinomialTest({ x: 1, n: 2, p0: -0.1 })],
    [/^p0 is NaN/, () => exactBinomialTest({ x: 1, n: 2, p0: NaN })],
    [/^n is -1/, () => binomialTail({ atLeast: 0, n: -1, p: 0.5 })],
    [/^atLeast is 0.5: give a whole number$/, () => binomialTail({ atLeast: 0.5, n: 1, p: 0.5 })],
    [/^p is 2/, () => binomialTail({ atLeast: 0, n: 1, p: 2 })],
    [/^b is -1/, () => mcnemarExact({ b: -1, c: 0 })],
    [/^c is 1.5/, () => mcnemarExact({ b: 1, c: 1.5 })],
    [/^table is \[\[1,2\]\]: give two rows of two counts$/, () => fisherExact({ table: [[1, 2]] })],
    [/^table is /, () => fisherExact({ table: [[1, 2], [3]] })],
    [
      /^table\[1\]\[0\] is -3/,
      () =>
        fisherExact({
          table: [
            [1, 2],
            [-3, 4],
          ],
        }),
    ],
    [
      /^table\[0\]\[1\] is NaN/,
      () =>
        fisherExact({
          table: [
            [1, NaN],
            [3, 4],
          ],
        }),
    ],
    [
      /^conf is 1/,
      () =>
        fisherExact({
          table: [
            [1, 2],
            [3, 4],
          ],
          conf: 1,
        }),
    ],
    [/^table is \[\]/, () => fisherExactRxC({ table: [] })],
    [/^table is /, () => fisherExactRxC({ table: [[1, 2], [3]] })],
    [
      /^table\[0\]\[0\] is 1.5/,
      () =>
        fisherExactRxC({
          table: [
            [1.5, 2],
            [3, 4],
          ],
        }),
    ],
  ]
  for (const [message, call] of refused) assert.throws(call, { name: 'RangeError', message })
})

function ways(n: number, k: number): number {
  return k < 0 || k > n ? 0 : k === 0 ? 1 : (ways(n - 1, k - 1) * n) / k
}

function chanceOf(x: number, n: number, p: number): number {
  return ways(n, x) * p ** x * (1 - p) ** (n - x)
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}

function chanceOfTable(table: readonly (readonly number[])[]): number {
  const rows = table.map(sum)
  const columns = (table[0] ?? []).map((_, at) => sum(table.map((row) => row[at] ?? 0)))
  const margins = [...rows, ...columns].map(factorial).reduce((a, b) => a * b, 1)
  return (
    margins /
    factorial(sum(rows)) /
    table
      .flat()
      .map(factorial)
      .reduce((a, b) => a * b, 1)
  )
}

/** All tables with the margins of this one, a cell at a time. */
function tablesLike(table: readonly (readonly number[])[]): number[][][] {
  const rows = table.map(sum)
  const columns = (table[0] ?? []).map((_, at) => sum(table.map((row) => row[at] ?? 0)))
  const found: number[][][] = []
  const place = (
    cells: readonly number[],
    left: readonly number[],
    above: readonly number[],
  ): void => {
    const at = cells.length
    const [row, column] = [Math.floor(at / columns.length), at % columns.length]
    if (row === rows.length) {
      if ([...left, ...above].every((one) => one === 0))
        found.push(
          rows.map((_, one) => cells.slice(one * columns.length, (one + 1) * columns.length)),
        )
      return
    }
    for (let x = 0; x <= Math.min(left[row] ?? 0, above[column] ?? 0); x++)
      place([...cells, x], less(left, row, x), less(above, column, x))
  }
  place([], rows, columns)
  return found
}

function less(values: readonly number[], at: number, by: number): number[] {
  return values.map((value, place) => (place === at ? value - by : value))
}
