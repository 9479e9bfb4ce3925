import { join } from 'node:path'
import type { StoredStudy } from '../model/stored.ts'
import type { Columns } from './columns.ts'
import { Segment } from './segment.ts'

/** A segment with its columns in memory and what of it still counts. */
export interface LoadedSegment {
  readonly segment: Segment
  readonly columns: Columns
  /** 1 for each document that no later segment replaces. */
  readonly alive: Uint8Array
}

/** Opens the segments of a folder in the order of their names given, oldest first: all of them, or none. Throws as `Segment` does. */
export function openSegments(folder: string, names: readonly string[]): Segment[] {
  const opened: Segment[] = []
  try {
    for (const name of names) opened.push(new Segment(join(folder, name)))
    return opened
  } catch (error) {
    for (const segment of opened) segment.close()
    throw error
  }
}

/** The version of a study that counts, by the number of its NCT id: the one in the latest of the segments (oldest first). */
export function newestStudy(segments: readonly Segment[], nct: number): StoredStudy | undefined {
  for (const segment of segments.toReversed()) {
    const stored = segment.study(nct)
    if (stored) return stored
  }
  return undefined
}

/** Reads the columns of every segment; of several versions of a study, the one in the latest segment counts. */
export function loadSegments(segments: readonly Segment[]): LoadedSegment[] {
  const columns = segments.map((segment) => segment.columns())
  const alive = newestOnly(columns.map(({ nct }) => nct))
  return segments.map((segment, index) => ({
    segment,
    columns: columns[index] as Columns,
    alive: alive[index] as Uint8Array,
  }))
}

/** A segment with what counting studies needs: a twentieth of its columns. */
export interface CountedSegment {
  readonly segment: Segment
  readonly columns: Pick<Columns, 'flags' | 'categories'>
  /** As in `LoadedSegment`. */
  readonly alive: Uint8Array
}

/** As `loadSegments`, only for counting. */
export function loadForCounting(segments: readonly Segment[]): CountedSegment[] {
  const alive = newestOnly(segments.map(({ ids }) => ids.nct))
  return segments.map((segment, index) => ({
    segment,
    columns: {
      flags: new Uint8Array(segment.column('flags')),
      categories: new Int32Array(segment.column('categories')),
    },
    alive: alive[index] as Uint8Array,
  }))
}

/** For each list of ids, oldest first: 1 where the id does not come again, further on or in a later list. */
export function newestOnly(lists: readonly Int32Array[]): Uint8Array[] {
  let highest = 0
  for (const list of lists) for (const nct of list) if (nct > highest) highest = nct
  const seen = new Uint8Array((highest >> 3) + 1)
  const alive = lists.map((list) => new Uint8Array(list.length))
  for (let index = lists.length - 1; index >= 0; index--) {
    const list = lists[index] as Int32Array
    const marks = alive[index] as Uint8Array
    for (let doc = list.length - 1; doc >= 0; doc--) {
      const nct = list[doc] as number
      const bit = 1 << (nct & 7)
      if (((seen[nct >> 3] as number) & bit) !== 0) continue
      seen[nct >> 3] = (seen[nct >> 3] as number) | bit
      marks[doc] = 1
    }
  }
  return alive
}
