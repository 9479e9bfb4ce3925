import { link, type Page, paramsOfQuery, type QueryValues } from '../page.ts'
import { paths } from '../paths.ts'

/** No more studies than this are counted as kept: an address holds no longer list. */
const most = 200

/** The studies that the reader keeps, as the address carries them: `keep`, once for each, or the `ids` of their list. */
export function keptIn(page: Pick<Page, 'path' | 'query'>): readonly string[] {
  if (!mayKeep.test(page.query)) return []
  const asked = new URLSearchParams(page.query)
  const named = [
    ...asked.getAll('keep'),
    ...(page.path === paths.list() ? asked.getAll('ids') : []),
  ]
  const numbers = named.flatMap((value) => value.toUpperCase().match(/\bNCT\d{8}\b/g) ?? [])
  return [...new Set(numbers)].slice(0, most)
}

/** Most addresses keep nothing, and are not taken apart to learn it. */
const mayKeep = /(?:^|&)(?:keep|ids)=/

/** The same query with the studies that the page's address keeps. */
export function withKept(
  page: Pick<Page, 'path' | 'query'>,
  query: URLSearchParams,
): URLSearchParams {
  const both = new URLSearchParams(query)
  for (const id of keptIn(page)) if (!both.has('keep', id)) both.append('keep', id)
  return both
}

/** An address of ours with the studies that the page's address keeps: on the way home or through the menu none is lost. */
export function keptLink(page: Page, path: string, query: QueryValues = {}): string {
  return link(page, path, withKept(page, paramsOfQuery(query)))
}
