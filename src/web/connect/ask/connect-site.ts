import { calendarOf, type SiteSetting } from '../../../people/enquiries/promise/site-calendar.ts'
import { responseRates } from '../../../people/enquiries/promise/figures.ts'
import { readSiteSetting } from '../../../people/enquiries/promise/site-setting.ts'
import { promisedBy } from '../../../people/enquiries/promise/working-days.ts'
import { introducedDays } from '../../../people/enquiries/promise/owed.ts'
import { routeOf } from '../../../people/enquiries/routing.ts'
import { spokenUntil } from '../../../words/dates.ts'
import type { App } from '../../shell/app.ts'
import type { ChosenSite } from '../parts/site-chosen.ts'
import type { ConnectSite, ConnectView } from './connect-view.ts'

/** A chosen site with how it is reached from here, and until when an answer is promised or asked for. */
export async function connectSite(
  app: App,
  asked: ConnectView,
  chosen: ChosenSite,
): Promise<ConnectSite> {
  const { records } = app.people
  const { protocol, nctId } = asked.view
  const place = { study: nctId, site: chosen.id }
  const route = await routeOf(records, protocol, chosen.id, app.connect)
  const setting = await readSiteSetting(records.db, place)
  const rates = route === 'desk' ? await responseRates(records, nctId, app.now()) : undefined
  const rate = rates?.get(chosen.id)
  const days = route === 'introduction' ? introducedDays : undefined
  return { ...(await made(app, { asked, chosen, setting, days })), route, ...(rate && { rate }) }
}

/** The same while the records are away: nobody knows how it is reached. */
export function siteWithoutRecords(
  app: App,
  asked: ConnectView,
  chosen: ChosenSite,
): Promise<ConnectSite> {
  return made(app, { asked, chosen, setting: undefined, days: undefined })
}

async function made(
  app: App,
  {
    asked,
    chosen,
    setting,
    days,
  }: {
    readonly asked: ConnectView
    readonly chosen: ChosenSite
    readonly setting: SiteSetting | undefined
    readonly days: number | undefined
  },
): Promise<ConnectSite> {
  const calendar = await calendarOf(chosen.site.location, setting)
  const end = promisedBy(app.now(), calendar, days)
  const promised = spokenUntil(asked.view.page.language, end, calendar.timeZone)
  return { ...asked, chosen, route: 'none', promised, keepDays: app.connect.keepDays }
}
