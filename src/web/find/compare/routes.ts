import { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { comparePage } from './compare-page.ts'
import { readCompared } from './compared.ts'
import { compareTwin } from './twin.ts'
import { paths } from '../../shell/paths.ts'

/** `/compare?ids=NCT1,NCT2`: studies side by side, and the same as data. */
export const compareArea: SiteArea = {
  routes: compareRoutes,
}

function compareRoutes(app: App): Hono {
  const site = new Hono()
  site.get(paths.compare.pattern, (c) => {
    const page = pageOf(c, app)
    return c.html(comparePage(page, readCompared(app, page), app.today()))
  })
  site.get(paths.compareJson.pattern, (c) => c.json(compareTwin(readCompared(app, pageOf(c, app)))))
  return site
}
