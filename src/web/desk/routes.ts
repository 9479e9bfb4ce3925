import { type Context, Hono } from 'hono'
import { needsActor } from '../account/parts/actor.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { link, pageOf } from '../shell/page.ts'
import { sorryPage } from '../shell/parts/sorry-page.ts'
import { paths } from '../shell/paths.ts'
import { ownForms } from '../shell/site/guard.ts'
import { deskEnquiryRoutes } from './enquiry/routes.ts'
import { deskFigureRoutes } from './figures/routes.ts'
import { deskListingRoutes } from './listing/routes.ts'
import { deskTemplateRoutes } from './templates/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { todayRoutes } from './today/routes.ts'
import { deskListRoutes } from './list/routes.ts'
import { participantRoutes } from './participants/routes.ts'

/** A reply of any length that is taken for every step, in any script. */
const longestBody = 256 * 1024

/** The desk of sites and studies, for who is signed in: kept by no cache, and its forms are taken from its own pages alone. */
export const deskArea: SiteArea = {
  routes: deskRoutes,
  privacy: 'nowhere',
  referrer: 'origin',
  needs: 'records',
  owns: `${paths.desk.pattern}/*`,
  bodyLimit: { bytes: longestBody, tooLarge },
}

function deskRoutes(app: App): Hono {
  const area = new Hono()
  for (const mine of [paths.desk.pattern, paths.deskCsv.pattern, `${paths.desk.pattern}/*`])
    area.use(mine, ownForms(app), needsActor(app))
  area.route('/', deskListRoutes(app))
  area.route('/', todayRoutes(app))
  area.route('/', calendarRoutes(app))
  area.route('/', deskEnquiryRoutes(app))
  area.route('/', deskFigureRoutes(app))
  area.route('/', deskListingRoutes(app))
  area.route('/', deskTemplateRoutes(app))
  area.route('/', participantRoutes(app))
  return area
}

/** Back to the enquiry, or to the page of the desk, whose form it was. */
function tooLarge(c: Context, app: App): Response | Promise<Response> {
  const page = pageOf(c, app)
  const [, , part, id = ''] = page.path.split('/')
  const parts = [paths.deskListing(), paths.deskTemplates()]
  const path =
    part === 'enquiries'
      ? paths.deskEnquiry(id)
      : (parts.find((one) => page.path.startsWith(one)) ?? paths.desk())
  const href = link(page, path)
  return c.html(sorryPage(page, { ...page.words.desk.tooLarge, href, isPrivate: true }), 413)
}
