import { Hono, type Context } from 'hono'
import { readStopLink } from '../../../people/alerts/model/links.ts'
import { stopAlerts } from '../../../people/alerts/stop.ts'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import type { Limiter } from '../../shell/site/limiter.ts'
import { takeAll } from '../../shell/site/take-all.ts'
import { keptNowhere, tooOften } from '../parts/guard.ts'
import { unknownLinkPage } from '../parts/message-page.ts'
import { stoppedPage, stopPage } from './stop-page.ts'

/**
 * `/alerts/stop/:link`: a page with one button, and the POST that mail programs send by themselves
 * (RFC 8058). The link alone is the proof: no cookie, no origin, no redirect.
 */
export function stopRoutes(house: App, guesses: Limiter): Hono {
  const area = new Hono()
  area.use('/alerts/stop/:link', keptNowhere)
  area.get('/alerts/stop/:link', (c) => {
    const page = pageOf(c, house)
    return whoseLink(c, house) ? c.html(stopPage(page)) : unknown(c, house, guesses)
  })
  area.post('/alerts/stop/:link', async (c) => {
    // Whatever stands in the body, the press was made; what is not read would hold up the connection.
    await takeAll(c)
    const whose = whoseLink(c, house)
    if (!whose) return unknown(c, house, guesses)
    await stopAlerts(house.alerts.records, whose.personId, house.now())
    return c.html(stoppedPage(pageOf(c, house)))
  })
  return area
}

function whoseLink(c: Context, { alerts }: App): ReturnType<typeof readStopLink> {
  return readStopLink(alerts.records.keys, c.req.param('link') ?? '')
}

function unknown(c: Context, house: App, guesses: Limiter): Response | Promise<Response> {
  return tooOften(c, house, guesses) ?? c.html(unknownLinkPage(pageOf(c, house)), 404)
}
