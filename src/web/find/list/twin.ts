import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { countRules } from '../../listing/parts/checklist.ts'
import { nearestSite as nearestOf } from './nearest-site.ts'
import type { AskedList } from './read-list.ts'
import type { Place } from '../../../finder/places/place.ts'

/** The comparison as data: the registry's own values, with what was worked out beside them. */
export function compareTwin(list: AskedList): object {
  const { studies, leftOut, unknown, malformed, twice, place, said } = list
  const typed = said.asked.texts.near
  return {
    ...(typed !== '' && { near: { typed, place: place ?? null } }),
    studies: studies.map((stored) => studyColumn(stored, place)),
    notShown: { leftOut, unknown, malformed, twice },
  }
}

function studyColumn(stored: StoredStudy, place: Place | undefined): object {
  const protocol = stored.study.protocolSection
  const { statusModule: status, designModule: design, eligibilityModule: eligibility } = protocol
  return {
    nctId: protocol.identificationModule.nctId,
    briefTitle: protocol.identificationModule.briefTitle,
    overallStatus: status?.overallStatus,
    lastKnownStatus: status?.lastKnownStatus,
    statusVerifiedDate: status?.statusVerifiedDate,
    minimumAge: eligibility?.minimumAge,
    maximumAge: eligibility?.maximumAge,
    sex: eligibility?.sex,
    phases: design?.phases,
    interventions: protocol.armsInterventionsModule?.interventions?.map(({ name }) => name),
    primaryOutcomes: protocol.outcomesModule?.primaryOutcomes,
    targetDuration: design?.targetDuration,
    leadSponsor: protocol.sponsorCollaboratorsModule?.leadSponsor?.name,
    enrollmentInfo: design?.enrollmentInfo,
    startDateStruct: status?.startDateStruct,
    completionDateStruct: status?.completionDateStruct,
    siteCount: stored.points.length,
    rules: countRules(eligibility?.eligibilityCriteria ?? ''),
    ...(place && { nearestSite: nearestSite(stored, place) }),
  }
}

function nearestSite(stored: StoredStudy, place: Place): object | null {
  const site = nearestOf(stored, place)
  if (!site) return null
  const { facility, city, country, status } = site.location
  if (place.area !== undefined) return { facility, city, country, status, isInArea: true }
  if (site.km === undefined) return null
  const km = Math.round(site.km)
  return { facility, city, country, status, km, exactness: site.point?.exactness }
}
