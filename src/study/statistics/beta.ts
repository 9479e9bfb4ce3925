import { devianceTerm, stirlingError } from './stirling.ts'
import { solveRising } from './solve.ts'

/**
 * The regularized incomplete beta function I_x(a, b): the share of a beta distribution below `x`. Continued
 * fraction of DiDonato and Morris (ACM TOMS 18, 1992; also DLMF 8.17.22), by Lentz's method. Good to 1e-12 up to
 * parameters of a million.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  return x < (a + 1) / (a + b + 2) ? below(x, a, b) : 1 - below(1 - x, b, a)
}

/** The `x` that has the share `p` of a beta distribution below it, to the last bits. */
export function betaQuantile(p: number, a: number, b: number): number {
  return solveRising((x) => incompleteBeta(x, a, b), p, 0, 1)
}

/**
 * The binomial formula Γ(x+y+1) / (Γ(x+1) Γ(y+1)) pˣ (1-p)ʸ for any `x` and `y` of 0 or more, by Loader's
 * saddle point (2000).
 */
export function binomialTerm(x: number, y: number, p: number): number {
  const n = x + y
  if (n === 0) return 1
  if (x === 0) return Math.exp(y * Math.log1p(-p))
  if (y === 0) return Math.exp(x * Math.log(p))
  const log =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(y) -
    devianceTerm(x, n * p) -
    devianceTerm(y, n * (1 - p))
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * x * y))
}

function below(x: number, a: number, b: number): number {
  return (binomialTerm(a, b, x) * b * fraction(x, a, b)) / (a + b)
}

/** 1 / (1 + d1 / (1 + d2 / (1 + ...))). */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  let upper = 1
  let lower = 1 / notZero(1 - ((a + b) * x) / (a + 1), tiny)
  let value = lower
  for (let m = 1; m < 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    lower = 1 / notZero(1 + even * lower, tiny)
    upper = notZero(1 + even / upper, tiny)
    value *= lower * upper
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    lower = 1 / notZero(1 + odd * lower, tiny)
    upper = notZero(1 + odd / upper, tiny)
    value *= lower * upper
    if (Math.abs(lower * upper - 1) < 1e-15) return value
  }
  return value
}

function notZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value
}
