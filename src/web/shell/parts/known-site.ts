import { remembering } from '../../../base/lru.ts'
import { countryCode } from '../../../finder/places/countries.ts'
import { siteOf } from '../../../finder/registry/site-id.ts'
import type { SiteLabel } from '../../../people/enquiries/model/enquiry.ts'
import { timeZoneOf } from '../../../people/enquiries/promise/time-zones.ts'
import type { App } from '../app.ts'
import { storedStudy } from './stored-study.ts'

/** A site of a study, by its id. */
export interface StudySite {
  readonly study: string
  readonly site: string
}

/** What pages of who signs in say of a site, as the record has it now. */
export interface KnownSite {
  readonly label: SiteLabel
  /** Of its place in the record, or of its country. */
  readonly timeZone: string | undefined
}

/** A site as the record has it now; undefined where it has no such site any more, or cannot be read. */
export function knownSite(app: App, { study, site }: StudySite): KnownSite | undefined {
  return knownSites({ app, study, site })
}

/** Few sites are named again and again, in each row of a table; to read a record takes some milliseconds. */
const knownSites = remembering<StudySite & { readonly app: App }, KnownSite | undefined>(
  5_000,
  ({ app, study, site }) => `${app.catalogue.summary().generation} ${study} ${site}`,
  ({ app, study, site }) => {
    const stored = storedStudy(app, study)
    const location = stored && siteOf(stored.study.protocolSection, site)
    if (!location) return undefined
    const { facility, city, country, geoPoint } = location
    const code = countryCode(country ?? '')
    return {
      label: {
        ...(facility !== undefined && { facility }),
        ...(city !== undefined && { city }),
        ...(country !== undefined && { country }),
      },
      timeZone: code === undefined ? undefined : timeZoneOf(code, geoPoint),
    }
  },
)

/** A site's facility, town and country, without what is not known of it. */
export function siteText({ facility, city, country }: SiteLabel): string {
  return [facility, city, country].filter(Boolean).join(', ')
}

/** A site's facility and town; of one without a name its town, once. */
export function siteAndTown({ facility, city }: SiteLabel): string {
  return [facility, city].filter(Boolean).join(', ')
}
