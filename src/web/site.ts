import type { Context, Hono } from 'hono'
import { aboutArea } from './about/routes.ts'
import { accountArea } from './account/routes.ts'
import { alertAreas } from './alerts/routes.ts'
import { decideArea } from './claims/decide-routes.ts'
import { claimAreas } from './claims/routes.ts'
import { connectAreas } from './connect/routes.ts'
import { categoriesArea } from './find/categories/routes.ts'
import { homeArea } from './find/home/routes.ts'
import { listArea } from './find/list/routes.ts'
import { calendarFeedArea } from './desk/calendar/feed-routes.ts'
import { deskMailArea } from './desk/mail/routes.ts'
import { developersArea } from './developers/routes.ts'
import { deskArea } from './desk/routes.ts'
import { studyDeskArea } from './desk/study/routes.ts'
import { saidArea } from './desk/said/routes.ts'
import { searchArea } from './find/search/routes.ts'
import { wellKnownArea } from './find/well-known/routes.ts'
import { guidesArea } from './guides/routes.ts'
import { helpArea } from './help/routes.ts'
import { checkArea } from './listing/check/routes.ts'
import { listingArea } from './listing/routes.ts'
import { mapArea } from './map/routes.ts'
import { matchArea } from './match/routes.ts'
import { adminArea } from './operate/admin/routes.ts'
import { trailArea } from './operate/audit/routes.ts'
import { devMailArea } from './operate/dev-mail/routes.ts'
import { hooksArea } from './operate/hooks/routes.ts'
import { protocolsArea } from './protocols/routes.ts'
import { reportArea } from './protocols/report/routes.ts'
import { tryArea } from './protocols/try/routes.ts'
import { watchAreas } from './watches/routes.ts'
import type { App } from './shell/app.ts'
import { areaOf, type SiteArea } from './shell/area.ts'
import { assetsArea } from './shell/assets/routes.ts'
import { paths } from './shell/paths.ts'
import { openSite } from './shell/site/open-site.ts'

/** Every page for people, in areas; an address that fits two patterns is answered by the area named first. */
function areas(): readonly SiteArea[] {
  return [
    assetsArea,
    wellKnownArea,
    homeArea,
    searchArea,
    categoriesArea,
    listingArea,
    checkArea,
    mapArea,
    listArea,
    matchArea,
    protocolsArea,
    tryArea,
    reportArea,
    guidesArea,
    aboutArea,
    developersArea,
    helpArea,
    adminArea,
    devMailArea,
    saidArea,
    calendarFeedArea,
    deskMailArea(),
    studyDeskArea,
    deskArea,
    ...alertAreas(),
    ...watchAreas(),
    ...claimAreas(),
    decideArea,
    trailArea,
    ...connectAreas(),
    hooksArea,
    accountArea(),
  ]
}

/** The site for everybody: English at the root, the same pages in French under `/fr`. */
export function createSite(app: App): Hono {
  return openSite(
    app,
    areas().filter(({ door }) => door !== 'operator'),
  )
}

/** What is answered at the operator's own door, in both languages; from there every other address leads to the site. */
export function createOperatorSite(app: App): Hono {
  return openSite(
    app,
    areas().filter(({ door }) => door !== undefined),
    leadToSite,
  )
}

/** The menus of every page name addresses of the site, which is at another port. */
function leadToSite(c: Context, app: App): Response | undefined {
  if (areaOf(c) !== undefined) return undefined
  const { pathname, search } = new URL(c.req.url)
  if (pathname === paths.home()) return c.redirect(paths.admin(), 302)
  return c.redirect(`${app.baseUrl}${pathname}${search}`, 302)
}
