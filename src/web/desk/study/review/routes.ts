import { type Context, Hono } from 'hono'
import type { QueryState } from '../../../../study/conduct/derived/query-rows.ts'
import {
  deviationClasses,
  readDeviations,
} from '../../../../study/conduct/review/deviation-class.ts'
import { sourceFigures } from '../../../../study/conduct/review/source-checks.ts'
import { countQueries, studyQueries } from '../../../../study/conduct/review/study-queries.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { type RunView, withRun } from '../parts/study-view.ts'
import { deviationsCsv, queriesCsv } from './review-csv.ts'
import { chosenSites, mayReview, studyTelling } from './reviewed-sites.ts'
import { type StudyDeviations, studyDeviationsPage } from './study-deviations-page.ts'
import { type StudyQueries, studyQueriesPage } from './study-queries-page.ts'
import { studySourcesPage } from './study-sources-page.ts'

/** `/desk/study/:study/queries`, `/sources` and `/deviations`: what a monitor goes through, for all sites that one may see. */
export function studyReviewRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyQueries.pattern, (c) =>
    reviewed(c, app, async (view) => {
      const shown = await queriesShown(view, pageSize)
      return shown ? c.html(studyQueriesPage(view, shown)) : toStudy(c, view)
    }),
  )
  area.get(paths.studyQueriesCsv.pattern, (c) =>
    reviewed(c, app, async (view) => {
      const shown = await queriesShown(view, mostRows)
      return shown ? file(c, view, 'queries', queriesCsv(view, shown)) : toStudy(c, view)
    }),
  )
  area.get(paths.studyDeviations.pattern, (c) =>
    reviewed(c, app, async (view) => {
      const shown = await deviationsShown(view)
      return shown ? c.html(studyDeviationsPage(view, shown)) : toStudy(c, view)
    }),
  )
  area.get(paths.studyDeviationsCsv.pattern, (c) =>
    reviewed(c, app, async (view) => {
      const shown = await deviationsShown(view)
      return shown ? file(c, view, 'deviations', deviationsCsv(view, shown)) : toStudy(c, view)
    }),
  )
  area.get(paths.studySources.pattern, (c) =>
    reviewed(c, app, async (view) => {
      const { shown } = chosenSites(view)
      const ids = shown.map(({ site }) => site)
      const figures = await sourceFigures(view.app.people.records.db, view.study, ids)
      return c.html(studySourcesPage(view, shown, figures))
    }),
  )
  return area
}

const pageSize = 100
const mostRows = 100_000

function reviewed(
  c: Context,
  app: App,
  show: (view: RunView) => Promise<Response>,
): Promise<Response> {
  return withRun(c, app, show, mayReview)
}

/** No version of the protocol was added yet: there is nothing to tell. */
function toStudy(c: Context, { page, study }: RunView): Response {
  return c.redirect(link(page, paths.studyDesk(study)), 303)
}

function file(c: Context, { study }: RunView, name: string, text: string): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${study}-${name}.csv"`)
  return c.body(text)
}

async function queriesShown(view: RunView, limit: number): Promise<StudyQueries | undefined> {
  const telling = studyTelling(view)
  if (!telling) return undefined
  const { study, app, page } = view
  const { db } = app.people.records
  const { all, shown, asked } = chosenSites(view)
  const query = new URLSearchParams(page.query)
  const show = query.get('show') === 'all' ? 'all' : 'waiting'
  const from = /^\d{1,6}$/.test(query.get('from') ?? '') ? Number(query.get('from')) : 0
  const sites = shown.map(({ site }) => site)
  const list = await studyQueries(db, {
    study,
    sites,
    states: states[show],
    limit: limit + 1,
    offset: from,
  })
  return {
    telling,
    sites: all,
    site: asked,
    show,
    list: list.slice(0, limit),
    next: list.length > limit ? from + limit : undefined,
    counts: await countQueries(
      db,
      study,
      all.map(({ site }) => site),
    ),
  }
}

const waiting: readonly QueryState[] = ['open', 'answered']
const states: Readonly<Record<'waiting' | 'all', readonly QueryState[]>> = {
  waiting,
  all: [...waiting, 'candidate', 'closed', 'cancelled', 'resolved'],
}

async function deviationsShown(view: RunView): Promise<StudyDeviations | undefined> {
  const telling = studyTelling(view)
  if (!telling) return undefined
  const { db, keys } = view.app.people.records
  const { all, shown, asked } = chosenSites(view)
  const typed = new URLSearchParams(view.page.query).get('show') ?? ''
  const show = [...deviationClasses, 'none' as const].find((one) => one === typed)
  const list = await readDeviations(db, keys, {
    study: view.study,
    sites: shown.map(({ site }) => site),
    ...(show !== undefined && { class: show }),
  })
  return { telling, sites: all, site: asked, show: show ?? '', list }
}
