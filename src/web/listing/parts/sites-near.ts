import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { SitePoint } from '../../../finder/places/place.ts'
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
