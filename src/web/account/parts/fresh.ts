import type { Context } from 'hono'
import { type Actor, isFresh } from '../../../people/accounts/model/actor.ts'
import type { App } from '../../shell/app.ts'
import { link, type Page, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { withActor } from './actor.ts'

/**
 * For acts that matter: answers who is signed in and proved who they are within 15 minutes. All others sign in once more, and
 * come back to `path`, one of our paths without its language.
 */
export function withFreshActor(
  c: Context,
  app: App,
  path: string,
  answer: (actor: Actor) => Response | Promise<Response>,
): Promise<Response> {
  return withActor(c, app, (actor) =>
    isFresh(actor, app.now())
      ? answer(actor)
      : c.redirect(proveAgainAddress(pageOf(c, app), path), 303),
  )
}

/** Where somebody who is signed in proves it once more, and then goes on to a path of ours. */
export function proveAgainAddress(page: Page, path: string): string {
  const query = new URLSearchParams([
    ['then', link(page, path)],
    ['again', 'yes'],
  ])
  return link(page, paths.signIn(), query)
}
