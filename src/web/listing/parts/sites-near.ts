import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { SitePoint } from '../../../finder/places/place.ts'
import { type AreaPath, isInArea } from '../../../finder/places/areas.ts'
import { canBeJoined, isOpen, siteStatus } from '../../../finder/registry/status.ts'
import { distanceKm, type Point } from '../../../finder/places/distance.ts'
import type { Location } from '../../../finder/registry/study.ts'

/** A site of a study, where it is and how far from the reader. */
export interface Site {
  readonly location: Location
  readonly point?: SitePoint
  readonly km?: number
}

/** The study's sites in the record's order, or the nearest first when a place is given; unknown places last. */
export function sitesOf(stored: StoredStudy, near?: Point): Site[] {
  const locations = stored.study.protocolSection.contactsLocationsModule?.locations ?? []
  const sites = locations.map((location, index) => siteAt(location, stored.points[index], near))
  if (!near) return sites
  return sites.toSorted((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || 0)
}

/** The study's sites in an area (`FR/11/94`): those that take people first, then those that are to. */
export function sitesInArea(stored: StoredStudy, area: AreaPath): Site[] {
  const { contactsLocationsModule, statusModule } = stored.study.protocolSection
  const there = (contactsLocationsModule?.locations ?? []).filter((_, index) => {
    const path = stored.areas?.[index]
    return typeof path === 'string' && isInArea(path, area)
  })
  const closedness = (location: Location): number => {
    const status = siteStatus(location, statusModule)
    return isOpen(status) ? 0 : canBeJoined(status) ? 1 : 2
  }
  return there.toSorted((a, b) => closedness(a) - closedness(b)).map((location) => ({ location }))
}

/** True for coordinates that can be right; 0,0 in the Gulf of Guinea is what empty fields become. */
export function isPlace(point: Point | undefined): point is Point {
  if (!point || !Number.isFinite(point.lat) || !Number.isFinite(point.lon)) return false
  if (Math.abs(point.lat) > 90 || Math.abs(point.lon) > 180) return false
  return Math.abs(point.lat) > 0.01 || Math.abs(point.lon) > 0.01
}

function siteAt(location: Location, point: SitePoint | undefined, near: Point | undefined): Site {
  if (!point || !isPlace(point)) return { location }
  return near ? { location, point, km: distanceKm(near, point) } : { location, point }
}
