import { Hono } from 'hono'
import { readSignatures } from '../../../../study/conduct/model/signature.ts'
import type { App } from '../../../shell/app.ts'
import { paths } from '../../../shell/paths.ts'
import { withParticipant } from '../parts/participant-view.ts'
import { readHints } from './enquiry-hints.ts'
import { screeningPage } from './screening-page.ts'

/** `/desk/participants/:id/screening`: each criterion, what is to be found out, and who signed. */
export function screeningRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantScreening.pattern, (c) =>
    withParticipant(c, app, async (view) => {
      const [signatures, hints] = await Promise.all([
        readSignatures(app.people.records.db, view.of.participant.id),
        readHints(view),
      ])
      return c.html(screeningPage(view, { signatures, hints, did: c.req.query('did') ?? '' }))
    }),
  )
  return area
}
