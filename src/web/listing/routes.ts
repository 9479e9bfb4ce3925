import { type Context, Hono } from 'hono'
import { html } from '../shell/markup.ts'
import { CatalogueBusy, SearchTooSlow } from '../../finder/catalogue/model/catalogue.ts'
import type { Hit } from '../../finder/catalogue/model/query.ts'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { isStudyId } from '../../finder/registry/study-id.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { link, type Page, pageOf } from '../shell/page.ts'
import { readCarried } from '../shell/parts/carried.ts'
import { type Path, paths } from '../shell/paths.ts'
import { innerPage } from './inner-page.ts'
import { KeptPages } from './kept-pages.ts'
import { studyOfAddress } from './parts/study-of-address.ts'
import { similarList } from './parts/similar.ts'
import { history } from './sections/history.ts'
import { allSitesOf } from './sections/sites.ts'
import { type MadeView, studyViewOf } from './study-view.ts'

/** `/studies/NCT02390596`, its French page, the same as data, and the pages below it. */
export const listingArea: SiteArea = {
  routes: studyRoutes,
}

const similarShown = 5

function studyRoutes(app: App): Hono {
  const site = new Hono()
  const kept = new KeptPages()
  site.get(paths.study.pattern, (c) => showStudy(c, app, kept))
  site.get(paths.studySites.pattern, (c) =>
    showInner(c, app, paths.studySites, ({ view }) => ({
      heading: view.page.words.listing.sites.listHeading,
      body: html`
        ${allSitesOf(view)}
        <p>
          <a href="${link(view.page, paths.studyWords(view.nctId))}">
            ${view.page.words.desk.own.link}
          </a>
        </p>
      `,
      islands: ['study-map', 'place-box'],
    })),
  )
  site.get(paths.studyHistory.pattern, (c) =>
    showInner(c, app, paths.studyHistory, ({ view }) => ({
      heading: view.page.words.listing.more.history,
      body: history(view),
    })),
  )
  site.get(paths.studySimilar.pattern, (c) =>
    showInner(c, app, paths.studySimilar, async ({ view }) => ({
      heading: view.page.words.listing.more.similar,
      body: similarList(view, await similarTo(app, view.nctId, app.today())),
    })),
  )
  return site
}

type OneValue = Path<`/studies/:id${string}`>

function askedStudy(
  c: Context,
  app: App,
  page: Page,
  path: (id: string) => string,
): StoredStudy | Response | Promise<Response> {
  const [written, suffix] = splitSuffix(c.req.param('id') ?? '')
  return studyOfAddress(c, app, page, { written, path: (id) => path(`${id}${suffix}`) })
}

function splitSuffix(id: string): [string, '' | '.json'] {
  return id.toLowerCase().endsWith('.json') ? [id.slice(0, -5), '.json'] : [id, '']
}

async function showStudy(c: Context, app: App, kept: KeptPages): Promise<Response> {
  const page = pageOf(c, app)
  const written = c.req.param('id') ?? ''
  const known = isStudyId(written) ? kept.known(c, app, { page, nctId: written }) : undefined
  if (known) return known
  const stored = await askedStudy(c, app, page, paths.study)
  if (stored instanceof Response) return stored
  const [, suffix] = splitSuffix(written)
  return suffix === '.json' ? sendTwin(c, page, stored) : kept.send(c, app, page, stored)
}

type Inner = Parameters<typeof innerPage>[1]

async function showInner(
  c: Context,
  app: App,
  path: OneValue,
  inner: (made: MadeView) => Inner | Promise<Inner>,
): Promise<Response> {
  const page = pageOf(c, app)
  const stored = await askedStudy(c, app, page, (id) => path(id))
  if (stored instanceof Response) return stored
  const carried = readCarried(page, new URL(c.req.url).searchParams, app)
  const made = studyViewOf(app, page, stored, carried)
  c.header('Cache-Control', 'private, no-cache')
  return c.html(innerPage(made.view, await inner(made)))
}

/** Undefined when the search is too busy: the page then says so instead of nothing. */
async function similarTo(
  app: App,
  nctId: string,
  today: string,
): Promise<readonly Hit[] | undefined> {
  try {
    return await app.catalogue.similar(nctId, similarShown, today)
  } catch (problem) {
    if (problem instanceof SearchTooSlow || problem instanceof CatalogueBusy) return undefined
    throw problem
  }
}

function sendTwin(c: Context, page: Page, stored: StoredStudy): Response {
  const { nctId } = stored.study.protocolSection.identificationModule
  const tag = `"${page.summary.generation}-${nctId}-json"`
  c.header('ETag', `W/${tag}`)
  const known = c.req.header('If-None-Match') ?? ''
  if (known.includes(tag)) return c.body(null, 304)
  return c.json(studyTwin(stored))
}

/** The page as data: the record as the registry shows it, and beside it what was worked out here. */
function studyTwin(stored: StoredStudy): object {
  const { study, processed, imported, points, history: changes, categories } = stored
  return {
    source: 'ClinicalTrials.gov (U.S. National Library of Medicine)',
    ...(processed && { processed }),
    imported,
    study,
    categories,
    points: points.map((point) => point ?? null),
    history: changes,
  }
}
