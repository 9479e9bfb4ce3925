import { Hono } from 'hono'
import { can } from '../../../people/accounts/model/can.ts'
import { needsActor } from '../../account/parts/actor.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { adminPage } from './admin-page.ts'
import { stateOf } from './state.ts'
import { paths } from '../../shell/paths.ts'

/** `/admin` and its twin, for an operator who is signed in, wherever they ask from; for all others there is no such page. */
export const adminArea: SiteArea = {
  routes: adminRoutes,
  door: 'both',
  privacy: 'nowhere',
  needs: 'records',
}

function adminRoutes(app: App): Hono {
  const area = new Hono()
  for (const { pattern } of [paths.admin, paths.adminJson])
    area.use(pattern, needsActor(app, can.operate))
  area.get(paths.admin.pattern, async (c) => c.html(adminPage(pageOf(c, app), await stateOf(app))))
  area.get(paths.adminJson.pattern, async (c) => c.json(await stateOf(app)))
  return area
}
