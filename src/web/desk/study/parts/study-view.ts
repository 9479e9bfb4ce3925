import type { Context } from 'hono'
import { can, studyReach } from '../../../../people/accounts/model/can.ts'
import { type LockState, lockOf } from '../../../../study/conduct/model/lock.ts'
import { readStudyRun, type StudyRun } from '../../../../study/conduct/model/run.ts'
import { actorOfRequest } from '../../../account/parts/actor.ts'
import type { App } from '../../../shell/app.ts'
import { link, pageOf } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import type { DeskView } from '../../parts/desk-layout.ts'
import { goneStudyPage } from './gone-study-page.ts'

/** A page of a study for who works in it. */
export interface StudyDeskView extends DeskView {
  /** An NCT id. */
  readonly study: string
  /** Undefined while the study is not run here. */
  readonly run: StudyRun | undefined
  readonly lock: LockState
  /** Manages the whole study. */
  readonly mayRun: boolean
}

/** The same once the study is run. */
export interface RunView extends StudyDeskView {
  readonly run: StudyRun
}

/** Answers for who has any role in the study; for all others there is no such page. */
export async function withStudy(
  c: Context,
  app: App,
  show: (view: StudyDeskView) => Response | Promise<Response>,
  may: (view: StudyDeskView) => boolean = () => true,
): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  if (!actor) return faultPage(c, app, 'notFound')
  const desk = { page: pageOf(c, app), app, actor }
  const study = c.req.param('study') ?? ''
  const gone = () => c.html(goneStudyPage(desk), 404)
  if (!studyReach(actor).some((place) => place.study === study)) return gone()
  const { db } = app.people.records
  const [run, lock] = [await readStudyRun(db, study), await lockOf(db, study)]
  const view = { ...desk, study, run, lock, mayRun: can.runStudy(actor, study) }
  return may(view) ? show(view) : gone()
}

/** The same for what there is only once a study is run: until then the way leads to its first page. */
export function withRun(
  c: Context,
  app: App,
  show: (view: RunView) => Response | Promise<Response>,
  may: (view: StudyDeskView) => boolean = () => true,
): Promise<Response> {
  return withStudy(
    c,
    app,
    (view) =>
      view.run
        ? show({ ...view, run: view.run })
        : c.redirect(link(view.page, paths.studyDesk(view.study)), 303),
    may,
  )
}

/** Who manages the whole study. */
export function mayRunStudy({ mayRun }: StudyDeskView): boolean {
  return mayRun
}
