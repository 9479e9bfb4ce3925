import { Hono } from 'hono'
import type { App } from '../../../shell/app.ts'
import { paths } from '../../../shell/paths.ts'
import { withParticipant } from '../parts/participant-view.ts'
import { participantPage } from './participant-page.ts'

/** `/desk/participants/:id`: one participant as they are now. */
export function participantShowRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participant.pattern, (c) =>
    withParticipant(c, app, (view) => c.html(participantPage(view))),
  )
  return area
}
