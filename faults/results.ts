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
}

export interface Results {
  readonly machine: Machine
  readonly postgres?: string
  /** By the id of the fault; those on PostgreSQL with "/postgres" behind it. */
  readonly faults: Readonly<Record<string, Result>>
}

export function readResults(folder: string): Results | undefined {
  const file = join(folder, 'results.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined
}

export function writeResults(folder: string, results: Results): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'results.json'), JSON.stringify(results, null, 2))
}
