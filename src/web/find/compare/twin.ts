import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { countRules } from '../../listing/parts/checklist.ts'
import { sitesInArea, sitesOf } from '../../listing/parts/sites-near.ts'
import type { Compared } from './compared.ts'
import type { Place } from '../../../finder/places/place.ts'

/** The comparison as data: the registry's own values, with what was worked out beside them. */
export function compareTwin(compared: Compared): object {
  const { studies, leftOut, unknown, malformed, twice, near } = compared
  return {
    ...(near && { near: { typed: near.typed, place: near.place ?? null } }),
    studies: studies.map((stored) => studyColumn(stored, near?.place)),
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
  if (place.area !== undefined) return siteInArea(stored, place.area)
  const [first] = sitesOf(stored, place)
  if (first?.km === undefined) return null
  const { facility, city, country, status } = first.location
  return {
    facility,
    city,
    country,
    status,
    km: Math.round(first.km),
    exactness: first.point?.exactness,
  }
}

function siteInArea(stored: StoredStudy, area: string): object | null {
  const [first] = sitesInArea(stored, area)
  if (!first) return null
  const { facility, city, country, status } = first.location
  return { facility, city, country, status, isInArea: true }
}
