import { bitset, setBit } from '../../../base/bitset.ts'
import { noPoint } from '../segment/columns.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { pieceNumbers } from '../segment/piece-fields.ts'
import type { Bits } from './bits.ts'

/** The place of coordinates in `pieces`: a site without any has those that were worked out here, and is shown with them. */
export const pointField = pieceNumbers.get('LocationGeoPoint') ?? -1

/** How many values each document of a segment has in a field, as it is shown; undefined where none has any. Throws `PieceDamaged`. */
export function sizesOf(
  field: number,
  loaded: LoadedSegment,
): Uint8Array | Uint16Array | Uint32Array | undefined {
  return field === pointField ? pointsOf(loaded) : loaded.segment.byPiece.column(field)?.sizes
}

/** The documents with so many values in a field as `isWanted` says. Throws `PieceDamaged`. */
export function sizedIn(
  field: number,
  loaded: LoadedSegment,
  isWanted: (count: number) => boolean,
): Bits {
  const bits = bitset(loaded.segment.count)
  const sizes = sizesOf(field, loaded)
  for (let doc = 0; doc < loaded.segment.count; doc++)
    if (isWanted(sizes?.[doc] ?? 0)) setBit(bits, doc)
  return bits
}

const known = new WeakMap<LoadedSegment, Uint16Array>()

function pointsOf(loaded: LoadedSegment): Uint16Array {
  const before = known.get(loaded)
  if (before) return before
  const { siteStart, siteLat } = loaded.columns
  // What a record says itself is shown even where it is no point on the earth.
  const said = loaded.segment.byPiece.column(pointField)?.sizes
  const counts = Uint16Array.from({ length: loaded.segment.count }, (_, doc) => {
    let count = 0
    const end = siteStart[doc + 1] as number
    for (let at = siteStart[doc] as number; at < end; at++) if (siteLat[at] !== noPoint) count++
    return Math.max(count, said?.[doc] ?? 0)
  })
  known.set(loaded, counts)
  return counts
}
