import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from '../bench/machine.ts'
import type { Outcome } from './fault.ts'

/** What a run of one fault came to, or that it could not be run. */
export interface Result {
  readonly outcome?: Outcome
  /** Why there is none. */
  readonly error?: string
  readonly day: string
  readonly seed: number
  readonly seconds: number
  readonly load: number
  /** How many runs it is the sum of, where it is one of several. */
  readonly runs?: number
}

export interface Results {
  readonly machine: Machine
  readonly postgres?: string
  /** By the id of the fault; those on PostgreSQL with "/postgres" behind it. */
  readonly faults: Readonly<Record<string, Result>>
}

/** What two runs of one fault come to together, each with moments of its own: counts and seconds are sums, notes stand under their seed. */
export function addedUp(before: Result, after: Result): Result {
  const [one, two] = [before.outcome, after.outcome]
  if (!one || !two) return after.error === undefined ? before : after
  const sum = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0)
  const [lost, repeated] = [sum(one.lost, two.lost), sum(one.repeated, two.repeated)]
  const corrupt = sum(one.corrupt, two.corrupt)
  const of = ({ seed, runs }: Result, notes: readonly string[]): string[] =>
    runs === undefined ? notes.map((note) => `seed ${seed}: ${note}`) : [...notes]
  return {
    ...after,
    seed: before.seed,
    seconds: before.seconds + after.seconds,
    runs: (before.runs ?? 1) + (after.runs ?? 1),
    outcome: {
      tries: one.tries + two.tries,
      fired: one.fired + two.fired,
      ...(lost !== undefined && { lost }),
      ...(repeated !== undefined && { repeated }),
      ...(corrupt !== undefined && { corrupt }),
      ...(two.recovery !== undefined && { recovery: `in the last run ${two.recovery}` }),
      notes: [...of(before, one.notes), ...of(after, two.notes)],
      failures: [...one.failures, ...two.failures],
    },
  }
}

export function readResults(folder: string): Results | undefined {
  const file = join(folder, 'results.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined
}

export function writeResults(folder: string, results: Results): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'results.json'), JSON.stringify(results, null, 2))
}
