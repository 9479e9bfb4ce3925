import { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { adminPage } from './admin-page.ts'
import { stateOf } from './state.ts'
import { paths } from '../../shell/paths.ts'

/** `/admin` and its twin, at the operator's own door; for all others there is no such page. */
export const adminArea: SiteArea = {
  routes: adminRoutes,
  door: 'operator',
  caching: 'no-store',
}

function adminRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.admin.pattern, async (c) => c.html(adminPage(pageOf(c, app), await stateOf(app))))
  area.get(paths.adminJson.pattern, async (c) => c.json(await stateOf(app)))
  return area
}
