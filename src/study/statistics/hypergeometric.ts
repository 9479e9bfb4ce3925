import { binomialTerm } from './beta.ts'

/** A 2x2 table with its margins held: the counts its first cell may have, and how likely each is. */
export interface FirstCell {
  readonly min: number
  readonly max: number
  /** ln of the chance of `min`, `min + 1`, ... when the odds ratio is 1. */
  readonly logs: readonly number[]
}

/** What the first cell may be, when the first row has `row` of `all`, and the first column `column`. */
export function firstCellOf(row: number, column: number, all: number): FirstCell {
  const min = Math.max(0, row + column - all)
  const max = Math.min(row, column)
  const share = column / all
  const whole = binomialTerm(column, all - column, share)
  const logs: number[] = []
  for (let x = min; x <= max; x++) {
    const inRow = binomialTerm(x, row - x, share)
    const outside = binomialTerm(column - x, all - row - column + x, share)
    logs.push(Math.log(inRow) + Math.log(outside) - Math.log(whole))
  }
  return { min, max, logs }
}

/** How likely each count is when the odds ratio is e^`logOdds` (Fisher's non-central distribution). */
export function withOdds({ min, logs }: FirstCell, logOdds: number): number[] {
  if (logOdds === -Infinity) return logs.map((_, at) => (at === 0 ? 1 : 0))
  const weights = logs.map((log, at) => log + logOdds * (min + at))
  const top = weights.reduce((a, b) => Math.max(a, b), -Infinity)
  const shares = weights.map((weight) => Math.exp(weight - top))
  const sum = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => share / sum)
}
