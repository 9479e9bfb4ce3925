import { remembering } from '../../../base/lru.ts'
import { timeZoneOf } from '../../../people/enquiries/promise/time-zones.ts'
import { countryCode } from '../../../finder/places/countries.ts'
import type { SiteLabel } from '../../../people/enquiries/model/enquiry.ts'
import type { Clock } from './promise-tag.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { knownSite, type StudySite } from '../../shell/parts/known-site.ts'
import { storedStudy } from '../../shell/parts/stored-study.ts'
import { titledStudy } from '../../../finder/vocabulary/titled-study.ts'
import { type ShownTitle, studyTitle } from '../../shell/parts/study-title.ts'

/** A study's everyday title, or its number where the catalogue has no such study any more. */
export function studyName(page: Page, app: App, nctId: string): ShownTitle {
  return remembered({ page, app, nctId })
}

interface AskedStudyName {
  readonly page: Page
  readonly app: App
  readonly nctId: string
}

/** A desk names few studies again and again; to read a record takes some milliseconds. */
const remembered = remembering<AskedStudyName, ShownTitle>(
  2_000,
  ({ page, nctId }) => `${page.summary.generation} ${page.language} ${nctId}`,
  ({ page, app, nctId }) => {
    const stored = storedStudy(app, nctId)
    if (!stored) return { text: nctId, lang: 'en', isPlain: true }
    return studyTitle(page, titledStudy(stored.study))
  },
)

/** A site of a study, as far as a desk names it. */
export type DeskSite = StudySite

/** The label of a site as the record has it now; undefined where it has no such site any more. */
export function knownSiteLabel(app: App, asked: DeskSite): SiteLabel | undefined {
  return knownSite(app, asked)?.label
}

/** The clocks of a site by its place in the record, or by its country; UTC where neither is known. */
function timeZoneOfSite(app: App, asked: DeskSite, label?: SiteLabel): string {
  const known = knownSite(app, asked)?.timeZone
  if (known !== undefined) return known
  return zoneOfCountry(label?.country ?? '') ?? 'UTC'
}

/** Asking for the clocks of a country takes a third of a millisecond, and a desk asks for each row. */
const zoneOfCountry = remembering<string, string | undefined>(
  500,
  (country) => country,
  (country) => {
    const code = countryCode(country)
    return code === undefined ? undefined : timeZoneOf(code)
  },
)

/** What the desk knows of the time at a site: the time zone that it set itself goes before that of the record. */
export function siteClock(
  app: App,
  { siteLabel, ...asked }: DeskSite & { readonly siteLabel?: SiteLabel },
  said: ReadonlyMap<string, string>,
): Clock {
  const timeZone = said.get(`${asked.study} ${asked.site}`) ?? timeZoneOfSite(app, asked, siteLabel)
  return { now: app.now(), timeZone }
}

/** A site in a few words: its facility, or where it has no name its town. */
export function shortSiteName({ facility, city }: SiteLabel): string {
  return facility ?? city ?? ''
}
