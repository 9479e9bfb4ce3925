import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Place } from '../../../finder/places/place.ts'
import { canBeJoined, isOpen, siteStatus } from '../../../finder/registry/status.ts'
import { type Site, sitesInArea, sitesOf } from '../../listing/parts/sites-near.ts'

/**
 * The site of a study to ask first: of an area one in it; of a town the nearest where people can join, now before soon,
 * or else the nearest of any kind, as a list of results names it. Undefined where there is none.
 */
export function nearestSite(stored: StoredStudy, place: Place): Site | undefined {
  if (place.area !== undefined) return sitesInArea(stored, place.area)[0]
  const { statusModule } = stored.study.protocolSection
  const all = sitesOf(stored, place)
  const placed = all.filter(({ km }) => km !== undefined)
  const statusOf = ({ location }: Site) => siteStatus(location, statusModule)
  return (
    placed.find((site) => isOpen(statusOf(site))) ??
    placed.find((site) => canBeJoined(statusOf(site))) ??
    placed[0] ??
    all[0]
  )
}
