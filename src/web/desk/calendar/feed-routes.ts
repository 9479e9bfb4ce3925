import { hash } from 'node:crypto'
import { Hono } from 'hono'
import { participantReach } from '../../../people/accounts/model/can.ts'
import { visitWindows } from '../../../study/conduct/today/calendar.ts'
import { calendarOwner } from '../../../study/conduct/today/calendar-link.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { paths } from '../../shell/paths.ts'
import { calendarText } from './calendar-text.ts'

/** The feed that a calendar program reads by its secret address, without a cookie: kept by no cache on the way. */
export const calendarFeedArea: SiteArea = {
  routes: feedRoutes,
  privacy: 'nowhere',
  needs: 'records',
}

function feedRoutes(app: App): Hono {
  const area = new Hono()
  const { records } = app.people
  area.get(paths.calendarFeed.pattern, async (c) => {
    const secret = (c.req.param('secret') ?? '').replace(/\.ics$/, '')
    const owner = await calendarOwner(records, secret)
    // Who has no role any more is told what is told of an address that is none.
    if (!owner || participantReach(owner).length === 0) return c.text('Not found.', 404)
    const text = calendarText(owner, await visitWindows(records, owner))
    const tag = `"${hash('sha256', text).slice(0, 32)}"`
    c.header('ETag', tag)
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    c.header('Content-Type', 'text/calendar; charset=utf-8')
    return c.body(text)
  })
  return area
}
