import type { Context } from 'hono'
import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { readStudyId } from '../../../finder/registry/study-id.ts'
import type { App } from '../../shell/app.ts'
import { link, type Page } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { malformedPage, unknownPage } from './missing-page.ts'

/** A study's number as an address has it, and the address of the same page for another number. */
export interface WrittenStudy {
  readonly written: string
  readonly path: (id: string) => string
}

/** The study of an address as anybody may see it, or the answer where it is none, elsewhere, or several. */
export function studyOfAddress(
  c: Context,
  app: App,
  page: Page,
  { written, path }: WrittenStudy,
): StoredStudy | Response | Promise<Response> {
  const asked = readStudyId(written)
  if (asked.kind === 'malformed') return c.html(malformedPage(page, written), 400)
  const [current, ...others] = app.catalogue.idsOf(asked)
  if (!current) return c.html(unknownPage(page, asked, written), 404)
  // Several studies have this number: the search shows them all.
  if (others.length > 0)
    return c.redirect(link(page, paths.search(), { q: written, status: 'all' }), 302)
  const stored = asked.kind === 'study' ? app.catalogue.study(asked.nctId) : undefined
  const query = new URL(c.req.url).searchParams
  return stored ? publicRecord(stored) : c.redirect(link(page, path(current), query), 301)
}
