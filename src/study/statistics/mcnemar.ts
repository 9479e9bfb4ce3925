import { checkWhole } from './arguments.ts'
import { exactBinomialTest } from './binomial.ts'

/** An exact McNemar test of pairs. */
export interface McNemarTest {
  readonly method: 'mcnemar-exact@1'
  readonly discordant: number
  readonly p: number
}

/**
 * Whether pairs change as often one way (`b`) as the other (`c`): the exact binomial test of the pairs that
 * change, against one half (two-sided). Where no pair changes, p is 1.
 * Throws RangeError when `b` or `c` is not a whole number of 0 or more.
 */
export function mcnemarExact({ b, c }: { b: number; c: number }): McNemarTest {
  checkWhole('b', b, 0)
  checkWhole('c', c, 0)
  const discordant = b + c
  const p = discordant === 0 ? 1 : exactBinomialTest({ x: b, n: discordant, p0: 0.5 }).twoSided
  return { method: 'mcnemar-exact@1', discordant, p }
}
