import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { aboutRoutes } from './about/routes.ts'
import { adminRoutes } from './operate/admin/routes.ts'
import { alertRoutes } from './alerts/routes.ts'
import { assetRoutes } from './shell/assets/routes.ts'
import { categoryRoutes } from './find/categories/routes.ts'
import { checkRoutes } from './listing/check/routes.ts'
import { compareRoutes } from './find/compare/routes.ts'
import { devMailRoutes } from './operate/dev-mail/routes.ts'
import { helpRoutes } from './help/routes.ts'
import { homeRoutes } from './find/home/routes.ts'
import { hookRoutes } from './operate/hooks/routes.ts'
import type { App } from './shell/app.ts'
import { matchRoutes } from './match/routes.ts'
import { splitLanguage } from './shell/page.ts'
import { searchRoutes } from './find/search/routes.ts'
import { isAcceptable } from './shell/site/acceptable.ts'
import { caught, faultPage } from './shell/site/faults.ts'
import { freshness } from './shell/site/freshness.ts'
import { safeHeaders } from './shell/site/headers.ts'
import { prefersFrench } from './shell/site/language.ts'
import { withoutLastSlash } from './shell/site/last-slash.ts'
import { addressFault } from './shell/site/sound-address.ts'
import { studyRoutes } from './listing/routes.ts'
import { wellKnownRoutes } from './find/well-known/routes.ts'

const areas = [
  homeRoutes,
  searchRoutes,
  categoryRoutes,
  studyRoutes,
  checkRoutes,
  compareRoutes,
  matchRoutes,
  aboutRoutes,
  helpRoutes,
  adminRoutes,
  devMailRoutes,
]

/** Every page for people: English at the root, the same pages in French under `/fr`. */
export function createSite(app: App): Hono {
  const site = new Hono()
  site.onError((error, c) => caught(error, c, app))
  site.notFound((c) => faultPage(c, app, 'notFound'))
  site.use(safeHeaders(), compress(), freshness)
  site.use(
    methodNotAllowed({
      app: site,
      onMethodNotAllowed: (c, allowed) => {
        c.header('Allow', allowed.join(', '))
        return faultPage(c, app, 'method')
      },
    }),
  )
  site.use((c, next) => {
    const fault = addressFault(c.req.url)
    if (fault) return Promise.resolve(faultPage(c, app, fault))
    const { path } = splitLanguage(c.req.path)
    if (!isAcceptable(path, c.req.header('Accept')))
      return Promise.resolve(faultPage(c, app, 'kind'))
    return next()
  })
  site.use(withoutLastSlash)
  site.get('/', (c, next) => {
    c.header('Vary', 'Accept-Language')
    if (prefersFrench(c.req.header('Accept-Language'))) return Promise.resolve(c.redirect('/fr'))
    return next()
  })
  site.route('/', assetRoutes())
  site.route('/', wellKnownRoutes(app))
  for (const area of areas) {
    site.route('/', area(app))
    site.route('/fr', area(app))
  }
  const alerts = alertRoutes(app)
  site.route('/', alerts)
  site.route('/fr', alerts)
  site.route('/', hookRoutes(app))
  site.route('/en', homeRoutes(app))
  return site
}
