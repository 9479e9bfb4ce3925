import { Hono, type Context } from 'hono'
import { readStopLink } from '../../../people/alerts/model/links.ts'
import { stopAlerts } from '../../../people/alerts/stop.ts'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { tooOften } from '../../shell/site/guard.ts'
import { unknownLinkPage } from '../parts/unknown-link-page.ts'
import { stoppedPage, stopPage } from './stop-page.ts'
import { paths } from '../../shell/paths.ts'
import { readBody } from '../../shell/read-body.ts'

/**
 * `/alerts/stop/:link`: a page with one button, and the POST that mail programs send by themselves
 * (RFC 8058). The link alone is the proof: no cookie, no origin, no redirect.
 */
export function stopRoutes(app: App, guesses: Limiter): Hono {
  const area = new Hono()
  area.get(paths.alertsStop.pattern, (c) => {
    const page = pageOf(c, app)
    return whoseLink(c, app) ? c.html(stopPage(page)) : unknown(c, app, guesses)
  })
  area.post(paths.alertsStop.pattern, async (c) => {
    // Whatever the body says, the button was pressed; what is not read would hold up the connection.
    await readBody(c).catch(() => undefined)
    const whose = whoseLink(c, app)
    if (!whose) return unknown(c, app, guesses)
    const stopped = await stopAlerts(app.people.records, whose.personId, app.now())
    return c.html(stoppedPage(pageOf(c, app), stopped))
  })
  return area
}

function whoseLink(c: Context, { people }: App): ReturnType<typeof readStopLink> {
  return readStopLink(people.records.keys, c.req.param('link') ?? '')
}

function unknown(c: Context, app: App, guesses: Limiter): Response | Promise<Response> {
  return tooOften(c, app, guesses) ?? c.html(unknownLinkPage(pageOf(c, app)), 404)
}
