import { distanceKm } from '../../../finder/places/distance.ts'
import { siteIdIn, siteOf } from '../../../finder/registry/site-id.ts'
import { isOpen, siteStatus, takesNobody } from '../../../finder/registry/status.ts'
import type { Location, ProtocolSection } from '../../../finder/registry/study.ts'

/** The study's record as it is now; undefined where it is not in the catalogue, or damaged. */
export type StudyLookup = (study: string) => ProtocolSection | undefined

/** Whether the registry says plainly that nobody can join at a site now. A study that is not there says nothing. */
export function isOver(protocol: ProtocolSection | undefined, site: string): boolean {
  const study = protocol?.statusModule
  if (!protocol || !study) return false
  if (takesNobody(study.overallStatus)) return true
  const asked = siteOf(protocol, site)
  return asked !== undefined && takesNobody(siteStatus(asked, study))
}

/**
 * The open site of the same study that is nearest to one that was asked, and was not asked itself; where the place of
 * either is not known, one of the same country; undefined where there is none.
 */
export function nextNearestSite(
  protocol: ProtocolSection,
  site: string,
  asked: readonly string[],
): Location | undefined {
  const here = siteOf(protocol, site)
  const sites = (protocol.contactsLocationsModule?.locations ?? []).filter(
    (one) =>
      isOpen(siteStatus(one, protocol.statusModule)) &&
      siteIdIn(protocol, one) !== site &&
      !asked.includes(siteIdIn(protocol, one)),
  )
  const far = (one: Location): number => {
    if (here?.geoPoint && one.geoPoint) return distanceKm(here.geoPoint, one.geoPoint)
    return one.country !== undefined && one.country === here?.country ? unknownNear : unknownFar
  }
  return sites.toSorted((one, other) => far(one) - far(other))[0]
}

/** In kilometres: after every place that is known on the same continent, and after all. */
const unknownNear = 3000
const unknownFar = 30_000
