import { Hono } from 'hono'
import {
  calendarLinkOf,
  endCalendarLink,
  makeCalendarLink,
} from '../../../study/conduct/today/calendar-link.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { withParticipants } from '../today/parts/with-participants.ts'
import { calendarPage } from './calendar-page.ts'

/** `/desk/calendar`: makes and ends the secret address of one's calendar. */
export function calendarRoutes(app: App): Hono {
  const area = new Hono()
  const { people, now } = app
  area.get(paths.calendarPage.pattern, (c) =>
    withParticipants(c, app, async (view) => {
      const madeAt = await calendarLinkOf(people.records.db, view.actor)
      const did = new URLSearchParams(view.page.query).get('did') ?? ''
      return c.html(calendarPage(view, { madeAt, did }))
    }),
  )
  area.post(paths.calendarPage.pattern, (c) =>
    withParticipants(c, app, async (view) => {
      const { language } = view.page
      const secret = await makeCalendarLink(people, view.actor, language, now())
      const address = `${app.baseUrl}${paths.calendarFeed(secret)}`
      return c.html(calendarPage(view, { madeAt: now().toISOString(), did: '', address }))
    }),
  )
  area.post(paths.calendarEnd.pattern, (c) =>
    withParticipants(c, app, async (view) => {
      await endCalendarLink(people, view.actor, now())
      return c.redirect(link(view.page, paths.calendarPage(), { did: 'end' }), 303)
    }),
  )
  return area
}
