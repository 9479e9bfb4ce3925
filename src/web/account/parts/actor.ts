import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import { actorOf } from '../../../people/accounts/sessions.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { faultPage } from '../../shell/site/faults.ts'

/** The cookie of who is signed in, which browsers keep for this very host alone: `__Host-trialway`. */
export const sessionCookie = 'trialway'

/** Who is signed in; undefined for a visitor. Asked once for each request. */
export function actorOfRequest(
  c: Context,
  app: Pick<App, 'people' | 'now'>,
): Promise<Actor | undefined> {
  const known = actors.get(c.req.raw)
  if (known) return known
  const cookie = cookieOf(c)
  const actor =
    cookie === undefined
      ? Promise.resolve(undefined)
      : actorOf(app.people.records, cookie, app.now())
  actors.set(c.req.raw, actor)
  return actor
}

const actors = new WeakMap<Request, Promise<Actor | undefined>>()

/** What a request brings of a session, true or not. */
export function cookieOf(c: Context): string | undefined {
  return getCookie(c, sessionCookie, 'host')
}

/**
 * Lets in who is signed in and may. A visitor who reads is led to sign in, and one who writes is told to; for who is
 * signed in and may not, there is no such page.
 */
export function needsActor(
  app: App,
  may: (actor: Actor) => boolean = () => true,
): MiddlewareHandler {
  return async (c, next) => {
    const actor = await actorOfRequest(c, app)
    if (!actor) return toSignIn(c, app)
    if (!may(actor)) return faultPage(c, app, 'notFound')
    return next()
  }
}

/** Answers who is signed in; a visitor is led or told to sign in, as by `needsActor`. */
export async function withActor(
  c: Context,
  app: App,
  answer: (actor: Actor) => Response | Promise<Response>,
): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  return actor ? answer(actor) : toSignIn(c, app)
}

function toSignIn(c: Context, app: App): Response | Promise<Response> {
  const page = pageOf(c, app)
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isRead || page.path.endsWith('.json')) return faultPage(c, app, 'signIn')
  const { pathname, search } = new URL(c.req.url)
  c.header('Cache-Control', 'no-store')
  const query = new URLSearchParams([['then', `${pathname}${search}`]])
  return c.redirect(link(page, paths.signIn(), query), 303)
}
