import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import type { App } from '../app.ts'
import { faultPage } from './faults.ts'
import { sourceOf, type Limiter } from '../../../door/limiter.ts'

/** Only forms of our own pages are taken: what another site sends in a reader's name is turned away. */
export function ownForms({ baseUrl }: Pick<App, 'baseUrl'>): MiddlewareHandler {
  const ours = new URL(baseUrl).origin
  return csrf({ origin: (origin, c) => origin === ours || origin === new URL(c.req.url).origin })
}

/** The page for a source that asks too often; undefined while it may. */
export function tooOften(
  c: Context,
  app: App,
  limiter: Limiter,
): Response | Promise<Response> | undefined {
  const source = sourceOf(c, app)
  if (source === undefined) return undefined
  const seconds = limiter.secondsToWait(source.name, app.now(), source.households)
  if (seconds === 0) return undefined
  c.header('Retry-After', String(seconds))
  return faultPage(c, app, 'often')
}
