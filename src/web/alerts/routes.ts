import { Hono } from 'hono'
import type { SiteArea } from '../shell/area.ts'
import { Limiter } from '../../door/limiter.ts'
import { askRoutes, sentRoutes } from './ask/routes.ts'
import { confirmRoutes } from './confirm/routes.ts'
import { ownForms } from '../shell/site/guard.ts'
import { aboutAlertsRoutes, lostRoutes } from './manage/lost-routes.ts'
import { manageRoutes } from './manage/routes.ts'
import { stopRoutes } from './stop/routes.ts'
import { paths } from '../shell/paths.ts'

/** What one household may ask for in an hour; each asks a person by mail. */
const mostRequests = 20
/** Links that lead nowhere: nobody mistypes so many. */
const mostGuesses = 200

/**
 * Made for one site, so that every source is counted once. The order matters: the stop link takes a POST from
 * anywhere, and fixed addresses come before `/alerts/:link`.
 */
export function alertAreas(): readonly SiteArea[] {
  const [requests, guesses] = [new Limiter(mostRequests), new Limiter(mostGuesses)]
  return [
    { routes: aboutAlertsRoutes, referrer: 'origin' },
    { ...personal, routes: sentRoutes },
    { ...personal, needs: 'records', routes: (app) => stopRoutes(app, guesses) },
    {
      ...personal,
      needs: 'records',
      owns: ownPaths,
      routes: (app) => {
        const area = new Hono()
        area.use(ownPaths, ownForms(app))
        area.route('/', lostRoutes(app, requests))
        area.route('/', askRoutes(app, requests))
        area.route('/', confirmRoutes(app, guesses))
        area.route('/', manageRoutes(app, guesses))
        return area
      },
    },
  ]
}

const ownPaths = `${paths.alerts.pattern}/*`

/** For pages that hold a personal link or an address: only what alerts are is public. */
const personal = { privacy: 'nowhere', referrer: 'origin' } as const
