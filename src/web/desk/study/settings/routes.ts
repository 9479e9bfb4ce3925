import { type Context, Hono } from 'hono'
import {
  endSetting,
  makeSetting,
  type NewSetting,
  readStudySettings,
} from '../../../../study/conduct/set-up/settings.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { mayRunStudy, type RunView, withRun } from '../parts/study-view.ts'
import {
  settingKinds,
  type SettingsShown,
  settingsPage,
  type TypedOperatorSetting,
} from './settings-page.ts'

/** `/desk/study/:study/settings`: what the study has set where its versions are silent. */
export function studySettingRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studySettings.pattern, (c) =>
    withRun(c, app, (view) => {
      const params = new URLSearchParams(view.page.query)
      const did = params.get('did')
      const words = view.page.words.runStudy.settings.did
      const said = did === 'set' || did === 'ended' ? words[did] : undefined
      return show(c, view, { typed: typedOf(params, params.get('sets')), did: said }, 200)
    }),
  )
  area.post(paths.studySettings.pattern, (c) =>
    withRun(
      c,
      app,
      async (view) => {
        const form = await readForm(c)
        if (!form) return faultPage(c, app, 'form')
        return form.has('end') ? end(c, view, form) : set(c, view, form)
      },
      mayRunStudy,
    ),
  )
  return area
}

async function show(
  c: Context,
  view: RunView,
  more: Partial<SettingsShown>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const settings = await readStudySettings(view.app.people.records.db, view.study)
  const typed = typedOf(new URLSearchParams(), null)
  return c.html(settingsPage(view, { settings, typed, problems: [], ...more }), status)
}

async function set(c: Context, view: RunView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page, study } = view
  const typed = typedOf(form, form.get('kind'))
  const setting = settingOf(typed)
  const { reason } = typed
  const words = page.words.runStudy.settings.problems
  const asked = { study, setting, reason }
  const done = await makeSetting(app.people, actor, asked, app.now())
  if (done === 'done')
    return c.redirect(link(page, paths.studySettings(study), { did: 'set' }), 303)
  if (done === 'notYours' || done === 'gone') return faultPage(c, app, 'notFound')
  const field = done === 'reason' ? 'reason' : done === 'wrong' ? fieldOf(typed) : 'of'
  const problems = [{ field, text: words[done] }]
  return show(c, view, { typed, problems }, done === 'locked' ? 409 : 422)
}

async function end(c: Context, view: RunView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page, study } = view
  const id = form.get('end') ?? ''
  const reason = form.get(`why-${id}`) ?? ''
  const done = await endSetting(app.people, actor, { study, id, reason }, app.now())
  if (done === 'done')
    return c.redirect(link(page, paths.studySettings(study), { did: 'ended' }), 303)
  if (done === 'notYours') return faultPage(c, app, 'notFound')
  const text = page.words.runStudy.settings.problems[done]
  const problems = [{ field: `why-${id}`, text }]
  return show(c, view, { problems }, done === 'reason' ? 422 : 409)
}

function typedOf(params: URLSearchParams, kind: string | null): TypedOperatorSetting {
  const text = (name: string): string => (params.get(name) ?? '').trim()
  return {
    kind: settingKinds.find((one) => one === kind) ?? 'visit window',
    of: text('of'),
    early: text('early'),
    late: text('late'),
    amount: text('amount'),
    unit: text('unit') || 'mg',
    mode: text('mode'),
    use: text('use'),
    years: text('years'),
    reason: text('reason'),
  }
}

function fieldOf({ kind }: TypedOperatorSetting): string {
  if (kind === 'visit window') return 'early'
  if (kind === 'own consent') return 'of'
  if (kind === 'assent age') return 'years'
  return kind === 'weight' ? 'use' : 'amount'
}

/** What was typed, as a setting; what is none is refused where it is kept. */
function settingOf(typed: TypedOperatorSetting): NewSetting {
  const { kind, of } = typed
  const amount = { value: typed.amount.replace(',', '.'), unit: typed.unit }
  switch (kind) {
    case 'visit window':
      return { sets: kind, visit: of, window: { early: days(typed.early), late: days(typed.late) } }
    case 'rounding':
      return {
        sets: kind,
        regimen: of,
        step: amount,
        mode: typed.mode === 'nearest half up' ? 'nearest half up' : 'down',
      }
    case 'assent age':
      return {
        sets: kind,
        item: of,
        years: /^\d{1,2}$/.test(typed.years) ? Number(typed.years) : 0,
      }
    case 'own consent':
      return { sets: kind, regimen: of }
    case 'weight':
      return { sets: kind, regimen: of, use: typed.use === 'baseline' ? 'baseline' : 'current' }
    case 'cap':
    case 'smallest dose':
      return { sets: kind, regimen: of, amount }
  }
}

function days(typed: string): string {
  return `P${typed}D`
}
