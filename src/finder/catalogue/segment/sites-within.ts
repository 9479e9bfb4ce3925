import { bitset, hasBit, setBit } from '../../../base/bitset.ts'
import { type Box, boundingBox, distanceKm } from '../../places/distance.ts'
import type { Near } from '../model/query.ts'
import { type Columns, noPoint, siteUnits } from './columns.ts'
import type { LoadedSegment } from './loaded.ts'
import { studiesAround } from './site-cells.ts'

/**
 * Whether a study has a site within a distance of a place: any, or one with all the bits of `flags` (`siteFlag`). The first
 * studies are tested site by site; where more are asked about, those with no site around are sifted out before.
 */
export function sitesWithin(
  { columns, segment }: Pick<LoadedSegment, 'columns' | 'segment'>,
  near: Near,
  km: number,
  flags = 0,
): (doc: number) => boolean {
  const box = boundingBox(near, km)
  const isWithin = testEachSite(columns, near, km, box, flags)
  let tested = 0
  let around: Uint8Array | undefined
  return (doc) => {
    if (around) return around[doc] === 1 && isWithin(doc)
    if (++tested > fewStudies)
      around = studiesAround(segment.siteCells(columns), box, segment.count)
    return isWithin(doc)
  }
}

/** The studies that have a site within a distance of a place, as bits. */
export function studiesWithin(
  { columns, segment }: Pick<LoadedSegment, 'columns' | 'segment'>,
  near: Near,
  km: number,
): Uint32Array {
  const box = boundingBox(near, km)
  const bits = bitset(segment.count)
  const isInside = (cell: Box): boolean => isWithinAll(near, cell, km)
  const perhaps = studiesAround(segment.siteCells(columns), box, segment.count, { isInside, bits })
  const isWithin = testEachSite(columns, near, km, box, 0)
  for (let doc = 0; doc < perhaps.length; doc++)
    if (perhaps[doc] === 1 && !hasBit(bits, doc) && isWithin(doc)) setBit(bits, doc)
  return bits
}

/** Whether all of a small box is within a distance: less than a quarter of the way round, its corners are farthest. */
function isWithinAll(near: Near, { south, north, lons }: Box, km: number): boolean {
  const most = Math.min(km, farthestKm) - hairKm
  return lons.every((edges) =>
    edges.every(
      (lon) =>
        distanceKm(near, { lat: south, lon }) < most &&
        distanceKm(near, { lat: north, lon }) < most,
    ),
  )
}

const farthestKm = 9000
const hairKm = 1e-6

/** For fewer than these, finding out who has a site around takes longer than looking at their sites. */
const fewStudies = 100

function testEachSite(
  columns: Columns,
  near: Near,
  km: number,
  box: Box,
  flags: number,
): (doc: number) => boolean {
  const { siteStart, siteLat, siteLon, siteFlags } = columns
  const parts = (degrees: number): number => degrees * siteUnits
  // What is kept is rounded: a part more on each side leaves nothing out.
  const [south, north] = [parts(box.south) - 1, parts(box.north) + 1]
  const [first = [0, 0], second = [1, 0]] = box.lons
  const [west, east] = [parts(first[0]) - 1, parts(first[1]) + 1]
  const [west2, east2] = [parts(second[0]) - 1, parts(second[1]) + 1]
  return (doc) => {
    const end = siteStart[doc + 1] as number
    for (let at = siteStart[doc] as number; at < end; at++) {
      const lat = siteLat[at] as number
      const lon = siteLon[at] as number
      if (lat < south || lat > north || lat === noPoint) continue
      if ((lon < west || lon > east) && (lon < west2 || lon > east2)) continue
      if (((siteFlags[at] as number) & flags) !== flags) continue
      if (distanceKm(near, inDegrees(lat, lon)) <= km) return true
    }
    return false
  }
}

/** A point of the columns in degrees. */
export function inDegrees(lat: number, lon: number): Near {
  return { lat: lat / siteUnits, lon: lon / siteUnits }
}
