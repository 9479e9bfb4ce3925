import { Hono } from 'hono'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { pageOf } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'
import { guideAt } from './guide-list.ts'
import { guidePage, guidesPage } from './guide-page.ts'

/** Short texts for who thinks of joining a study. */
export const guidesArea: SiteArea = {
  routes: guideRoutes,
}

function guideRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.guides.pattern, (c) => c.html(guidesPage(pageOf(c, app))))
  area.get(paths.guide.pattern, (c) => {
    const guide = guideAt(c.req.param('slug'))
    return guide ? c.html(guidePage(pageOf(c, app), guide)) : c.notFound()
  })
  return area
}
