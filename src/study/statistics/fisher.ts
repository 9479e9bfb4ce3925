import { checkInside, checkWhole, refuse } from './arguments.ts'
import { type FirstCell, firstCellOf, withOdds } from './hypergeometric.ts'
import { solveRising } from './solve.ts'
import { unirootOfR } from './brent.ts'
import { sum } from './sum.ts'

/** Fisher's exact test of a 2x2 table, with the odds ratio as R prints it. */
export interface FisherTest extends OddsRatio {
  readonly method: 'fisher-exact@1'
  readonly greater: number
  readonly less: number
  readonly twoSided: number
  readonly conf: number
  /** The odds ratio and its limits to the last digits. R stops its search within 1.2e-4. */
  readonly precise: OddsRatio
}

/** An odds ratio with its limits; null where a row or a column is empty. */
export interface OddsRatio {
  readonly conditionalOddsRatio: number | null
  readonly lower: number
  readonly upper: number
}

/** Two rows of two counts. */
export type TwoByTwo = readonly (readonly number[])[]

const widestLogOdds = 700

/**
 * Fisher's exact test of `[[a, b], [c, d]]`. Two-sided is the chance of all tables no likelier than the one seen
 * (within 1e-7), as `fisher.test` of R. The odds ratio is the conditional estimate, not ad / bc, and its limits are
 * exact (Cornfield 1956): 0 and Infinity where the table has no bound.
 * Throws RangeError when it is not two rows of two counts, or `conf` is not between 0 and 1.
 */
export function fisherExact(given: { table: TwoByTwo; conf?: number }): FisherTest {
  const { table, conf = 0.95 } = given
  const [a, b, c, d] = cellsOf(table)
  checkInside('conf', conf)
  const cell = firstCellOf(a + b, a + c, a + b + c + d)
  const chances = withOdds(cell, 0)
  const seen = (chances[a - cell.min] ?? 0) * (1 + 1e-7)
  return {
    method: 'fisher-exact@1',
    greater: cap(sum(chances.slice(a - cell.min))),
    less: cap(sum(chances.slice(0, a - cell.min + 1))),
    twoSided: cap(sum(chances.filter((chance) => chance <= seen))),
    ...oddsOf(a, cell, (1 - conf) / 2, asR),
    precise: oddsOf(a, cell, (1 - conf) / 2, precisely),
    conf,
  }
}

function cellsOf(table: TwoByTwo): readonly [number, number, number, number] {
  if (table.length !== 2 || table.some((row) => row.length !== 2))
    refuse('table', JSON.stringify(table), 'two rows of two counts')
  for (const [at, row] of table.entries())
    for (const [place, count] of row.entries()) checkWhole(`table[${at}][${place}]`, count, 0)
  const [a = 0, b = 0, c = 0, d = 0] = table.flat()
  return [a, b, c, d]
}

/** A figure of the chances of the first cell that rises with the odds ratio, and where it is to be. */
interface Sought {
  readonly figure: (chances: readonly number[]) => number
  readonly target: number
}

function oddsOf(a: number, cell: FirstCell, tail: number, find: Finder): OddsRatio {
  const { min, max } = cell
  if (min === max) return { conditionalOddsRatio: null, lower: 0, upper: Infinity }
  const upTo = a - min + 1
  const mean: Sought = { figure: (chances) => meanOf(chances, min), target: a }
  const above: Sought = { figure: (chances) => sum(chances.slice(upTo - 1)), target: tail }
  const below: Sought = { figure: (chances) => -sum(chances.slice(0, upTo)), target: -tail }
  return {
    conditionalOddsRatio: a === min ? 0 : a === max ? Infinity : find(cell, mean),
    lower: a === min ? 0 : find(cell, above),
    upper: a === max ? Infinity : find(cell, below),
  }
}

type Finder = (cell: FirstCell, sought: Sought) => number

/** To the last digits. */
const precisely: Finder = (cell, { figure, target }) =>
  Math.exp(solveRising((log) => figure(withOdds(cell, log)), target, -widestLogOdds, widestLogOdds))

/** As `fisher.test` of R: between 0 and 1, else the inverse between 0 and 1, to within 1.2e-4 of that. */
const asR: Finder = (cell, { figure, target }) => {
  const off = (odds: number): number => figure(withOdds(cell, Math.log(odds))) - target
  if (off(1) === 0) return 1
  if (off(1) > 0) return unirootOfR(off, 0, 1)
  return 1 / unirootOfR((inverse) => off(1 / inverse), Number.EPSILON, 1)
}

function meanOf(chances: readonly number[], min: number): number {
  return sum(chances.map((chance, at) => chance * (min + at)))
}

/** Sums of chances that rounding took above 1. */
function cap(chance: number): number {
  return Math.min(1, chance)
}
