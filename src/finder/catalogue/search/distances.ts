import { boundingBox, distanceKm, earthRadiusKm } from '../../places/distance.ts'
import type { Near } from '../model/query.ts'
import { type Columns, noPoint, siteFlag, siteUnits } from '../segment/columns.ts'

/** Whether a study has a site within a distance of a place. */
export function sitesWithin(columns: Columns, near: Near, km: number): (doc: number) => boolean {
  const { siteStart, siteLat, siteLon } = columns
  const box = boundingBox(near, km)
  const [south, north] = [Math.floor(box.south * siteUnits), Math.ceil(box.north * siteUnits)]
  const [first = [0, 0], second = [1, 0]] = box.lons
  const [west, east] = [Math.floor(first[0] * siteUnits), Math.ceil(first[1] * siteUnits)]
  const [west2, east2] = [Math.floor(second[0] * siteUnits), Math.ceil(second[1] * siteUnits)]
  return (doc) => {
    const end = siteStart[doc + 1] as number
    for (let at = siteStart[doc] as number; at < end; at++) {
      const lat = siteLat[at] as number
      const lon = siteLon[at] as number
      if (lat < south || lat > north || lat === noPoint) continue
      if ((lon < west || lon > east) && (lon < west2 || lon > east2)) continue
      if (distanceKm(near, pointOf(lat, lon)) <= km) return true
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
  const mostLat = (mostKm / kmADegree) * siteUnits + 1
  let best: NearestSiteFound | undefined
  let bestRank = 4
  for (let at = start; at < end; at++) {
    const lat = siteLat[at] as number
    if (lat === noPoint) continue
    const isOpen = ((siteFlags[at] as number) & siteFlag.open) !== 0
    const isFar = Math.abs(lat - near.lat * siteUnits) > mostLat
    const km = isFar ? mostKm : distanceKm(near, pointOf(lat, siteLon[at] as number))
    const rank = (km > withinKm ? 2 : 0) + (isOpen ? 0 : 1)
    if (rank > bestRank || (rank === bestRank && best && km >= best.km)) continue
    best = { index: at - start, km: isFar ? Infinity : km, open: isOpen }
    bestRank = rank
  }
  return best?.km === Infinity ? undefined : best
}

function pointOf(lat: number, lon: number): Near {
  return { lat: lat / siteUnits, lon: lon / siteUnits }
}

/** A degree of latitude on the sphere that distances are measured on. */
const kmADegree = (earthRadiusKm * Math.PI) / 180
