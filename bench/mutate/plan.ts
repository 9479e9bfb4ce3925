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

/** The tests of a file take at most so much processor time together; the nearest are taken. */
const mostMs = 8000
const slowestMs = 30_000

/** Reads a file, and runs its nearest tests once. Tests that do not pass by themselves are left out, and said. */
export async function planOf(
  path: string,
  house: readonly HouseFile[],
  tester: Tester,
  say: (line: string) => void,
): Promise<Target> {
  const text = readFileSync(join(import.meta.dirname, '../../src', path), 'utf8')
  const mutants = mutantsOf(text)
  const { affected, tests } = reachOf(path, house)
  const timed: { test: string; ms: number }[] = []
  let spent = 0
  for (const test of mutants.length > 0 ? tests : []) {
    if (spent > mostMs) break
    const answer = await tester.ask({ path, text, affected, tests: [test] }, [slowestMs])
    const [ms = slowestMs] = answer?.ms ?? []
    spent += ms
    if (!answer || answer.failed !== undefined)
      say(`${test} left out: ${answer?.fault ?? 'too slow'}`)
    else if (timed.length === 0 || spent <= mostMs) timed.push({ test, ms })
  }
  timed.sort((a, b) => a.ms - b.ms)
  return {
    path,
    text,
    mutants,
    affected,
    tests: timed.map(({ test }) => test),
    limitsMs: timed.map(({ ms }) => 1000 + 3 * ms),
  }
}
