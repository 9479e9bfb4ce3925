import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { ProtocolSection, Study } from '../../../finder/registry/study.ts'

/** A record as it is given to programs; a section that is `undefined` is not there. */
export type ServedRecord = {
  readonly [Section in keyof Study]-?: Study[Section] | undefined
}

/** Whether what was worked out here is given with a record, or what was recorded alone. */
export type ServedForm = 'completed' | 'recorded'

/**
 * What anybody may see of a record, in the registry's order. A site without coordinates has those that were worked out for it here,
 * by which `filter.geo` finds it too, unless only what was recorded is wanted. Results stay unread until somebody looks at them.
 */
export function servedRecord(stored: StoredStudy, form: ServedForm = 'completed'): ServedRecord {
  const { study } = publicRecord(stored)
  const { annotationSection, documentSection, derivedSection } = study
  return {
    protocolSection:
      form === 'completed'
        ? withPoints(study.protocolSection, stored.points)
        : study.protocolSection,
    get resultsSection() {
      return study.resultsSection
    },
    annotationSection,
    documentSection,
    derivedSection,
    hasResults: study.hasResults ?? (form === 'completed' ? 'resultsSection' in study : undefined),
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
