import type { OrderPlace, SortKey, Where } from '../../../finder/catalogue/model/where.ts'
import type { Issue } from '../protocol/outcome.ts'

/** What is given of each resource. */
export type Summary = 'true' | 'text' | 'data' | 'count' | 'false'

/** A search as it was understood. */
export interface SearchRequest {
  readonly where: Where | undefined
  readonly filter: Where | undefined
  readonly sort: readonly SortKey[]
  /** Resources a page; 0 where only the number is wanted. */
  readonly count: number
  /** When all that is found is counted. */
  readonly counts: 'never' | 'whereQuick' | 'always'
  readonly summary: Summary
  /** The elements that are wanted; all where there are none. */
  readonly elements: readonly string[]
  /** The page that was asked for; the first where it is absent. */
  readonly after: PageStart | undefined
  /** What was used of which studies and in which order, as it was written: for `self`, and for the next page. */
  readonly asked: readonly (readonly [name: string, value: string])[]
  /** What was used of how they are given. */
  readonly shown: readonly (readonly [name: string, value: string])[]
  /** What was not used, each with why; and of what was used why it may find nothing. */
  readonly told: readonly Issue[]
}

/** Where a page begins, and the state of the catalogue whose order it was, where that matters. */
export interface PageStart extends OrderPlace {
  readonly state: number | undefined
}
