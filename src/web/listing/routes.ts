import { type Context, Hono } from 'hono'
import { CatalogueBusy, SearchTooSlow } from '../../finder/catalogue/model/catalogue.ts'
import type { Hit } from '../../finder/catalogue/model/query.ts'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { assetUrl } from '../shell/assets/assets.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { type Page, link, pageOf } from '../shell/page.ts'
import { malformedPage, unknownPage } from './parts/missing-page.ts'
import { packed, packingFor } from '../shell/packing.ts'
import { PageCache } from './page-cache.ts'
import { spokenDate } from '../../words/dates.ts'
import { readStudyId } from '../../finder/registry/study-id.ts'
import { studyPage } from './study-page.ts'
import { readPlace } from '../../finder/question/read-place.ts'
import { shownRecord } from './parts/shown-record.ts'
import type { AskedPlace, StudyView } from './parts/view.ts'
import { wordFinder } from './parts/word-finder.ts'
import { WordsExplained } from './parts/words-explained.ts'
import { studyTitle, titledStudy } from '../shell/parts/study-title.ts'
import { paths } from '../shell/paths.ts'

/** For the pages of both languages. */
const cacheBytes = 64 * 1024 * 1024
const similarShown = 5
/** Of brotli: a reader waits for this page to be packed. */
const quick = 4

/** `/studies/NCT02390596`, its French page, and the same as data. */
export const listingArea: SiteArea = {
  routes: studyRoutes,
}

function studyRoutes(app: App): Hono {
  const site = new Hono()
  const cache = new PageCache(cacheBytes)
  site.get(paths.study.pattern, (c) => showStudy(c, app, cache))
  return site
}

function showStudy(c: Context, app: App, cache: PageCache): Response | Promise<Response> {
  const page = pageOf(c, app)
  const [written, suffix] = splitSuffix(c.req.param('id') ?? '')
  const asked = readStudyId(written)
  if (asked.kind === 'malformed') return c.html(malformedPage(page, written), 400)
  const [current, ...others] = app.catalogue.idsOf(asked)
  if (!current) return c.html(unknownPage(page, asked, written), 404)
  // Several studies have this number: the search shows them all.
  if (others.length > 0)
    return c.redirect(link(page, paths.search(), { q: written, status: 'all' }), 302)
  const stored = asked.kind === 'study' ? app.catalogue.study(asked.nctId) : undefined
  if (!stored) return c.redirect(addressOf(c, page, current, suffix), 301)
  return suffix === '.json' ? sendTwin(c, page, stored) : sendPage(c, app, cache, page, stored)
}

function splitSuffix(id: string): [string, '' | '.json'] {
  return id.toLowerCase().endsWith('.json') ? [id.slice(0, -5), '.json'] : [id, '']
}

function addressOf(c: Context, page: Page, nctId: string, suffix: string): string {
  return link(page, paths.study(`${nctId}${suffix}`), new URL(c.req.url).searchParams)
}

function sendTwin(c: Context, page: Page, stored: StoredStudy): Response {
  const { nctId } = stored.study.protocolSection.identificationModule
  c.header('ETag', `W/"${page.summary.generation}-${nctId}-json"`)
  if (isKnown(c)) return c.body(null, 304)
  return c.json(studyTwin(stored))
}

async function sendPage(
  c: Context,
  app: App,
  cache: PageCache,
  page: Page,
  stored: StoredStudy,
): Promise<Response> {
  const { nctId } = stored.study.protocolSection.identificationModule
  const today = app.today()
  if (c.req.query('near') || c.req.query('sites')) {
    const near = askedPlace(app, page.language, c.req.query('near'))
    c.header('Cache-Control', 'private, no-cache')
    const similar = await similarTo(app, nctId, today)
    const allSites = c.req.query('sites') === 'all'
    return c.html(
      render(page, stored, {
        today,
        similar,
        allSites,
        near,
        hasProtocol: hasProtocol(app, nctId),
      }),
    )
  }
  const key = `${page.summary.generation}-${nctId}-${page.language}-${today}-${assetUrl('').split('/')[2] ?? ''}`
  setValidators(c, key, stored)
  if (isKnown(c)) return c.body(null, 304)
  return sendKept(c, app, cache, { key, page, stored })
}

interface Kept {
  readonly key: string
  readonly page: Page
  readonly stored: StoredStudy
}

/** Rendered and packed once for all readers whose browsers take the same packing. */
async function sendKept(
  c: Context,
  app: App,
  cache: PageCache,
  { key, page, stored }: Kept,
): Promise<Response> {
  const packing = packingFor(c.req.header('Accept-Encoding'))
  c.header('Content-Type', 'text/html; charset=UTF-8')
  c.header('Vary', 'Accept-Encoding', { append: true })
  if (packing !== 'plain') c.header('Content-Encoding', packing)
  const kept = cache.get(`${key} ${packing}`)
  if (kept) return c.body(kept)
  const { nctId } = stored.study.protocolSection.identificationModule
  const today = app.today()
  const similar = await similarTo(app, nctId, today)
  const text = await render(page, stored, {
    today,
    similar,
    allSites: false,
    hasProtocol: hasProtocol(app, nctId),
  })
  const bytes = await packed(text, packing, quick)
  // A page without its similar studies is for this reader only: the next may have better luck.
  if (similar) cache.set(`${key} ${packing}`, bytes)
  return c.body(bytes)
}

/** Similar studies are an extra: when the search is too busy for them, the page is shown without. */
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

interface Choices {
  readonly today: string
  /** Undefined where the search could not give them. */
  readonly similar: readonly Hit[] | undefined
  readonly allSites: boolean
  readonly hasProtocol: boolean
  readonly near?: AskedPlace | undefined
}

async function render(
  page: Page,
  stored: StoredStudy,
  { near, ...choices }: Choices,
): Promise<string> {
  const shown = shownRecord(stored)
  const protocol = shown.stored.study.protocolSection
  const { nctId, briefTitle, officialTitle } = protocol.identificationModule
  const words = new WordsExplained(wordFinder(page.language), page.words.study.glossary.back)
  const view: StudyView = {
    page,
    words: page.words.study,
    ...shown,
    protocol,
    nctId,
    title: briefTitle ?? officialTitle ?? nctId,
    everyday: studyTitle(page, titledStudy(shown.stored.study)),
    explain: words.explain,
    ...choices,
    ...(near && { near }),
  }
  return String(await studyPage(view, words))
}

function hasProtocol(app: App, nctId: string): boolean {
  return app.protocols().versions.some(({ protocol }) => protocol.study === nctId)
}

function askedPlace(
  app: App,
  language: 'en' | 'fr',
  typed: string | undefined,
): AskedPlace | undefined {
  const text = typed?.trim().slice(0, 100)
  if (!text) return undefined
  const read = readPlace(text, { places: app.places, language })
  if (read.kind === 'found') return { typed: text, places: [read.place, ...read.others] }
  return { typed: text, places: [], ...(read.kind === 'wide' && { wide: read.place }) }
}

function setValidators(c: Context, key: string, stored: StoredStudy): void {
  c.header('ETag', `W/"${key}"`)
  c.header('Cache-Control', 'public, no-cache')
  const day = stored.imported
  if (spokenDate('en', day)) c.header('Last-Modified', new Date(`${day}T00:00:00Z`).toUTCString())
}

function isKnown(c: Context): boolean {
  const tag = (c.res.headers.get('ETag') ?? '').slice(2)
  const known = c.req.header('If-None-Match') ?? ''
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/** The page as data: the record whole as the registry gave it, and beside it what was worked out here. */
function studyTwin(stored: StoredStudy): object {
  const { study, processed, imported, points, history, categories } = stored
  return {
    source: 'ClinicalTrials.gov (U.S. National Library of Medicine)',
    ...(processed && { processed }),
    imported,
    study,
    categories,
    points: points.map((point) => point ?? null),
    history,
  }
}
