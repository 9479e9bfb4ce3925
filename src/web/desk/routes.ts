import { Hono } from 'hono'
import { needsActor } from '../account/parts/actor.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { paths } from '../shell/paths.ts'
import { ownForms } from '../shell/site/guard.ts'
import { deskEnquiryRoutes } from './enquiry/routes.ts'
import { deskFigureRoutes } from './figures/routes.ts'
import { deskListingRoutes } from './listing/routes.ts'
import { deskTemplateRoutes } from './templates/routes.ts'
import { deskListRoutes } from './list/routes.ts'

/** The desk of sites and studies, for who is signed in: kept by no cache, and its forms are taken from its own pages alone. */
export const deskArea: SiteArea = {
  routes: deskRoutes,
  privacy: 'nowhere',
  referrer: 'origin',
  needs: 'records',
  owns: `${paths.desk.pattern}/*`,
}

function deskRoutes(app: App): Hono {
  const area = new Hono()
  for (const mine of [paths.desk.pattern, paths.deskCsv.pattern, `${paths.desk.pattern}/*`])
    area.use(mine, ownForms(app), needsActor(app))
  area.route('/', deskListRoutes(app))
  area.route('/', deskEnquiryRoutes(app))
  area.route('/', deskFigureRoutes(app))
  area.route('/', deskListingRoutes(app))
  area.route('/', deskTemplateRoutes(app))
  return area
}
