import { siteOf } from '../../../finder/registry/site-id.ts'
import type { Enquiry } from '../../../people/enquiries/model/enquiry.ts'
import { calendarOf } from '../../../people/enquiries/promise/site-calendar.ts'
import { spokenUntil } from '../../../words/dates.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'

/** Says a moment (ISO) as a reader of a page knows it: by the clocks of a site. */
export type SayMoment = (at: string) => string

/** Says moments by the clocks of the site that was asked, as its record has it now or had it then. */
export async function sayBySite(
  { catalogue }: Pick<App, 'catalogue'>,
  { language }: Page,
  { study, site, siteLabel }: Pick<Enquiry, 'study' | 'site' | 'siteLabel'>,
): Promise<SayMoment> {
  const protocol = catalogue.study(study)?.study.protocolSection
  const { timeZone } = await calendarOf((protocol && siteOf(protocol, site)) ?? siteLabel)
  return (at) => spokenUntil(language, new Date(at), timeZone)
}
