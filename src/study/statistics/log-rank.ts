import { checkObserved, type Observed } from './observed.ts'
import { chiSquareAbove } from './gamma.ts'
import { joinTies } from './ties.ts'
import { refuse } from './arguments.ts'
import { solveCovariance } from './solve-linear.ts'

/** A log-rank test. `chiSquare` and `p` are null where fewer than two groups could have had an event: no test exists. */
export interface LogRankTest {
  readonly method: 'log-rank@1'
  readonly groups: readonly string[]
  readonly n: readonly number[]
  readonly observed: readonly number[]
  readonly expected: readonly number[]
  readonly chiSquare: number | null
  readonly df: number
  readonly p: number | null
}

/** Times and events, the group of each participant, and the stratum of each where there are strata. */
export interface Grouped extends Observed {
  readonly group: readonly string[]
  readonly stratum?: readonly string[]
}

interface Person {
  readonly time: number
  readonly event: number
  /** Which of the groups, counted from 0. */
  readonly group: number
}

/** Observed and expected events of each group, and the covariance of their differences. */
interface Sums {
  readonly observed: number[]
  readonly expected: number[]
  readonly covariance: number[][]
}

/**
 * The log-rank test (Mantel 1966; Peto and Peto, JRSS A 135, 1972) of two or more groups, with the hypergeometric
 * variance, which holds with ties; with strata, what is observed and expected is added up over them. Groups stand in
 * alphabetical order.
 * Throws RangeError when the lists differ in length, a time or an event is none, or there are fewer than two groups.
 */
export function logRank(given: Grouped): LogRankTest {
  const { time, event, group, stratum = time.map(() => '') } = given
  checkObserved(time, event)
  for (const [name, list] of [['group', group] as const, ['stratum', stratum] as const])
    if (list.length !== time.length)
      refuse(name, `a list of ${list.length}`, `one for each of the ${time.length} times`)
  const groups = [...new Set(group)].toSorted()
  if (groups.length < 2) refuse('group', groups.join() || 'empty', 'two groups or more')
  const joined = joinTies(time)
  const strata = Map.groupBy(time.keys(), (at) => stratum[at])
  const sums = emptySums(groups.length)
  for (const members of strata.values()) {
    const people = members.map((at): Person => ({
      time: joined[at] ?? 0,
      event: event[at] ?? 0,
      group: groups.indexOf(group[at] ?? ''),
    }))
    addStratum(people, sums)
  }
  return {
    method: 'log-rank@1',
    groups,
    n: groups.map((name) => group.filter((one) => one === name).length),
    observed: sums.observed,
    expected: sums.expected,
    ...statisticOf(sums),
  }
}

function addStratum(people: readonly Person[], sums: Sums): void {
  const size = sums.observed.length
  const atRisk = countsOf(people, size)
  const byTime = [...Map.groupBy(people, ({ time }) => time)].toSorted(([a], [b]) => a - b)
  for (const [, leaving] of byTime) {
    const events = countsOf(
      leaving.filter(({ event }) => event === 1),
      size,
    )
    addMoment(atRisk, events, sums)
    for (const [at, count] of countsOf(leaving, size).entries())
      atRisk[at] = (atRisk[at] ?? 0) - count
  }
}

function addMoment(atRisk: readonly number[], events: readonly number[], sums: Sums): void {
  const n = total(atRisk)
  const d = total(events)
  if (d === 0) return
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0
  for (const [i, mine] of atRisk.entries()) {
    add(sums.observed, i, events[i] ?? 0)
    add(sums.expected, i, (d * mine) / n)
    for (const [j, others] of atRisk.entries()) {
      const same = i === j ? mine / n : 0
      add(sums.covariance[i] ?? [], j, spread * (same - (mine * others) / (n * n)))
    }
  }
}

/** The quadratic form of the differences; one group, or more with strata, follows from the others. */
function statisticOf(sums: Sums): { chiSquare: number | null; df: number; p: number | null } {
  const differences = sums.observed.map((events, at) => events - (sums.expected[at] ?? 0))
  const { solution, rank } = solveCovariance(sums.covariance, differences)
  if (rank === 0) return { chiSquare: null, df: 0, p: null }
  const chiSquare = total(differences.map((one, at) => one * (solution[at] ?? 0)))
  return { chiSquare, df: rank, p: chiSquareAbove(chiSquare, rank) }
}

function countsOf(people: readonly Person[], size: number): number[] {
  const counts = Array.from({ length: size }, () => 0)
  for (const { group } of people) add(counts, group, 1)
  return counts
}

function emptySums(size: number): Sums {
  const zeros = (): number[] => Array.from({ length: size }, () => 0)
  return { observed: zeros(), expected: zeros(), covariance: Array.from({ length: size }, zeros) }
}

function add(values: number[], at: number, value: number): void {
  values[at] = (values[at] ?? 0) + value
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
