import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { aboutRoutes } from './about/routes.ts'
import { adminRoutes } from './admin/routes.ts'
import { alertRoutes } from './alerts/routes.ts'
import { assetRoutes } from './assets/routes.ts'
import { categoryRoutes } from './categories/routes.ts'
import { checkRoutes } from './check/routes.ts'
import { compareRoutes } from './compare/routes.ts'
import { devMailRoutes } from './dev-mail/routes.ts'
import { helpRoutes } from './help/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { hookRoutes } from './hooks/routes.ts'
import type { House } from './house.ts'
import { matchRoutes } from './match/routes.ts'
import { splitLanguage } from './page.ts'
import { searchRoutes } from './search/routes.ts'
import { isAcceptable } from './site/acceptable.ts'
import { caught, faultPage } from './site/faults.ts'
import { freshness } from './site/freshness.ts'
import { safeHeaders } from './site/headers.ts'
import { prefersFrench } from './site/language.ts'
import { withoutLastSlash } from './site/last-slash.ts'
import { addressFault } from './site/sound-address.ts'
import { studyRoutes } from './study/routes.ts'
import { wellKnownRoutes } from './well-known/routes.ts'

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
export function createSite(house: House): Hono {
  const site = new Hono()
  site.onError((error, c) => caught(error, c, house))
  site.notFound((c) => faultPage(c, house, 'notFound'))
  site.use(safeHeaders(), compress(), freshness)
  site.use(
    methodNotAllowed({
      app: site,
      onMethodNotAllowed: (c, allowed) => {
        c.header('Allow', allowed.join(', '))
        return faultPage(c, house, 'method')
      },
    }),
  )
  site.use((c, next) => {
    const fault = addressFault(c.req.url)
    if (fault) return Promise.resolve(faultPage(c, house, fault))
    const { path } = splitLanguage(c.req.path)
    if (!isAcceptable(path, c.req.header('Accept')))
      return Promise.resolve(faultPage(c, house, 'kind'))
    return next()
  })
  site.use(withoutLastSlash)
  site.get('/', (c, next) => {
    c.header('Vary', 'Accept-Language')
    if (prefersFrench(c.req.header('Accept-Language'))) return Promise.resolve(c.redirect('/fr'))
    return next()
  })
  site.route('/', assetRoutes())
  site.route('/', wellKnownRoutes(house))
  for (const area of areas) {
    site.route('/', area(house))
    site.route('/fr', area(house))
  }
  const alerts = alertRoutes(house)
  site.route('/', alerts)
  site.route('/fr', alerts)
  site.route('/', hookRoutes(house))
  site.route('/en', homeRoutes(house))
  return site
}
