import type { Page } from '../page.ts'
import { paths } from '../paths.ts'

/** No more studies than this are counted as kept: an address holds no longer list. */
const most = 200

/** The studies that the reader keeps, as the address carries them: `keep`, once for each, or the `ids` of their list. */
export function keptIn(page: Pick<Page, 'path' | 'query'>): readonly string[] {
  const asked = new URLSearchParams(page.query)
  const named = [
    ...asked.getAll('keep'),
    ...(page.path === paths.list() ? asked.getAll('ids') : []),
  ]
  const numbers = named.flatMap((value) => value.toUpperCase().match(/\bNCT\d{8}\b/g) ?? [])
  return [...new Set(numbers)].slice(0, most)
}
