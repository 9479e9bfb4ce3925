import { type Context, Hono } from 'hono'
import {
  type AmendmentDecision,
  openDecisions,
  switchEffects,
  type SwitchProblem,
  switchProblem,
} from '../../../../study/conduct/set-up/amendment.ts'
import { startSiteBy } from '../../../../study/conduct/set-up/open-run.ts'
import { switchVersion } from '../../../../study/conduct/set-up/switch-version.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import type { StudyFormProblem } from '../parts/study-layout.ts'
import { mayRunStudy, type RunView, withRun } from '../parts/study-view.ts'
import { switchPage } from './switch-page.ts'
import { type TypedSwitch, versionsPage } from './versions-page.ts'

/** `/desk/study/:study/switch`: what changes if a version is switched on at a site, by GET; by POST it is. */
export function studySwitchRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studySwitch.pattern, (c) =>
    withRun(
      c,
      app,
      (view) => look(c, view, new URLSearchParams(view.page.query), { problems: [], status: 200 }),
      mayRunStudy,
    ),
  )
  area.post(paths.studySwitch.pattern, (c) =>
    withRun(
      c,
      app,
      async (view) => {
        const form = await readForm(c)
        return form ? act(c, view, form) : faultPage(c, app, 'form')
      },
      mayRunStudy,
    ),
  )
  return area
}

/** Shows what changes; where it cannot be done, the versions with what is wrong. */
async function look(
  c: Context,
  view: RunView,
  params: URLSearchParams,
  {
    problems,
    status,
  }: { readonly problems: readonly StudyFormProblem[]; readonly status: 200 | 422 },
): Promise<Response> {
  const { app, run, study } = view
  const typed = typedOf(params)
  const decision = decisionOf(params)
  const version = run.versions.find(({ protocol }) => protocol.version === typed.version)
  const problem = switchProblem(run, typed)
  if (!version || (problem !== undefined && problem !== 'first'))
    return refused(c, view, typed, problem ?? 'unknown')
  const isDecided = openDecisions(version).every((name) => decision[name] !== undefined)
  const { db, keys } = app.people.records
  const effects =
    problem === 'first' || !isDecided
      ? []
      : await switchEffects(db, keys, run, { study, ...typed }, decision, app.now())
  const reason = params.get('reason') ?? ''
  const isFirst = problem === 'first'
  return c.html(
    switchPage(view, { typed, version, isFirst, decision, reason, problems, effects }),
    status,
  )
}

async function act(c: Context, view: RunView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page, run, study } = view
  const typed = typedOf(form)
  const done = (): Response =>
    c.redirect(link(page, paths.studyVersions(study), { did: 'switched' }), 303)
  if (switchProblem(run, typed) === 'first') {
    const begun = await startSiteBy(app.people, actor, { study, ...typed }, app.now())
    return begun === 'done'
      ? done()
      : refused(c, view, typed, begun === 'days' ? 'days' : 'unknown')
  }
  const asked = { study, ...typed, decision: decisionOf(form), reason: form.get('reason') ?? '' }
  const switched = await switchVersion(app.people, actor, asked, app.now())
  if (switched.kind === 'notYours') return faultPage(c, app, 'notFound')
  if (switched.kind === 'done') return done()
  const { problem } = switched
  if (problem !== 'reason' && problem !== 'undecided') return refused(c, view, typed, problem)
  const text = page.words.runStudy.switching.problems[problem]
  const field = problem === 'reason' ? 'reason' : 'appliesTo'
  return look(c, view, form, { problems: [{ field, text }], status: 422 })
}

function refused(
  c: Context,
  view: RunView,
  typed: TypedSwitch,
  problem: SwitchProblem,
): Response | Promise<Response> {
  const text = view.page.words.runStudy.switching.problems[problem]
  const field = problem === 'unknown' ? 'version' : problem === 'twice' ? 'site' : 'from'
  const shown = { shelf: [], faults: [], problems: [{ field, text }], typed }
  return c.html(versionsPage(view, shown), problem === 'locked' ? 409 : 422)
}

function typedOf(params: URLSearchParams): TypedSwitch {
  const text = (name: keyof TypedSwitch): string => (params.get(name) ?? '').trim()
  return { version: text('version'), site: text('site'), from: text('from') }
}

function decisionOf(params: URLSearchParams): AmendmentDecision {
  const appliesTo = params.get('appliesTo')
  const reconsent = params.get('reconsent')
  return {
    ...((appliesTo === 'everybody' || appliesTo === 'new participants') && { appliesTo }),
    ...((reconsent === 'yes' || reconsent === 'no') && { reconsent: reconsent === 'yes' }),
  }
}
