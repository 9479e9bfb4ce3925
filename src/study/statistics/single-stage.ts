import { checkInside, checkWhole, refuse } from './arguments.ts'
import { upperTail } from './binomial.ts'

/** A design of one stage: `n` participants, of whom `c` or more must succeed, and the errors that really result. */
export interface SingleStage {
  readonly method: 'ahern@1'
  readonly c: number
  readonly n: number
  readonly alpha: number
  readonly power: number
}

/**
 * A'Hern's exact design (Statistics in Medicine 20, 2001): the smallest `n` for which some `c` keeps both errors. Power
 * is saw-toothed: a larger `n` can fail. Undefined where no `n` up to `nMax` (1000 where not said) keeps both.
 * Throws RangeError when a share, `alpha` or `power` is not between 0 and 1, p1 is not above p0, or `nMax` is not a
 * whole number from 1 to 10000.
 */
export function ahern(given: {
  p0: number
  p1: number
  alpha: number
  power: number
  nMax?: number
}): SingleStage | undefined {
  const { p0, p1, nMax = 1000 } = given
  for (const name of ['p0', 'p1', 'alpha', 'power'] as const) checkInside(name, given[name])
  if (p1 <= p0) refuse('p1', p1, 'a share above p0')
  checkWhole('nMax', nMax, 1, 10_000)
  let c = 0
  for (let n = 1; n <= nMax; n++) {
    while (upperTail(c, n, p0) > given.alpha) c++
    const power = upperTail(c, n, p1)
    if (c <= n && power >= given.power)
      return { method: 'ahern@1', c, n, alpha: upperTail(c, n, p0), power }
  }
  return undefined
}
