import { type Context, Hono } from 'hono'
import { siteId } from '../../../../finder/registry/site-id.ts'
import { keepSite } from '../../../../study/conduct/set-up/open-run.ts'
import type { RunSite } from '../../../../study/conduct/model/run.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { knownSite, siteText } from '../../../shell/parts/known-site.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { shortSiteName } from '../../parts/study-name.ts'
import type { StudyFormProblem } from '../parts/study-layout.ts'
import { mayRunStudy, type RunView, withRun } from '../parts/study-view.ts'
import { sitesLeft, sitesPage, type TypedSite } from './sites-page.ts'

/** `/desk/study/:study/sites`: the sites that a study is run at. */
export function studySiteRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyRunSites.pattern, (c) =>
    withRun(c, app, (view) => {
      const params = new URLSearchParams(view.page.query)
      const did = params.get('did') === 'kept' ? view.page.words.runStudy.sites.kept : undefined
      return c.html(
        sitesPage(view, { typed: startOf(view, params.get('site') ?? ''), problems: [], did }),
      )
    }),
  )
  area.post(paths.studyRunSites.pattern, (c) =>
    withRun(c, app, (view) => keep(c, view), mayRunStudy),
  )
  return area
}

/** A site as it is, or an empty form that begins with a site of the record. */
function startOf(view: RunView, site: string): TypedSite {
  const known = view.run.sites.find((one) => one.site === site)
  if (known)
    return {
      ...nothing,
      site,
      number: known.number,
      timeZone: known.timeZone,
      approvedFrom: known.approvedFrom,
      approvedUntil: known.approvedUntil ?? '',
    }
  const [first] = sitesLeft(view)
  const highest = Math.max(0, ...view.run.sites.map(({ number }) => Number(number)))
  return {
    ...nothing,
    site: first?.site ?? '',
    number: String(highest + 1).padStart(2, '0'),
    timeZone:
      (first && knownSite(view.app, { study: view.study, site: first.site })?.timeZone) ??
      view.run.timeZone,
  }
}

const nothing: TypedSite = {
  site: '',
  facility: '',
  city: '',
  country: '',
  number: '',
  timeZone: '',
  approvedFrom: '',
  approvedUntil: '',
}

async function keep(c: Context, view: RunView): Promise<Response> {
  const { app, actor, page, study } = view
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  const text = (name: keyof TypedSite): string => (form.get(name) ?? '').trim()
  const typed: TypedSite = {
    site: text('site'),
    facility: text('facility'),
    city: text('city'),
    country: text('country'),
    number: text('number'),
    timeZone: text('timeZone'),
    approvedFrom: text('approvedFrom'),
    approvedUntil: text('approvedUntil'),
  }
  const words = page.words.runStudy.sites.problems
  const again = (field: string, said: string): Response | Promise<Response> =>
    c.html(
      sitesPage(view, { typed, problems: [{ field, text: said }] satisfies StudyFormProblem[] }),
      422,
    )
  const site = siteOfForm(view, typed)
  if (!site) return again('facility', words.site)
  const done = await keepSite(app.people, actor, study, site, app.now())
  if (done === 'done')
    return c.redirect(link(page, paths.studyRunSites(study), { did: 'kept' }), 303)
  if (done === 'notYours') return faultPage(c, app, 'notFound')
  const fields = { number: 'number', taken: 'number', timeZone: 'timeZone', days: 'approvedFrom' }
  return again(fields[done], words[done])
}

/** The site that a form is of: one that is run here, one of the record, or one that is named by hand. */
function siteOfForm(view: RunView, typed: TypedSite): RunSite | undefined {
  const of = {
    number: typed.number,
    timeZone: typed.timeZone,
    approvedFrom: typed.approvedFrom,
    approvedUntil: typed.approvedUntil === '' ? null : typed.approvedUntil,
  }
  if (typed.site !== '') {
    const known = view.run.sites.find(({ site }) => site === typed.site)
    if (known) return { ...of, site: known.site, name: known.name }
    const label = knownSite(view.app, { study: view.study, site: typed.site })?.label
    return label && { ...of, site: typed.site, name: shortSiteName(label) || siteText(label) }
  }
  const { facility, city, country } = typed
  if (facility === '' || city === '' || country === '') return undefined
  return { ...of, site: siteId({ facility, city, country }), name: facility }
}
