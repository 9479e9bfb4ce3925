import type { Context, Hono } from 'hono'
import type { DoorManner } from '../shell/manner.ts'
import { openDoor } from '../shell/open-door.ts'
import type { ApiParts } from '../shell/parts.ts'
import { openapiRoutes } from './describe/openapi-routes.ts'
import { descriptionRoutes } from './show/description-routes.ts'
import { historyRoutes } from './show/history-routes.ts'
import { plainFault } from './show/plain-fault.ts'
import { statsRoutes } from './show/stats-routes.ts'
import { studiesRoutes } from './show/studies-routes.ts'
import { type OtherForms, studyRoutes } from './show/study-routes.ts'

/** The registry's own API, answered from our catalogue: mounted at `/api`, so that a client needs another base URL and no more. */
export function createCtgovApi(parts: ApiParts, forms: OtherForms): Hono {
  return openDoor(parts, manner, (door) => {
    // The names of what is described come before the number of a study.
    for (const routes of [descriptionRoutes, studiesRoutes, statsRoutes])
      door.route('/v2', routes(parts))
    door.route('/v2', studyRoutes(parts, forms))
    door.route('/v2', openapiRoutes(parts, '/openapi.json'))
    door.route('/int', historyRoutes(parts))
  })
}

/** The document of that API once more, where programs look for one: mounted at `/openapi.json`. */
export function createOpenapiDoor(parts: ApiParts): Hono {
  return openDoor(parts, manner, (door) => {
    door.route('/', openapiRoutes(parts, '/'))
  })
}

const manner: DoorManner = {
  exposed: ['x-next-page-token', 'x-total-count', 'ETag', 'Preference-Applied'],
  methods: ['GET', 'HEAD', 'OPTIONS'],
  mostBytes: 64 * 1024,
  refuse: (c: Context, { status, text }) => plainFault(c, status, text),
}
