import type { Context } from 'hono'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { readResults } from '../../finder/registry/study-results.ts'
import { spokenDate } from '../../words/dates.ts'
import type { App } from '../shell/app.ts'
import { assetGeneration } from '../shell/assets/assets.ts'
import { type Bytes, packingFor, type Packing } from '../shell/packing.ts'
import type { Page } from '../shell/page.ts'
import { type Carried, readCarried } from '../shell/parts/carried.ts'
import { keptIn } from '../shell/parts/kept.ts'
import { packedPage } from '../shell/site/pack-pages.ts'
import { PageCache } from './page-cache.ts'
import { studyPage } from './study-page.ts'
import { studyViewOf } from './study-view.ts'

/** For the pages of both languages. */
const cacheBytes = 64 * 1024 * 1024

/** A study as it was read, and the page it is to be shown on. */
export interface AskedPage {
  readonly page: Page
  readonly stored: StoredStudy
}

/**
 * Finished pages of studies. Kept by what changes a page: the catalogue, the study, the language, the day, the release. A
 * page that carries a person, a place or a list is that reader's alone: it is made anew and never kept.
 */
export class KeptPages {
  readonly #cache = new PageCache(cacheBytes)

  async send(c: Context, app: App, asked: AskedPage): Promise<Response> {
    const { page, stored } = asked
    const packing = packingFor(c.req.header('Accept-Encoding'))
    const carried = readCarried(page, new URL(c.req.url).searchParams, app)
    if (carried || keptIn(page).length > 0) {
      c.header('Cache-Control', 'private, no-cache')
      return sent(c, packing, await packedPage(await documentOf(app, asked, carried), packing))
    }
    const key = keyOf(app, asked)
    setValidators(c, key, stored)
    if (isKnown(c)) return c.body(null, 304)
    const known = this.#cache.get(`${key} ${packing}`)
    if (known) return sent(c, packing, known)
    // What else stands in the address changes nothing on a page that is kept.
    const plain = { page: { ...page, query: '' }, stored }
    const bytes = await packedPage(await documentOf(app, plain, undefined), packing)
    this.#cache.set(`${key} ${packing}`, bytes)
    return sent(c, packing, bytes)
  }
}

/** The results are read for this page alone: they are unpacked by being looked at. */
async function documentOf(
  app: App,
  { page, stored }: AskedPage,
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

function keyOf(app: App, { page, stored }: AskedPage): string {
  const { nctId } = stored.study.protocolSection.identificationModule
  return `${page.summary.generation}-${nctId}-${page.language}-${app.today()}-${assetGeneration}`
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
