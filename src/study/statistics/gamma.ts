import { devianceTerm, stirlingError } from './stirling.ts'
import { solveRising } from './solve.ts'

/** The share of a gamma distribution (shape `a`, scale 1) below `x`: P(a, x) (DLMF 8.2.4). */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0
  return x < a + 1 ? bySeries(a, x) : 1 - byFraction(a, x)
}

/** The share of a gamma distribution above `x`: Q(a, x), with all its digits where it is small. */
export function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1
  return x < a + 1 ? 1 - bySeries(a, x) : byFraction(a, x)
}

/** The `x` that has the share `p` of a gamma distribution (shape `a`) below it. */
export function gammaQuantile(p: number, a: number): number {
  let high = a + 1
  while (gammaBelow(a, high) < p) high *= 2
  return solveRising((x) => gammaBelow(a, x), p, 0, high)
}

/** The chance that a chi-square of `df` degrees of freedom is `x` or more. */
export function chiSquareAbove(x: number, df: number): number {
  return gammaAbove(df / 2, x / 2)
}

/** xᵃ e⁻ˣ / Γ(a + 1), as a Poisson probability (Loader 2000). */
function poissonTerm(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a)
}

/** DLMF 8.11.4. */
function bySeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k)
    sum += term
  }
  return poissonTerm(a, x) * sum
}

/** DLMF 8.9.2, by Lentz's method. */
function byFraction(a: number, x: number): number {
  let first = x + 1 - a
  let upper = Infinity
  let lower = 1 / first
  let value = lower
  for (let k = 1; k < 1_000_000; k++) {
    const numerator = k * (a - k)
    first += 2
    lower = 1 / (numerator * lower + first)
    upper = first + numerator / upper
    value *= lower * upper
    if (Math.abs(lower * upper - 1) < 1e-15) break
  }
  return poissonTerm(a, x) * a * value
}
