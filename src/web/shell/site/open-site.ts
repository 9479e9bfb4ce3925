import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { App } from '../app.ts'
import { inBothLanguages, type SiteArea } from '../area.ts'
import { splitLanguage } from '../page.ts'
import { isAcceptable } from './acceptable.ts'
import { keptAsDeclared, knowAreas, limitBodies, withRecordsThere } from './declared.ts'
import { caught, faultPage } from './faults.ts'
import { freshness } from './freshness.ts'
import { safeHeaders } from './headers.ts'
import { withoutLastSlash } from './last-slash.ts'
import { packPages } from './pack-pages.ts'
import { addressFault } from './sound-address.ts'

/**
 * A site of these areas: what is the same for every address is here, what is not each area declares. What no area
 * answers is a page that says so, unless `elsewhere` has an answer.
 */
export function openSite(
  app: App,
  areas: readonly SiteArea[],
  elsewhere: (c: Context, app: App) => Response | undefined = () => undefined,
): Hono {
  const site = new Hono()
  const opened = areas.map((area) => ({ area, routes: area.routes(app) }))
  site.onError((error, c) => caught(error, c, app))
  site.notFound((c) => elsewhere(c, app) ?? faultPage(c, app, 'notFound'))
  site.use(safeHeaders(app), compress(), packPages, freshness)
  knowAreas(site, opened)
  site.use(keptAsDeclared, limitBodies(app), withRecordsThere(app))
  site.use(
    methodNotAllowed({
      app: site,
      onMethodNotAllowed: (c, allowed) => {
        c.header('Allow', allowed.join(', '))
        return faultPage(c, app, 'method')
      },
    }),
  )
  site.use(soundRequests(app), withoutLastSlash)
  for (const { area, routes } of opened)
    for (const prefix of area.prefixes ?? inBothLanguages) site.route(prefix, routes)
  return site
}

/** Only addresses that can be read, for readers who take the form in which they answer. */
function soundRequests(app: App): MiddlewareHandler {
  return (c, next) => {
    const fault = addressFault(c.req.url)
    if (fault) return Promise.resolve(faultPage(c, app, fault))
    const { path } = splitLanguage(c.req.path)
    if (!isAcceptable(path, c.req.header('Accept')))
      return Promise.resolve(faultPage(c, app, 'kind'))
    return next()
  }
}
