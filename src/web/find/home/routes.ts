import { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { prefersFrench } from '../../shell/site/language.ts'
import { pageOf } from '../../shell/page.ts'
import { homeCounter } from './home-counts.ts'
import { homePage } from './home-page.ts'
import { paths } from '../../shell/paths.ts'

/** Where most people begin: `/` follows the browser's language, `/en` and `/fr` are home in a named one. */
export const homeArea: SiteArea = {
  routes: homeRoutes,
  prefixes: ['/', '/fr', '/en'],
}

function homeRoutes(app: App): Hono {
  const area = new Hono()
  const counts = homeCounter(app)
  area.get(paths.home.pattern, async (c) => {
    if (c.req.path === '/') {
      c.header('Vary', 'Accept-Language')
      if (prefersFrench(c.req.header('Accept-Language'))) return c.redirect('/fr')
    }
    // Numbers are an extra: where they cannot be had just now, the page is shown without.
    return c.html(homePage(pageOf(c, app), await counts().catch(() => undefined)))
  })
  return area
}
