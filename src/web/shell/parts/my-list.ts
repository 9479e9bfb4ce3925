import { link, type Page } from '../page.ts'
import { paths } from '../paths.ts'
import { type Carried, carriedQuery } from './carried.ts'

/** The most studies that one list holds: what a person can compare, print and talk about. */
export const mostKept = 20
/** Of more than these nothing is read: a list that was made by hand or by a program. */
const mostWritten = 500

/** What an address writes as studies of a list, in its order: `ids=NCT1,NCT2`, boxes that were ticked (`keep=`), one to add. */
export function writtenIds(query: URLSearchParams): readonly string[] {
  return [...query.getAll('ids'), ...query.getAll('keep'), query.get('add') ?? '']
    .flatMap((text) => text.slice(0, mostWritten * 20).split(separators))
    .filter((text) => text !== '')
    .slice(0, mostWritten)
}

const separators = /[,;\s]+/

/** The address of a list of studies, with the search carried along. */
export function listLink(
  page: Page,
  ids: readonly string[],
  carried?: Pick<Carried, 'asked' | 'found'>,
): string {
  const own = ids.length > 0 ? { ids: ids.join(',') } : {}
  // A comma may stand in a query, and an address that is printed or photographed is shorter with it.
  return link(page, paths.list(), carriedQuery(carried, own)).replaceAll('%2C', ',')
}
