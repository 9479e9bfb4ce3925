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
  /** How much processor time each of them may take, in ms. */
  readonly limitsMs: readonly number[]
}

/** The tests of a file take at most so much processor time together; the nearest that find room are taken. */
const mostMs = 4000
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
export function readTarget(path: string, house: readonly HouseFile[]): Omit<Target, 'limitsMs'> {
  const text = readFileSync(join(import.meta.dirname, '../../src', path), 'utf8')
  return { path, text, mutants: mutantsOf(text), ...reachOf(path, house) }
}

/** The nearest of its tests that pass by themselves, as many as are quick together, the quickest first. */
export async function planOf(target: Omit<Target, 'limitsMs'>, clock: Clock): Promise<Target> {
  const timed: { test: string; ms: number }[] = []
  let spent = 0
  for (const test of target.tests) {
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
    limitsMs: timed.map(({ ms }) => 2000 + 4 * ms),
  }
}
