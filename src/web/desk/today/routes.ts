import { Hono } from 'hono'
import { anyMadeUp } from '../../../study/conduct/model/participant.ts'
import { todayOf } from '../../../study/conduct/today/today.ts'
import { queriesWaitingFor } from '../../../study/conduct/today/waiting-queries.ts'
import type { App } from '../../shell/app.ts'
import { paths } from '../../shell/paths.ts'
import { withParticipants } from './parts/with-participants.ts'
import { readToday } from './read-today.ts'
import { todayCsv } from './today-csv.ts'
import { thingsOn, todayPage } from './today-page.ts'

/** `/desk/today` and its file: what is to do in the studies that are run here. */
export function todayRoutes(app: App): Hono {
  const area = new Hono()
  const { records } = app.people
  area.get(paths.deskToday.pattern, (c) =>
    withParticipants(c, app, async (view) => {
      const asked = readToday(view.page)
      const today = await todayOf(records.db, view.actor, asked, app.now())
      const ids = thingsOn(today, asked.page).map(({ participantId }) => participantId)
      const isMadeUp = await anyMadeUp(records.db, records.keys, ids)
      const queries = await queriesWaitingFor(records.db, view.actor)
      return c.html(todayPage(view, { asked, today, isMadeUp, queries }))
    }),
  )
  area.get(paths.deskTodayCsv.pattern, (c) =>
    withParticipants(c, app, async (view) => {
      const today = await todayOf(records.db, view.actor, readToday(view.page), app.now())
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', 'attachment; filename="trialway-today.csv"')
      return c.body(todayCsv(view, today))
    }),
  )
  return area
}
