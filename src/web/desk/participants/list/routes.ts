import { Hono } from 'hono'
import { readPage } from '../../../../finder/question/read-values.ts'
import { anyMadeUp } from '../../../../study/conduct/model/participant.ts'
import {
  listParticipants,
  listStages,
  type ParticipantsAsk,
} from '../../../../study/conduct/today/participants-list.ts'
import type { App } from '../../../shell/app.ts'
import type { Page } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { withParticipants } from '../../today/parts/with-participants.ts'
import { participantsPage } from './participants-page.ts'

/** `/desk/participants`: who is screened or takes part at one's sites, by their numbers. */
export function participantListRoutes(app: App): Hono {
  const area = new Hono()
  const { records } = app.people
  area.get(paths.participants.pattern, (c) =>
    withParticipants(c, app, async (view) => {
      const asked = readParticipants(view.page)
      const shown = await listParticipants(records.db, view.actor, asked)
      const ids = shown.rows.map(({ id }) => id)
      const isMadeUp = await anyMadeUp(records.db, records.keys, ids)
      return c.html(participantsPage(view, { asked, shown, isMadeUp }))
    }),
  )
  return area
}

/** Whom an address asks for; what is no value of ours is as if it were not there. */
function readParticipants(page: Page): ParticipantsAsk {
  const params = new URLSearchParams(page.query)
  const study = /^NCT\d{8}$/.exec(params.get('study') ?? '')?.[0]
  const site = /^[0-9a-f]{10}$/.exec(params.get('site') ?? '')?.[0]
  const stage = listStages.find((one) => one === params.get('stage'))
  const number = /^[\d-]{1,10}$/.exec((params.get('number') ?? '').trim())?.[0]
  return {
    page: readPage(params.get('page') ?? '') ?? 1,
    ...(study !== undefined && { study }),
    ...(site !== undefined && { site }),
    ...(stage && { stage }),
    ...(number !== undefined && { number }),
  }
}
