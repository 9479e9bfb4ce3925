import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HouseFile } from '../../src/testing/house/read-house.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { reachOf } from './nearest-tests.ts'
import type { Tester } from './tester.ts'

/** A file to be changed, and the tests that pass while it is not. */
export interface Target {
  readonly path: string
  readonly text: string
  readonly mutants: readonly Mutant[]
  readonly affected: readonly string[]
  /** The quickest first. */
  readonly tests: readonly string[]
  /** How much processor time each of them takes while nothing is changed, in ms. */
  readonly ms: readonly number[]
}

/** The tests of a file take at most so much processor time together; the nearest that find room are taken. */
const mostMs = 12_000
const slowestMs = 30_000

/** Runs a file of tests on code as it is, once. Undefined where it fails by itself or takes too long. */
export type Clock = (test: string, affected: readonly string[]) => Promise<number | undefined>

/** A clock that runs each file of tests once, one after the other, and says which are left out. */
export function openClock(tester: Tester, say: (line: string) => void): Clock {
  const known = new Map<string, Promise<number | undefined>>()
  let last: Promise<unknown> = Promise.resolve()
  const run = async (test: string, affected: readonly string[]): Promise<number | undefined> => {
    const answer = await tester.ask({ path: '', text: '', affected, tests: [test] }, [slowestMs])
    const [ms] = answer?.ms ?? []
    if (ms === undefined) say(`${test} left out: ${answer?.fault ?? 'too slow'}`)
    return ms
  }
  return (test, affected) =>
    known.getOrInsertComputed(test, () => {
      const mine = last.then(() => run(test, affected))
      last = mine
      return mine
    })
}

/** Reads a file and what could be changed in it; `reach` says what its tests are. */
export function readTarget(path: string, house: readonly HouseFile[]): Omit<Target, 'ms'> {
  const text = readFileSync(join(import.meta.dirname, '../../src', path), 'utf8')
  return { path, text, mutants: mutantsOf(text), ...reachOf(path, house) }
}

/** The nearest of its tests that pass by themselves, as many as are quick together, the quickest first. */
export async function planOf(target: Omit<Target, 'ms'>, clock: Clock): Promise<Target> {
  const timed: { test: string; ms: number }[] = []
  let spent = 0
  for (const test of target.tests) {
    // Nearly full: timing those that are far would take longer than they are worth.
    if (spent > 0.75 * mostMs) break
    const ms = await clock(test, target.affected)
    if (ms === undefined) continue
    if (timed.length > 0 && spent + ms > mostMs) continue
    spent += ms
    timed.push({ test, ms })
  }
  timed.sort((a, b) => a.ms - b.ms)
  return {
    ...target,
    tests: timed.map(({ test }) => test),
    ms: timed.map(({ ms }) => ms),
  }
}

/** The tests of a target in the order in which they are run, and how much processor time each may take, in ms. */
export interface Order {
  readonly tests: readonly string[]
  readonly limitsMs: readonly number[]
}

/** Those first that noticed most of the file's mutants for the time that they take; then the quickest. */
export function orderOf(
  { tests, ms }: Pick<Target, 'tests' | 'ms'>,
  noticed: ReadonlyMap<string, number>,
): Order {
  const worth = (test: string, took: number): number => (noticed.get(test) ?? 0) / (took + 20)
  const timed = tests.map((test, at) => ({ test, took: ms[at] ?? 0 }))
  timed.sort((a, b) => worth(b.test, b.took) - worth(a.test, a.took) || a.took - b.took)
  return {
    tests: timed.map(({ test }) => test),
    limitsMs: timed.map(({ took }) => 2000 + 4 * took),
  }
}
