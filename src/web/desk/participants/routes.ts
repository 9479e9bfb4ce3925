import { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import { participantDeviationRoutes } from './deviations/routes.ts'
import { participantQueryRoutes } from './queries/routes.ts'
import { participantSourceRoutes } from './source/routes.ts'
import { participantEventRoutes } from './events/routes.ts'
import { participantHistoryRoutes } from './history/routes.ts'
import { participantRecordRoutes } from './record/routes.ts'
import { participantAllocationRoutes } from './allocation/routes.ts'
import { participantDoseRoutes } from './dose/routes.ts'
import { participantDatesRoutes } from './dates/routes.ts'
import { participantListRoutes } from './list/routes.ts'
import { enrolRoutes } from './enrol/routes.ts'
import { identityRoutes } from './identity/routes.ts'
import { consentRoutes } from './consent/routes.ts'
import { withdrawalRoutes } from './withdrawal/routes.ts'
import { screeningRoutes } from './screening/routes.ts'
import { signatureRoutes } from './signature/routes.ts'
import { participantShowRoutes } from './show/routes.ts'

/** `/desk/participants` and below: who is screened for a study or takes part, by their numbers. */
export function participantRoutes(app: App): Hono {
  const area = new Hono()
  area.route('/', participantListRoutes(app))
  area.route('/', participantDatesRoutes(app))
  area.route('/', enrolRoutes(app))
  area.route('/', identityRoutes(app))
  area.route('/', screeningRoutes(app))
  area.route('/', consentRoutes(app))
  area.route('/', withdrawalRoutes(app))
  area.route('/', signatureRoutes(app))
  area.route('/', participantShowRoutes(app))
  area.route('/', participantRecordRoutes(app))
  area.route('/', participantHistoryRoutes(app))
  area.route('/', participantDoseRoutes(app))
  area.route('/', participantAllocationRoutes(app))
  area.route('/', participantEventRoutes(app))
  area.route('/', participantQueryRoutes(app))
  area.route('/', participantSourceRoutes(app))
  area.route('/', participantDeviationRoutes(app))
  return area
}
