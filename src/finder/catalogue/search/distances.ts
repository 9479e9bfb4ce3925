import { distanceKm, earthRadiusKm } from '../../places/distance.ts'
import type { Near } from '../model/query.ts'
import { canBeJoined } from '../../registry/status.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { inDegrees, sitesWithin } from '../segment/sites-within.ts'
import { type Columns, noPoint, siteFlag, siteUnits, statusNumbers } from '../segment/columns.ts'

/** Whether a study takes people, now or when it opens. */
export function canBeJoinedColumn({ status }: Columns): (doc: number) => boolean {
  return (doc) => joinable.has(status[doc] as number)
}

const joinable = new Set(statusNumbers.names.filter(canBeJoined).map(statusNumbers.numberOf))

/**
 * Whether a study has a site within a distance that people can join. Of a study that takes nobody itself any site counts:
 * it is looked for as what it is.
 */
export function joinableWithin(
  loaded: LoadedSegment,
  near: Near,
  km: number,
): (doc: number) => boolean {
  const takesPeople = canBeJoinedColumn(loaded.columns)
  const hasSite = sitesWithin(loaded, near, km, siteFlag.canBeJoined)
  return (doc) => !takesPeople(doc) || hasSite(doc)
}

/** A site that was found nearest, and how far away it is. */
export interface NearestSiteFound {
  /** The site's place in the record's list. */
  readonly index: number
  readonly km: number
  /** People can join there now, or when it opens. */
  readonly canBeJoined: boolean
}

/** How the nearest site is looked for. */
export interface NearestOptions {
  /** A distance that was asked for: what is within it comes before what is beyond. */
  readonly withinKm?: number | undefined
  /** Farther is not wanted. */
  readonly mostKm?: number
  /** Only sites with all these bits (`siteFlag`). */
  readonly flags?: number
  /** Only such sites, by their place in the columns. */
  readonly isAllowed?: ((at: number) => boolean) | undefined
}

/**
 * The nearest open site of a study, or its nearest of any kind when none is open; one that is to open comes between. Where a distance was
 * asked for, a closed site within it comes before an open one beyond. Undefined where it has no place,
 * and where it cannot be nearer than `mostKm`, which spares most of the reckoning.
 */
export function findNearestSite(
  columns: Columns,
  doc: number,
  near: Near,
  { withinKm = Infinity, mostKm = Infinity, flags = 0, isAllowed }: NearestOptions = {},
): NearestSiteFound | undefined {
  const { siteLat, siteLon, siteFlags } = columns
  const start = columns.siteStart[doc] as number
  const end = columns.siteStart[doc + 1] as number
  const mostLat = (mostKm / kmADegree) * siteUnits + 1
  let best: NearestSiteFound | undefined
  let bestRank = 6
  for (let at = start; at < end; at++) {
    const lat = siteLat[at] as number
    const flag = siteFlags[at] as number
    if (lat === noPoint || (flag & flags) !== flags || isAllowed?.(at) === false) continue
    const isJoinable = (flag & siteFlag.canBeJoined) !== 0
    const isFar = Math.abs(lat - near.lat * siteUnits) > mostLat
    const km = isFar ? mostKm : distanceKm(near, inDegrees(lat, siteLon[at] as number))
    const rank = (km > withinKm ? 3 : 0) + closedness(flag)
    if (rank > bestRank || (rank === bestRank && best && km >= best.km)) continue
    best = { index: at - start, km: isFar ? Infinity : km, canBeJoined: isJoinable }
    bestRank = rank
  }
  return best?.km === Infinity ? undefined : best
}

/** 0 where a site is open, 1 where it is to open, 2 where nobody can join. */
function closedness(flag: number): number {
  if ((flag & siteFlag.open) !== 0) return 0
  return (flag & siteFlag.canBeJoined) !== 0 ? 1 : 2
}

/** A degree of latitude on the sphere that distances are measured on. */
const kmADegree = (earthRadiusKm * Math.PI) / 180

/** Where a site is, by its place in the columns of sites; undefined where that is not known. */
export function sitePointAt({ siteLat, siteLon }: Columns, at: number): Near | undefined {
  const lat = siteLat[at]
  return lat === undefined || lat === noPoint ? undefined : inDegrees(lat, siteLon[at] as number)
}
