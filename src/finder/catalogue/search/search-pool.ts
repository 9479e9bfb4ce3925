import { type Pool, startPool } from '../../../base/process-pool.ts'
import { searchFaults } from '../model/catalogue.ts'
import type { Query, SimilarOnly } from '../model/query.ts'
import type { ReadFrom } from '../select/read-values.ts'
import type { Selection } from '../model/where.ts'

/** What a search process can be asked. */
export type SearchQuestion =
  | { readonly kind: 'search'; readonly query: Query; readonly withinMs: number }
  | {
      readonly kind: 'similar'
      readonly only: SimilarOnly
      readonly nctId: string
      readonly limit: number
      readonly today: string
    }
  | {
      readonly kind: 'among'
      /** The numbers of the studies' NCT ids. */
      readonly studies: readonly number[]
      readonly queries: readonly Query[]
    }
  | { readonly kind: 'select'; readonly selection: Selection; readonly withinMs: number }
  /** How many values a field has, or which, by its place in `pieces`. */
  | { readonly kind: 'sizes' | 'values'; readonly field: number }
  /** What is read of a field, in a turn, in the segments from a place on. */
  | ({ readonly kind: 'read values'; readonly fields: readonly number[] } & ReadFrom)

/** What a process answers where a question takes too long to be answered exactly, or something it needs is damaged. */
export type NotSelected = 'too slow' | 'damaged'

/** Processes that hold the catalogue and nothing private. */
export type SearchPool = Pool<SearchQuestion>

/** How many processes search, and for how long at most. */
export interface SearchPoolOptions {
  readonly processes: number
  /** A search that has not ended after so many milliseconds is cut off. */
  readonly timeoutMs: number
  /** `cold`: for few searches, of which the first then takes as long as reading the lists that words are looked up in. */
  readonly start?: 'warm' | 'cold'
}

/**
 * Starts processes that open one state of the catalogue in a folder, by its number, and no other: where it is damaged by the
 * time that one of them is started anew, that says so. Throws when none can.
 */
export function startSearchPool(
  folder: string,
  number: number,
  options: SearchPoolOptions,
): Promise<SearchPool> {
  const { processes, timeoutMs, start = 'warm' } = options
  return startPool({
    processes,
    timeoutMs,
    program,
    given: [folder, String(number), start],
    flags: [nursery],
    ...searchFaults,
  })
}

/** A quarter of the usual: searches take as long, and each process holds some seventy megabytes less. */
const nursery = '--max-semi-space-size=8'
const program = new URL('./child.ts', import.meta.url)
