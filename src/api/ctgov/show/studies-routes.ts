import { type Context, Hono } from 'hono'
import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import { nctOf } from '../../../finder/catalogue/model/nct-number.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Selected } from '../../../finder/catalogue/model/where.ts'
import type { ApiParts } from '../../shell/parts.ts'
import { withSlash } from '../../shell/with-slash.ts'
import type { ApiFault } from '../read/api-fault.ts'
import {
  nextPageToken,
  readStudiesRequest,
  staleFault,
  type StudiesRequest,
} from '../read/studies-request.ts'
import { csvPage } from './csv-page.ts'
import { refusedAsked } from './plain-fault.ts'
import { preferredForm } from './preferred-form.ts'
import type { ServedForm } from './served-record.ts'
import { csvColumnsOf, csvStudy, jsonMaker } from './shown-study.ts'
import { jsonPage, type PageEnds, replyBody, type ReplyText } from './study-page.ts'

/** `/studies`: pages of the studies that are asked for, as JSON or as CSV. */
export function studiesRoutes({ catalogue }: Pick<ApiParts, 'catalogue'>): Hono {
  return new Hono().on('GET', withSlash('/studies'), async (c) => {
    const asked = readStudiesRequest(new URL(c.req.url))
    if (asked.kind === 'fault') return refusedAsked(c, asked)
    const page = asked.format === 'csv' ? csvOf(asked) : jsonOf(asked, preferredForm(c))
    if ('kind' in page) return refusedAsked(c, page)
    const selected = await catalogue.select(asked.selection)
    const stale = staleFault(asked, selected)
    if (stale) return refusedAsked(c, stale)
    const token = nextPageToken(asked, selected)
    const ends = {
      ...(selected.total !== undefined && { total: selected.total }),
      ...(token !== undefined && { nextPageToken: token }),
    }
    return replyOf(c, page, { studies: storedOf(catalogue, selected), ends })
  })
}

/** How the studies of a page become a reply. */
interface PageForm {
  readonly type: string
  /** The headers that tell the ends of the page, where its text does not. */
  readonly headers: (ends: PageEnds) => Readonly<Record<string, string>>
  readonly text: (studies: Iterable<StoredStudy>, ends: PageEnds) => ReplyText
}

function jsonOf(asked: StudiesRequest, form: ServedForm): PageForm | ApiFault {
  const made = jsonMaker(asked, form)
  if ('kind' in made) return made
  return {
    type: 'application/json',
    headers: () => ({}),
    text: (studies, ends) => jsonPage(mapped(studies, made), ends),
  }
}

function csvOf(asked: StudiesRequest): PageForm | ApiFault {
  const columns = csvColumnsOf(asked)
  if ('kind' in columns) return columns
  return {
    type: 'text/csv; charset=utf-8',
    headers: ({ total, nextPageToken: token }) => ({
      ...(total !== undefined && { 'x-total-count': String(total) }),
      ...(token !== undefined && { 'x-next-page-token': token }),
    }),
    text: (studies) => csvPage(mapped(studies, csvStudy), columns, asked.from === undefined),
  }
}

function* mapped<From, To>(all: Iterable<From>, make: (one: From) => To): Generator<To> {
  for (const one of all) yield make(one)
}

/** Each is read when it is its turn. One that an import took away meanwhile is left out. */
function* storedOf(catalogue: Catalogue, { studies }: Selected): Generator<StoredStudy> {
  for (const { nct } of studies) {
    const stored = catalogue.study(nctOf(nct))
    if (stored) yield stored
  }
}

function replyOf(c: Context, { type, headers, text }: PageForm, found: FoundPage): Response {
  const all = { 'Content-Type': type, ...headers(found.ends) }
  if (c.req.method === 'HEAD') return c.body(null, 200, all)
  return c.body(replyBody(text(found.studies, found.ends)), 200, all)
}

interface FoundPage {
  readonly studies: Iterable<StoredStudy>
  readonly ends: PageEnds
}
