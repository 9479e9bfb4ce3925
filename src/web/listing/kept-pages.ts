import type { Context } from 'hono'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { readResults } from '../../finder/registry/study-results.ts'
import { spokenDate } from '../../words/dates.ts'
import type { App } from '../shell/app.ts'
import { assetGeneration } from '../shell/assets/assets.ts'
import { type Bytes, packed, packingFor, type Packing } from '../shell/packing.ts'
import type { Page } from '../shell/page.ts'
import { type Carried, readCarried } from '../shell/parts/carried.ts'
import { keptIn } from '../shell/parts/kept.ts'
import { PageCache } from './page-cache.ts'
import { studyPage } from './study-page.ts'
import { studyViewOf } from './study-view.ts'

/** For the pages of both languages. */
const cacheBytes = 64 * 1024 * 1024

/** Of brotli: a search engine's reader is often the first to open a page. Half the time that 5 takes, six hundredths larger. */
const quality = 4

/** A page that is asked for, by the number of its study. */
export interface AskedPage {
  readonly page: Page
  readonly nctId: string
}

/**
 * Finished pages of studies. Kept by what changes a page: the catalogue, the study, the language, the day, the release. A
 * page that carries a person, a place or a list is that reader's alone: it is made anew and never kept.
 */
export class KeptPages {
  readonly #cache = new PageCache(cacheBytes)

  /** The page as it was made before: its record is not looked for. Undefined where it was not, or is not one that is kept. */
  known(c: Context, app: App, asked: AskedPage): Response | undefined {
    if (keptIn(asked.page).length > 0) return undefined
    const packing = packingFor(c.req.header('Accept-Encoding'))
    const key = keyOf(app, asked)
    const known = this.#cache.get(`${key} ${packing}`)
    if (!known || carriedBy(c, app, asked.page)) return undefined
    setValidators(c, key, known.imported)
    return isKnown(c) ? c.body(null, 304) : sent(c, packing, known.bytes)
  }

  /** The page of a study that was read, made anew. */
  async send(c: Context, app: App, page: Page, stored: StoredStudy): Promise<Response> {
    const packing = packingFor(c.req.header('Accept-Encoding'))
    const carried = carriedBy(c, app, page)
    if (carried || keptIn(page).length > 0) {
      c.header('Cache-Control', 'private, no-cache')
      return sent(
        c,
        packing,
        await packed(await documentOf(app, page, stored, carried), packing, quality),
      )
    }
    const { imported } = stored
    const { nctId } = stored.study.protocolSection.identificationModule
    const key = keyOf(app, { page, nctId })
    setValidators(c, key, imported)
    if (isKnown(c)) return c.body(null, 304)
    // What else stands in the address changes nothing on a page that is kept.
    const plain = await documentOf(app, { ...page, query: '' }, stored, undefined)
    const bytes = await packed(plain, packing, quality)
    this.#cache.set(`${key} ${packing}`, { bytes, imported })
    return sent(c, packing, bytes)
  }
}

function carriedBy(c: Context, app: App, page: Page): Carried | undefined {
  return page.query === '' ? undefined : readCarried(page, new URL(c.req.url).searchParams, app)
}

/** The results are read for this page alone: they are unpacked by being looked at. */
async function documentOf(
  app: App,
  page: Page,
  stored: StoredStudy,
  carried: Carried | undefined,
): Promise<string> {
  const { view, words } = studyViewOf(app, page, stored, carried)
  const results = stored.study.hasResults ? readResults(stored.study.resultsSection) : undefined
  return String(await studyPage({ view: { ...view, ...(results && { results }) }, words }))
}

function sent(c: Context, packing: Packing, bytes: Bytes): Response {
  c.header('Content-Type', 'text/html; charset=UTF-8')
  c.header('Vary', 'Accept-Encoding', { append: true })
  if (packing !== 'plain') c.header('Content-Encoding', packing)
  return c.body(bytes)
}

function keyOf(app: App, { page, nctId }: AskedPage): string {
  return `${page.summary.generation}-${nctId}-${page.language}-${app.today()}-${assetGeneration}`
}

function setValidators(c: Context, key: string, day: string): void {
  c.header('ETag', `W/"${key}"`)
  c.header('Cache-Control', 'public, no-cache')
  if (spokenDate('en', day)) c.header('Last-Modified', new Date(`${day}T00:00:00Z`).toUTCString())
}

function isKnown(c: Context): boolean {
  const tag = (c.res.headers.get('ETag') ?? '').slice(2)
  const known = c.req.header('If-None-Match') ?? ''
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}
