import { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import { participantEventRoutes } from './events/routes.ts'
import { participantHistoryRoutes } from './history/routes.ts'
import { participantRecordRoutes } from './record/routes.ts'
import { participantDoseRoutes } from './dose/routes.ts'
import { participantDatesRoutes } from './dates/routes.ts'
import { participantListRoutes } from './list/routes.ts'
import { participantShowRoutes } from './show/routes.ts'

/** `/desk/participants` and below: who is screened for a study or takes part, by their numbers. */
export function participantRoutes(app: App): Hono {
  const area = new Hono()
  area.route('/', participantListRoutes(app))
  area.route('/', participantDatesRoutes(app))
  area.route('/', participantShowRoutes(app))
  area.route('/', participantRecordRoutes(app))
  area.route('/', participantHistoryRoutes(app))
  area.route('/', participantDoseRoutes(app))
  area.route('/', participantEventRoutes(app))
  return area
}
