import { unlessDamaged } from '../model/damage.ts'
import type { LoadedSegment } from '../segment/loaded.ts'

/**
 * To be told how many queries come. Once so many came that more are to be expected, it pays to know which words a segment does
 * not hold: of some segments at a time, while they are asked about. Where one is damaged nothing is known of it, and whoever needs
 * what is damaged is told there.
 */
export function expectingMany(loaded: readonly LoadedSegment[]): (queries: number) => void {
  let asked = 0
  let known = 0
  return (queries) => {
    asked += queries
    if (asked <= manyQueries || known >= loaded.length) return
    for (const { segment } of loaded.slice(known, known + segmentsAtOnce))
      for (const table of Object.values(segment.tables))
        unlessDamaged(
          () => table.expectMany(),
          () => undefined,
        )
    known += segmentsAtOnce
  }
}

const manyQueries = 500
const segmentsAtOnce = 12
