import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { openedArms } from '../../../../study/conduct/record/unblind.ts'
import { openRun } from '../../../../study/conduct/set-up/open-run.ts'
import { countBySite } from '../../../../study/conduct/set-up/count-by-site.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { mayRunStudy, type RunView, type StudyDeskView, withStudy } from '../parts/study-view.ts'
import { beginPage, overviewPage } from './overview-page.ts'

/** `/desk/study/:study`: how a study is run here, or the form that begins to run it. */
export function studyOverviewRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyDesk.pattern, (c) =>
    withStudy(c, app, (view) => {
      if (view.run) return overview(c, { ...view, run: view.run })
      return c.html(beginPage(view, { timeZone: '', areDosesConfirmed: false }, []))
    }),
  )
  area.post(paths.studyDesk.pattern, (c) =>
    withStudy(c, app, (view) => begin(c, view), mayRunStudy),
  )
  return area
}

async function overview(c: Context, view: RunView): Promise<Response> {
  const { app, page, study } = view
  const figures = await countBySite(app.people.records.db, study)
  const opened = can.readParticipants(view.actor, { study, site: null })
    ? await openedArms(app.people.records.db, { study })
    : []
  const isNew = new URLSearchParams(page.query).get('did') === 'begun'
  return c.html(
    overviewPage(view, { figures, opened }, isNew ? page.words.runStudy.begin.done : undefined),
  )
}

async function begin(c: Context, view: StudyDeskView): Promise<Response> {
  const { app, actor, page, study } = view
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  const typed = {
    timeZone: (form.get('timeZone') ?? '').trim(),
    areDosesConfirmed: form.get('confirmed') === 'yes',
  }
  const done = await openRun(app.people, actor, { study, ...typed }, app.now())
  const words = page.words.runStudy.begin
  if (done === 'timeZone')
    return c.html(beginPage(view, typed, [{ field: 'timeZone', text: words.badZone }]), 422)
  const did = done === 'done' ? { did: 'begun' } : {}
  return c.redirect(link(page, paths.studyDesk(study), did), 303)
}
