import { type Context, Hono } from 'hono'
import { participantReach } from '../../../people/accounts/model/can.ts'
import { anyMadeUp } from '../../../study/conduct/model/participant.ts'
import { todayOf } from '../../../study/conduct/today/today.ts'
import { actorOfRequest } from '../../account/parts/actor.ts'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { noRolePage } from '../parts/no-role-page.ts'
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
      return c.html(todayPage(view, { asked, today, isMadeUp }))
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

/** Answers for who is signed in and may see participants anywhere; who may not is told how to get a role. */
async function withParticipants(
  c: Context,
  app: App,
  show: (view: DeskView) => Response | Promise<Response>,
): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  if (!actor) return faultPage(c, app, 'notFound')
  const view = { page: pageOf(c, app), app, actor }
  return participantReach(actor).length > 0 ? show(view) : c.html(noRolePage(view))
}
