import { Hono } from 'hono'
import type { App } from '../shell/app.ts'
import { Limiter } from '../shell/site/limiter.ts'
import { askRoutes } from './ask/routes.ts'
import { confirmRoutes } from './confirm/routes.ts'
import { keptNowhere, ownForms } from './parts/guard.ts'
import { lostRoutes } from './manage/lost-routes.ts'
import { manageRoutes } from './manage/routes.ts'
import { stopRoutes } from './stop/routes.ts'

/** What one household may ask for in an hour; each asks somebody by mail. */
const mostRequests = 20
/** Links that lead nowhere: nobody mistypes so many. */
const mostGuesses = 200

/**
 * Made once for both languages, so that every source is counted once. The order matters: the stop link takes
 * a POST from anywhere, and fixed addresses come before `/alerts/:link`.
 */
export function alertRoutes(app: App): Hono {
  const [requests, guesses] = [new Limiter(mostRequests), new Limiter(mostGuesses)]
  const area = new Hono()
  area.route('/', stopRoutes(app, guesses))
  area.use('/alerts/*', ownForms(app), keptNowhere)
  area.route('/', lostRoutes(app, requests))
  area.route('/', askRoutes(app, requests))
  area.route('/', confirmRoutes(app, guesses))
  area.route('/', manageRoutes(app, guesses))
  return area
}
