import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import {
  acceptSets,
  decideOpenSets,
  decideSet,
  readSets,
} from '../../../../study/conduct/review/sets.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { mayRunStudy, type RunView, withRun } from '../parts/study-view.ts'
import { type SetsShown, setsPage } from './sets-page.ts'

/** `/desk/study/:study/sets`: who is in which analysis set, as the version says and as it was decided. */
export function studySetRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studySets.pattern, (c) =>
    withRun(
      c,
      app,
      (view) => {
        const did = new URLSearchParams(view.page.query).get('did')
        const said = did === 'decided' ? view.page.words.runStudy.sets.did : undefined
        return show(c, view, { did: said }, 200)
      },
      ({ actor, study }) => can.readData(actor, { study, site: null }),
    ),
  )
  area.post(paths.studySets.pattern, (c) =>
    withRun(
      c,
      app,
      async (view) => {
        const form = await readForm(c)
        return form ? decide(c, view, form) : faultPage(c, app, 'form')
      },
      mayRunStudy,
    ),
  )
  return area
}

async function show(
  c: Context,
  view: RunView,
  more: Partial<SetsShown>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const { db, keys } = view.app.people.records
  const all = await readSets(db, keys, view.run, view.app.now())
  const typed = { line: '', member: '', reason: '' }
  return c.html(setsPage(view, { all, typed, problems: [], ...more }), status)
}

async function decide(c: Context, view: RunView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page, study } = view
  const words = page.words.runStudy.sets
  const done = (): Response =>
    c.redirect(link(page, paths.studySets(study), { did: 'decided' }), 303)
  const locked = (): Promise<Response> =>
    show(c, view, { problems: [{ field: 'line', text: words.problems.locked }] }, 409)
  if (form.get('accept') === 'yes') {
    const accepted = await acceptSets(app.people, actor, study, app.now())
    return accepted === 'locked' ? locked() : done()
  }
  const text = (name: string): string => form.get(name) ?? ''
  const typed = { line: text('line'), member: text('member'), reason: text('reason') }
  const [participantId = '', set = ''] = typed.line.split(' ')
  const wrong = (field: string, said: string): Promise<Response> =>
    show(c, view, { typed, problems: [{ field, text: said }] }, 422)
  if (typed.member !== 'yes' && typed.member !== 'no') return wrong('member', words.problems.member)
  const isMember = typed.member === 'yes'
  const ask = { study, set, isMember, reason: typed.reason }
  const decided =
    participantId === 'all'
      ? await decideOpenSets(app.people, actor, ask, app.now())
      : await decideSet(app.people, actor, { ...ask, participantId }, app.now())
  if (decided === 'done' || typeof decided === 'number') return done()
  if (decided === 'locked') return locked()
  if (decided === 'reason') return wrong('reason', words.problems.reason)
  return wrong('line', words.problems.line)
}
