import { boundingBox, distanceKm, earthRadiusKm } from '../../places/distance.ts'
import type { Near } from '../model/query.ts'
import { type Columns, noPoint, siteFlag } from '../segment/columns.ts'

/** Whether a study has a site within a distance of a place. */
export function sitesWithin(columns: Columns, near: Near, km: number): (doc: number) => boolean {
  const { siteStart, siteLat, siteLon } = columns
  // The columns hold hundredths of a degree: half of one is 0.6 km at most, allowed for in the box.
  const box = boundingBox(near, km + 1)
  const [south, north] = [Math.floor(box.south * 100), Math.ceil(box.north * 100)]
  const [first = [0, 0], second = [1, 0]] = box.lons
  const [west, east] = [Math.floor(first[0] * 100), Math.ceil(first[1] * 100)]
  const [west2, east2] = [Math.floor(second[0] * 100), Math.ceil(second[1] * 100)]
  return (doc) => {
    const end = siteStart[doc + 1] as number
    for (let at = siteStart[doc] as number; at < end; at++) {
      const lat = siteLat[at] as number
      const lon = siteLon[at] as number
      if (lat < south || lat > north || lat === noPoint) continue
      if ((lon < west || lon > east) && (lon < west2 || lon > east2)) continue
      if (distanceKm(near, { lat: lat / 100, lon: lon / 100 }) <= km) return true
    }
    return false
  }
}

/** A site that was found nearest, and how far away it is. */
export interface NearestSiteFound {
  /** The site's place in the record's list. */
  readonly index: number
  readonly km: number
  readonly open: boolean
}

/**
 * The nearest open site of a study, or its nearest of any kind when none is open. Where a distance was
 * asked for, a closed site within it comes before an open one beyond. Undefined where it has no place,
 * and where it cannot be nearer than `mostKm`, which spares most of the reckoning.
 */
export function findNearestSite(
  columns: Columns,
  doc: number,
  near: Near,
  withinKm = Infinity,
  mostKm = Infinity,
): NearestSiteFound | undefined {
  const { siteLat, siteLon, siteFlags } = columns
  const start = columns.siteStart[doc] as number
  const end = columns.siteStart[doc + 1] as number
  const mostLat = (mostKm / kmADegree) * 100 + 1
  let best: NearestSiteFound | undefined
  let bestRank = 4
  for (let at = start; at < end; at++) {
    const lat = siteLat[at] as number
    if (lat === noPoint) continue
    const isOpen = ((siteFlags[at] as number) & siteFlag.open) !== 0
    const isFar = Math.abs(lat - near.lat * 100) > mostLat
    const km = isFar
      ? mostKm
      : distanceKm(near, { lat: lat / 100, lon: (siteLon[at] as number) / 100 })
    const rank = (km > withinKm ? 2 : 0) + (isOpen ? 0 : 1)
    if (rank > bestRank || (rank === bestRank && best && km >= best.km)) continue
    best = { index: at - start, km: isFar ? Infinity : km, open: isOpen }
    bestRank = rank
  }
  return best?.km === Infinity ? undefined : best
}

/** A degree of latitude on the sphere that distances are measured on. */
const kmADegree = (earthRadiusKm * Math.PI) / 180
