import { checkFinite } from './arguments.ts'
import { sum } from './sum.ts'

/** What is usually said of a list of numbers; null where so few have none. Each list is the three quartiles. */
export interface Quantiles {
  readonly method: 'quantiles@1'
  readonly n: number
  readonly mean: number | null
  readonly sd: number | null
  readonly sas5: readonly number[]
  readonly r7: readonly number[]
  readonly min: number | null
  readonly max: number | null
}

const quartiles = [0.25, 0.5, 0.75]

/**
 * Mean, standard deviation (n - 1), range and quartiles, by definition 5 of SAS (type 2 of R: the mean of two neighbours
 * where the place falls between them) and by type 7 of R (between neighbours in proportion). Quartiles of nothing are
 * none.
 * Throws RangeError when a value is not finite.
 */
export function quantiles({ values }: { values: readonly number[] }): Quantiles {
  checkFinite('values', values)
  const sorted = values.toSorted((a, b) => a - b)
  const n = sorted.length
  const mean = n === 0 ? null : sum(sorted) / n
  const squares = sorted.map((value) => (value - (mean ?? 0)) ** 2)
  const shares = n === 0 ? [] : quartiles
  return {
    method: 'quantiles@1',
    n,
    mean,
    sd: n < 2 ? null : Math.sqrt(sum(squares) / (n - 1)),
    sas5: shares.map((p) => sas5(sorted, p)),
    r7: shares.map((p) => r7(sorted, p)),
    min: sorted[0] ?? null,
    max: sorted.at(-1) ?? null,
  }
}

function sas5(sorted: readonly number[], p: number): number {
  const place = sorted.length * p
  const [before, after] = [sorted[Math.ceil(place) - 1] ?? NaN, sorted[Math.floor(place)] ?? NaN]
  return before === after ? before : (before + after) / 2
}

function r7(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p
  const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN]
  return below + (place - Math.floor(place)) * (above - below)
}
