import { isInMiles } from '../../finder/question/read-values.ts'
import type { Context } from 'hono'
import type { App } from './app.ts'
import { wordsOf } from '../../words/words.ts'
import type { CatalogueSummary } from '../../finder/catalogue/model/summary.ts'
import type { Vocabulary } from '../../finder/vocabulary/concept.ts'
import type { Language } from '../../words/language/language.ts'
import type { Words } from '../../words/shape/shape.ts'
import { paths } from './paths.ts'
import type { SiteOperator } from './site-operator.ts'

/** What every template knows about the page it is part of. */
export interface Page {
  readonly language: Language
  readonly words: Words
  /** The path without the language prefix: `/search`, `/studies/NCT02390596`. */
  readonly path: string
  readonly baseUrl: string
  /** The query as it came, without its question mark. */
  readonly query: string
  readonly summary: CatalogueSummary
  /** Names of diseases, to say a term as the reader would. */
  readonly vocabulary: Vocabulary
  readonly operator: SiteOperator
  /** True when the reader gave a distance in miles. */
  readonly inMiles: boolean
  /** True where everybody in the records is made up. */
  readonly isDemonstration?: boolean
}

/** The query of a link; what is undefined or empty is left out. */
export type QueryValues =
  | URLSearchParams
  | Readonly<Record<string, string | number | readonly string[] | undefined>>

/** What the templates of this request need to know: its language, path and query. */
export function pageOf(c: Context, app: App): Page {
  const url = new URL(c.req.url)
  const { language, path } = splitLanguage(url.pathname)
  return {
    language,
    words: wordsOf(language),
    path,
    baseUrl: app.baseUrl,
    query: url.search.slice(1),
    summary: app.catalogue.summary(),
    operator: app.operator,
    ...(app.isDemonstration && { isDemonstration: true }),
    vocabulary: app.vocabulary,
    inMiles: isInMiles(url.searchParams.get('within') ?? ''),
  }
}

/** One of our own addresses in the reader's language. Every link of our own is made here. */
export function link(page: Page, path: string, query?: QueryValues): string {
  return linkIn(page.language, path, query)
}

/** The same address in a named language. English home is `/en`, because `/` follows the browser. */
export function linkIn(language: Language, path: string, query?: QueryValues): string {
  const search = query === undefined ? '' : queryText(query)
  const place = path === '/' ? `/${language}` : language === 'fr' ? `/fr${path}` : path
  return search === '' ? place : `${place}?${search}`
}

/** `/fr/search` is the French page `/search`; `/en` and `/fr` alone are home. */
export function splitLanguage(pathname: string): { language: Language; path: string } {
  if (pathname === '/en' || pathname === '/en/') return { language: 'en', path: paths.home() }
  if (pathname === '/fr' || pathname === '/fr/') return { language: 'fr', path: paths.home() }
  if (pathname.startsWith('/fr/')) return { language: 'fr', path: rooted(pathname.slice(3)) }
  return { language: 'en', path: rooted(pathname) }
}

/** `//evil.example` is another site's address, not a path of ours. */
function rooted(path: string): string {
  return path.replace(/^[/\\]+/, '/')
}

function queryText(query: QueryValues): string {
  return paramsOfQuery(query).toString()
}

/** The values of a query as an address writes them: nothing of what is empty, a list as often as it has values. */
export function paramsOfQuery(query: QueryValues): URLSearchParams {
  if (query instanceof URLSearchParams) return query
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    if (typeof value === 'object') for (const each of value) pairs.append(name, each)
    else pairs.append(name, String(value))
  }
  return pairs
}
