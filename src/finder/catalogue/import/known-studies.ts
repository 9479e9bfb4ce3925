import type { Segment } from '../segment/segment.ts'
import { newestOnly } from '../segment/loaded.ts'

/** Where the catalogue keeps a study, and the hash of its content. */
export interface KnownStudy {
  readonly segment: number
  readonly doc: number
  readonly hash: bigint
  /** Its record cannot be read. */
  readonly isDamaged: boolean
}

/** Every study the catalogue has, to be looked up by the number of its NCT id. */
export interface KnownStudies {
  get(nct: number): KnownStudy | undefined
}

/**
 * Reads the ids and content hashes of all segments (oldest first) into memory, for quick look-ups. `damaged` holds for each
 * segment the documents whose record is damaged.
 */
export function knownStudies(
  segments: readonly Segment[],
  damaged: readonly ReadonlySet<number>[],
): KnownStudies {
  const columns = segments.map((segment) => segment.ids.nct)
  const alive = newestOnly(columns)
  const hashes = segments.map((segment) => segment.hashes())
  const starts: number[] = []
  let count = 0
  for (const column of columns) {
    starts.push(count)
    count += column.length
  }
  const keys = new Float64Array(count)
  let filled = 0
  columns.forEach((column, segment) => {
    column.forEach((nct, doc) => {
      if (alive[segment]?.[doc] === 1) keys[filled++] = nct * places + (starts[segment] ?? 0) + doc
    })
  })
  const sorted = keys.subarray(0, filled).toSorted()
  return {
    get: (nct) => {
      const place = find(sorted, nct)
      if (place === undefined) return undefined
      const segment = starts.findLastIndex((start) => start <= place)
      const doc = place - (starts[segment] ?? 0)
      const isDamaged = damaged[segment]?.has(doc) === true
      return { segment, doc, hash: hashes[segment]?.[doc] ?? 0n, isDamaged }
    },
  }
}

/** An id and a place share one number: ids have eight digits, places fit in 24 bits. */
const places = 2 ** 24

function find(sorted: Float64Array, nct: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < nct * places) low = middle + 1
    else high = middle
  }
  const key = sorted[low]
  return key !== undefined && Math.floor(key / places) === nct ? key % places : undefined
}
