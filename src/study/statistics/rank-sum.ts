import { checkFinite, refuse } from './arguments.ts'
import { doubledRanks, joinTies } from './ties.ts'

/**
 * An exact rank-sum test. `W` is the sum of the ranks of `x`, `U` is what R's `wilcox.test` reports and calls W.
 * Two-sided by distance: all sums as far from their mean as the one seen; doubled: twice the smaller tail.
 */
export interface RankSumTest {
  readonly method: 'rank-sum-exact@1'
  readonly W: number
  readonly U: number
  readonly greater: number
  readonly less: number
  readonly twoSidedByDistance: number
  readonly twoSidedDoubled: number
}

/** More steps than this take longer than a reader waits. */
const mostSteps = 1e9

/**
 * Wilcoxon's rank-sum test (Mann-Whitney), exact with ties: the distribution of `W` over all ways to draw as many of
 * the ranks as they are. `greater` is the chance that `x` would rank as high or higher.
 * Throws RangeError when a group is empty, a value not finite, or both groups too large to be worked out exactly
 * (some 110 in each).
 */
export function rankSum({ x, y }: { x: readonly number[]; y: readonly number[] }): RankSumTest {
  for (const [name, values] of [['x', x] as const, ['y', y] as const]) {
    checkFinite(name, values)
    if (values.length === 0) refuse(name, 'empty', 'one value or more')
  }
  const ranks = doubledRanks(joinTies([...x, ...y]))
  const all = total(ranks)
  const seen = total(ranks.slice(0, x.length))
  const isSmall = x.length <= y.length
  const chances = drawnSums(ranks, isSmall ? x.length : y.length)
  const middle = x.length * (x.length + y.length + 1)
  const found = { greater: 0, less: 0, far: 0 }
  for (const [sum, chance] of chances.entries()) {
    const w = isSmall ? sum : all - sum
    if (w >= seen) found.greater += chance
    if (w <= seen) found.less += chance
    if (Math.abs(w - middle) >= Math.abs(seen - middle)) found.far += chance
  }
  return {
    method: 'rank-sum-exact@1',
    W: seen / 2,
    U: seen / 2 - (x.length * (x.length + 1)) / 2,
    greater: Math.min(1, found.greater),
    less: Math.min(1, found.less),
    twoSidedByDistance: Math.min(1, found.far),
    twoSidedDoubled: Math.min(1, 2 * found.greater, 2 * found.less),
  }
}

/** The chance of each sum of `count` ranks, drawn as lots are. */
function drawnSums(ranks: readonly number[], count: number): Float64Array {
  const most = total(ranks.toSorted((a, b) => b - a).slice(0, count))
  if (ranks.length * count * most > mostSteps)
    throw new RangeError(`x and y are ${ranks.length} values: too many for an exact test`)
  const width = most + 1
  // ways[taken * width + sum], kept as chances: the n-th rank is drawn with taken / n of what was drawn before.
  const chances = new Float64Array((count + 1) * width)
  chances[0] = 1
  for (const [at, rank] of ranks.entries()) {
    const n = at + 1
    for (let taken = Math.min(count, n); taken >= 0; taken--) {
      const [drawing, leaving] = [taken / n, (n - taken) / n]
      const row = taken * width
      for (let sum = most; sum >= 0; sum--) {
        const drawn = taken > 0 && sum >= rank ? (chances[row - width + sum - rank] ?? 0) : 0
        chances[row + sum] = drawing * drawn + leaving * (chances[row + sum] ?? 0)
      }
    }
  }
  return chances.slice(count * width)
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
