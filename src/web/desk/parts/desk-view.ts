import type { Context } from 'hono'
import { reach } from '../../../people/accounts/model/can.ts'
import { actorOfRequest } from '../../account/parts/actor.ts'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { DeskView } from './desk-layout.ts'
import { noRolePage } from './no-role-page.ts'

/** Answers for who is signed in and has a desk; who has none is told how to get one. */
export async function withDesk(
  c: Context,
  app: App,
  show: (view: DeskView) => Response | Promise<Response>,
): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  // The door of the area lets in nobody who is not signed in.
  if (!actor) return faultPage(c, app, 'notFound')
  const view = { page: pageOf(c, app), app, actor }
  return reach(actor).length > 0 ? show(view) : c.html(noRolePage(view))
}
