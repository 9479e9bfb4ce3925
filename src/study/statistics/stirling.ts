const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/**
 * What Stirling's formula leaves of ln Γ(x + 1): ln Γ(x + 1) - (x + ½) ln x + x - ½ ln 2π, for x above 0. A small
 * number, so that probabilities of a million keep their digits (C. Loader, Fast and accurate computation of
 * binomial probabilities, 2000).
 */
export function stirlingError(x: number): number {
  if (x >= 15) return series(x)
  let product = 1
  let above = x
  while (above < 15) product *= ++above
  const logGamma = series(above) + (above + 0.5) * Math.log(above) - above - Math.log(product)
  return logGamma - (x + 0.5) * Math.log(x) + x
}

/** ln Γ(x) for x above 0. */
export function logGamma(x: number): number {
  return stirlingError(x) + (x - 0.5) * Math.log(x) - x + halfLogTwoPi
}

/**
 * x ln(x / mean) + mean - x, without loss where both are near: half the deviance of a count `x` from its mean
 * (Loader 2000, `bd0`). Both are above 0.
 */
export function devianceTerm(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const ratio = (x - mean) / (x + mean)
  let sum = (x - mean) * ratio
  let power = 2 * x * ratio
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio
    const next = sum + power / odd
    if (next === sum) return sum
    sum = next
  }
}

/** Stirling's series; from 15 on its next term is below 1e-15. */
function series(x: number): number {
  const square = x * x
  const inner = 1 / 1680 - 1 / (1188 * square)
  return (1 / 12 - (1 / 360 - (1 / 1260 - inner / square) / square) / square) / x
}
