import { setBit } from '../../../base/bitset.ts'
import type { Box } from '../../places/distance.ts'
import { type Columns, noPoint, siteUnits } from './columns.ts'
import { docsFor } from './postings.ts'

/**
 * The studies of a segment by where their sites are: bands of half a degree of latitude, each cut by half degrees of
 * longitude. A study is once in each cell in which it has a site.
 */
export interface SiteCells {
  /** The numbers of the cells in which a site is, in order. */
  readonly cells: Uint32Array
  /** Where the documents of each begin, and where the last end. */
  readonly starts: Uint32Array
  readonly docs: Uint16Array | Uint32Array
}

/** Gathers the cells of a segment from its columns. */
export function siteCells({ nct, siteStart, siteLat, siteLon }: Columns): SiteCells {
  counts.fill(0)
  const forEachCell = (use: (cell: number, doc: number) => void): void => {
    lastDoc.fill(-1)
    for (let doc = 0; doc < nct.length; doc++) {
      const end = siteStart[doc + 1] as number
      for (let at = siteStart[doc] as number; at < end; at++) {
        const lat = siteLat[at] as number
        if (lat === noPoint) continue
        const cell = cellOf(lat, siteLon[at] as number)
        if (lastDoc[cell] === doc) continue
        lastDoc[cell] = doc
        use(cell, doc)
      }
    }
  }
  forEachCell((cell) => (counts[cell] = (counts[cell] as number) + 1))
  const cells = Uint32Array.from(counts.keys().filter((cell) => counts[cell] !== 0))
  const starts = new Uint32Array(cells.length + 1)
  let total = 0
  for (const [place, cell] of cells.entries()) {
    starts[place] = total
    total += counts[cell] as number
    // From here on, where the next document of the cell goes.
    counts[cell] = starts[place] as number
  }
  starts[cells.length] = total
  const docs = docsFor(nct.length, total)
  forEachCell((cell, doc) => {
    const place = counts[cell] as number
    docs[place] = doc
    counts[cell] = place + 1
  })
  return { cells, starts, docs }
}

/** Cells all of which is wanted, and where the studies that have a site in one are noted. */
interface WholeCells {
  readonly isInside: (cell: Box) => boolean
  readonly bits: Uint32Array
}

/** By document: 1 for each that has a site in a cell that the box touches. Whoever has none has no site in the box. */
export function studiesAround(
  { cells, starts, docs }: SiteCells,
  box: Box,
  count: number,
  whole?: WholeCells,
): Uint8Array {
  const marks = new Uint8Array(count)
  const north = stepOf(box.north + hair, 90)
  for (let band = stepOf(box.south - hair, 90); band <= north; band++)
    for (const [west, east] of box.lons) {
      const last = band * bandCells + stepOf(east + hair, 180)
      let place = firstFrom(cells, band * bandCells + stepOf(west - hair, 180))
      for (; place < cells.length && (cells[place] as number) <= last; place++) {
        const end = starts[place + 1] as number
        const inside = whole && isWholeCell(cells[place] as number, whole) ? whole.bits : undefined
        for (let at = starts[place] as number; at < end; at++) {
          const doc = docs[at] as number
          if (inside) setBit(inside, doc)
          else marks[doc] = 1
        }
      }
    }
  return marks
}

/** At the poles and the date line a cell holds what is beyond as well. */
function isWholeCell(cell: number, { isInside }: WholeCells): boolean {
  const [band, step] = [Math.floor(cell / bandCells), cell % bandCells]
  if (band === 0 || band >= 180 * cellsADegree - 1) return false
  if (step === 0 || step >= 360 * cellsADegree - 1) return false
  const [south, west] = [band / cellsADegree - 90, step / cellsADegree - 180]
  return isInside({
    south,
    north: south + 1 / cellsADegree,
    lons: [[west, west + 1 / cellsADegree]],
  })
}

/** More than what is lost by rounding a coordinate to the units of the columns. */
const hair = 2 / siteUnits
const cellsADegree = 2
/** The numbers of a band; more than there are cells in it. */
const bandCells = 1024
const allCells = (180 * cellsADegree + 1) * bandCells

/** For each cell how many documents, and which was the last; the memory is used again for the next segment. */
const counts = new Uint32Array(allCells)
const lastDoc = new Int32Array(allCells)

function cellOf(lat: number, lon: number): number {
  return stepOf(lat / siteUnits, 90) * bandCells + stepOf(lon / siteUnits, 180)
}

/** Half degrees from the south pole, or from the date line; what is beyond either end is in the cell at that end. */
function stepOf(degrees: number, most: number): number {
  return Math.floor((Math.min(most, Math.max(-most, degrees)) + most) * cellsADegree)
}

/** The place of the first cell with this number or a higher one. */
function firstFrom(cells: Uint32Array, cell: number): number {
  let low = 0
  let high = cells.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cells[middle] as number) < cell) low = middle + 1
    else high = middle
  }
  return low
}
