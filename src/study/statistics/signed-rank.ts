import { checkFinite, checkInside, refuse } from './arguments.ts'
import { hodgesLehmannOf } from './hodges-lehmann.ts'
import { signedSums } from './signed-sums.ts'
import { doubledRanks, joinTies } from './ties.ts'

/**
 * What becomes of a difference of zero: `wilcoxon` drops it before ranking, `pratt` ranks it and then leaves it out
 * (J. W. Pratt, JASA 54, 1959).
 */
export type Zeros = 'wilcoxon' | 'pratt'

/** An exact signed-rank test. `V` is the sum of the ranks of what rose; limits are null where so few cannot have any. */
export interface SignedRankTest {
  readonly method: 'signed-rank-exact(wilcoxon)@1' | 'signed-rank-exact(pratt)@1'
  readonly V: number
  readonly nUsed: number
  readonly greater: number
  readonly less: number
  readonly twoSided: number
  readonly hodgesLehmann: number
  readonly hlLower: number | null
  readonly hlUpper: number | null
  readonly conf: number
}

/** More differences than this take longer than a reader waits. */
const most = 2000

/**
 * Wilcoxon's signed-rank test, exact with ties: the distribution of `V` over all signs of the ranks as they are,
 * mid-ranks doubled into whole numbers. Two-sided is the double of the smaller tail. The Hodges-Lehmann estimate is
 * the median of the means of all pairs of ranked differences; its limits are exact without ties, and wider than need be
 * with them. Undefined where no difference is left: no test exists.
 * Throws RangeError when a difference is not finite, there are more than 2000, or `conf` is not between 0 and 1.
 */
export function signedRank(given: {
  differences: readonly number[]
  zeros: Zeros
  conf?: number
}): SignedRankTest | undefined {
  const { differences, zeros, conf = 0.95 } = given
  checkFinite('differences', differences)
  checkInside('conf', conf)
  const ranked = zeros === 'pratt' ? joinSizes(differences) : joinSizes(differences).filter(isSome)
  if (ranked.length > most) refuse('differences', `a list of ${ranked.length}`, `at most ${most}`)
  const ranks = doubledRanks(ranked.map(Math.abs))
  const used = ranks.filter((_, at) => ranked[at] !== 0)
  if (used.length === 0) return undefined
  const doubledV = ranks.reduce((sum, rank, at) => sum + ((ranked[at] ?? 0) > 0 ? rank : 0), 0)
  const { greater, less } = tails(used, doubledV)
  return {
    method: `signed-rank-exact(${zeros})@1`,
    V: doubledV / 2,
    nUsed: used.length,
    greater,
    less,
    twoSided: Math.min(1, 2 * greater, 2 * less),
    ...hodgesLehmannOf(ranked, conf),
    conf,
  }
}

/** Differences whose sizes are equal but for rounding, made equal; what is zero but for rounding is zero. */
function joinSizes(differences: readonly number[]): number[] {
  const sizes = joinTies([0, ...differences.map(Math.abs)]).slice(1)
  return differences.map((difference, at) => Math.sign(difference) * (sizes[at] ?? 0))
}

function isSome(difference: number): boolean {
  return difference !== 0
}

function tails(ranks: readonly number[], seen: number): { greater: number; less: number } {
  const chances = signedSums(ranks)
  let greater = 0
  let less = 0
  for (const [sum, chance] of chances.entries()) {
    if (sum >= seen) greater += chance
    if (sum <= seen) less += chance
  }
  return { greater: Math.min(1, greater), less: Math.min(1, less) }
}
