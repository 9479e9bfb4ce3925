import type { Context } from 'hono'
import { participantReach, reach, studyReach } from '../../../people/accounts/model/can.ts'
import { actorOfRequest } from '../../account/parts/actor.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { DeskView } from './desk-layout.ts'
import { noRolePage } from './no-role-page.ts'

/**
 * Answers for who is signed in and has a desk; who has none is told how to get one, and at its first page, who has to do with
 * participants alone is led to these, and who reads the data of a study to that.
 */
export async function withDesk(
  c: Context,
  app: App,
  show: (view: DeskView) => Response | Promise<Response>,
): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  // The door of the area lets in nobody who is not signed in.
  if (!actor) return faultPage(c, app, 'notFound')
  const view = { page: pageOf(c, app), app, actor }
  if (reach(actor).length > 0) return show(view)
  if (view.page.path === paths.desk() && participantReach(actor).length > 0)
    return c.redirect(link(view.page, paths.deskToday()), 303)
  const [own] = studyReach(actor)
  if (view.page.path === paths.desk() && own)
    return c.redirect(link(view.page, paths.studyDesk(own.study)), 303)
  return c.html(noRolePage(view))
}
