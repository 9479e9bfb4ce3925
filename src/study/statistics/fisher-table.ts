import { checkWhole, refuse } from './arguments.ts'
import { logGamma } from './stirling.ts'
import { sum } from './sum.ts'

/** Fisher's exact test (Freeman and Halton) of a table of any size. */
export interface FisherTableTest {
  readonly method: 'fisher-freeman-halton@1'
  readonly p: number
}

/** Ways to fill the columns so far that leave the same of each row and are equally likely, together. */
interface Way {
  /** ln of the product of 1 / x! over the cells filled. */
  readonly log: number
  readonly rest: readonly number[]
  ways: number
}

/** More different ways than this take longer than a reader waits. */
const mostWays = 2_000_000

/**
 * Whether rows and columns of a table of counts go together: the chance of all tables with the same margins that
 * are no likelier than the one seen (within 1e-7), as `fisher.test` of R. Filled a column at a time; ways that leave
 * the same rows and are as likely are counted together (Mehta and Patel, JASA 78, 1983). A table with one row or one
 * column that is not empty has p 1.
 * Throws RangeError when it is no table of counts, or too large to be worked out exactly.
 */
export function fisherExactRxC({ table }: { table: TwoWay }): FisherTableTest {
  checkTable(table)
  const rows = table.map((row) => sum(row)).filter((total) => total > 0)
  const columns = (table[0] ?? []).map((_, at) => sum(table.map((row) => row[at] ?? 0)))
  const whole = logOfAll(rows, columns)
  const seen = whole + sum(table.flat().map((count) => -logFactorial(count)))
  let p = 0
  for (const { log, ways } of fill(rows, columns))
    if (whole + log <= seen + Math.log1p(1e-7)) p += ways * Math.exp(whole + log)
  return { method: 'fisher-freeman-halton@1', p: Math.min(1, p) }
}

/** Rows of counts, each as long as the first. */
export type TwoWay = readonly (readonly number[])[]

function checkTable(table: TwoWay): void {
  const width = table[0]?.length ?? 0
  if (width === 0 || table.some((row) => row.length !== width))
    refuse('table', JSON.stringify(table), 'rows of counts, each as long as the first')
  for (const [at, row] of table.entries())
    for (const [place, count] of row.entries()) checkWhole(`table[${at}][${place}]`, count, 0)
}

function fill(rows: readonly number[], columns: readonly number[]): Iterable<Way> {
  let ways = new Map<string, Way>([['', { log: 0, rest: rows, ways: 1 }]])
  for (const column of columns.toSorted((a, b) => b - a)) {
    const next = new Map<string, Way>()
    for (const way of ways.values()) fillColumn(way, 0, column, 0, [], next)
    ways = next
  }
  return ways.values()
}

/** Deals what is left of a column to the rows from `at` on, in every way. */
function fillColumn(
  way: Way,
  at: number,
  left: number,
  log: number,
  rest: readonly number[],
  into: Map<string, Way>,
): void {
  const room = way.rest[at]
  if (room === undefined) return left === 0 ? keep(way, log, rest, into) : undefined
  for (let count = Math.min(room, left); count >= 0; count--)
    fillColumn(way, at + 1, left - count, log - logFactorial(count), [...rest, room - count], into)
}

function keep(way: Way, added: number, rest: readonly number[], into: Map<string, Way>): void {
  const log = way.log + added
  const ordered = rest.toSorted((a, b) => a - b)
  const key = `${ordered.join(' ')} ${log.toFixed(9)}`
  const known = into.get(key)
  if (known) known.ways += way.ways
  else into.set(key, { log, rest: ordered, ways: way.ways })
  if (into.size > mostWays) refuse('table', 'too large', 'a smaller one, or join its categories')
}

/** ln of (product of row and column factorials) / n!. */
function logOfAll(rows: readonly number[], columns: readonly number[]): number {
  return sum([...rows, ...columns].map(logFactorial)) - logFactorial(sum(rows))
}

function logFactorial(n: number): number {
  return logGamma(n + 1)
}
