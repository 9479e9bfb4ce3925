/** A time with its limits; null is not reached. */
export interface QuantileWithLimits {
  readonly quantile: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** What of a curve its quantiles are read from. */
export interface Steps {
  readonly time: readonly number[]
  readonly survival: readonly number[]
  readonly lower: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
  readonly last: number | null
}

/** Heights that differ by less are one height (as R's `quantile.survfit`). */
const rounding = Math.sqrt(Number.EPSILON)

/**
 * The time by which the share `p` had the event, and the times at which the lower and the upper limit of the curve
 * come to 1 - p (R. Brookmeyer and J. Crowley, Biometrics 38, 1982).
 */
export function quantileOf(
  { time, survival, lower, upper, last }: Steps,
  p: number,
): QuantileWithLimits {
  const crossing = (heights: readonly (number | null)[]): number | null =>
    crossingOf(time, heights, 1 - p, last)
  return { quantile: crossing(survival), lower: crossing(lower), upper: crossing(upper) }
}

/**
 * When falling steps come to a height. Where they stay flat at just that height, the middle of the flat; a flat that
 * lasts to the end is taken to end with the last time anybody was watched.
 */
function crossingOf(
  time: readonly number[],
  heights: readonly (number | null)[],
  height: number,
  last: number | null,
): number | null {
  const reached = heights.findIndex((one) => one !== null && one <= height + rounding)
  const start = time[reached]
  if (start === undefined) return null
  const passed = heights.findIndex((one) => one !== null && one <= height - rounding)
  return (start + (time[passed] ?? last ?? start)) / 2
}
