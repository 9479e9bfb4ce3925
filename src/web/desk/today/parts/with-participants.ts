import type { Context } from 'hono'
import { participantReach } from '../../../../people/accounts/model/can.ts'
import { actorOfRequest } from '../../../account/parts/actor.ts'
import type { App } from '../../../shell/app.ts'
import { pageOf } from '../../../shell/page.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import type { DeskView } from '../../parts/desk-layout.ts'
import { noRolePage } from '../../parts/no-role-page.ts'

/** Answers for who is signed in and may see participants anywhere; who may not is told how to get a role. */
export async function withParticipants(
  c: Context,
  app: App,
  show: (view: DeskView) => Response | Promise<Response>,
): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  if (!actor) return faultPage(c, app, 'notFound')
  const view = { page: pageOf(c, app), app, actor }
  return participantReach(actor).length > 0 ? show(view) : c.html(noRolePage(view))
}
