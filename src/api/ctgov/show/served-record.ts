import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { ProtocolSection, Study } from '../../../finder/registry/study.ts'

/** A record as it is given to programs; a section that is `undefined` is not there. */
export type ServedRecord = {
  readonly [Section in keyof Study]-?: Study[Section] | undefined
}

/**
 * What anybody may see of a record, in the registry's order. A site without coordinates has those that were worked out for it here,
 * by which `filter.geo` finds it too. Results stay unread until somebody looks at them.
 */
export function servedRecord(stored: StoredStudy): ServedRecord {
  const { study } = publicRecord(stored)
  const { annotationSection, documentSection, derivedSection } = study
  return {
    protocolSection: withPoints(study.protocolSection, stored.points),
    get resultsSection() {
      return study.resultsSection
    },
    annotationSection,
    documentSection,
    derivedSection,
    hasResults: study.hasResults ?? 'resultsSection' in study,
  }
}

function withPoints(protocol: ProtocolSection, points: StoredStudy['points']): ProtocolSection {
  const { contactsLocationsModule: contacts } = protocol
  const locations = contacts?.locations
  if (!locations?.some((site, index) => !site.geoPoint && points[index])) return protocol
  return {
    ...protocol,
    contactsLocationsModule: {
      ...contacts,
      locations: locations.map((site, index) => {
        const point = points[index]
        if (site.geoPoint || !point) return site
        return { ...site, geoPoint: { lat: point.lat, lon: point.lon } }
      }),
    },
  }
}
