import { Hono } from 'hono'
import type { App } from '../../../shell/app.ts'
import { paths } from '../../../shell/paths.ts'
import { withParticipant } from '../parts/participant-view.ts'
import { datesPage } from './dates-page.ts'

/** `/desk/participants/:id/dates`: every date of a participant on one page, to be printed. */
export function participantDatesRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantDates.pattern, (c) =>
    withParticipant(c, app, (view) => c.html(datesPage(view))),
  )
  return area
}
