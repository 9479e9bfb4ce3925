import { siteOf } from '../../../finder/registry/site-id.ts'
import type { Enquiry } from '../../../people/enquiries/model/enquiry.ts'
import { calendarOf } from '../../../people/enquiries/promise/site-calendar.ts'
import { readSiteSetting } from '../../../people/enquiries/promise/site-setting.ts'
import { spokenUntil } from '../../../words/dates.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { storedStudy } from '../../shell/parts/stored-study.ts'

/** Says a moment (ISO) as a reader of a page knows it: by the clocks of a site. */
export type SayMoment = (at: string) => string

/** Says moments by the clocks of the site that was asked: those it chose itself, else as its record has it now or had it then. */
export async function sayBySite(
  app: Pick<App, 'catalogue' | 'people'>,
  { language }: Page,
  { study, site, siteLabel }: Pick<Enquiry, 'study' | 'site' | 'siteLabel'>,
): Promise<SayMoment> {
  const protocol = storedStudy(app, study)?.study.protocolSection
  const setting = await readSiteSetting(app.people.records.db, { study, site })
  const place = (protocol && siteOf(protocol, site)) ?? siteLabel
  const { timeZone } = await calendarOf(place, setting)
  return (at) => spokenUntil(language, new Date(at), timeZone)
}
