import type { Catalogue } from '../catalogue/model/catalogue.ts'
import type { Hit, Query } from '../catalogue/model/query.ts'
import type { Match } from './match.ts'

/** Where the person is, if it was said (a point or an area), and the day it is (`yyyy-MM-dd`). */
export type MatchHitOptions = Pick<Query, 'near' | 'area' | 'today'>

/**
 * The studies of some matches as a search lists them, by NCT id: the status and when it was verified, and the nearest site
 * that is open; where an area was said, a site in it if there is one. Throws as `Catalogue.search` does.
 */
export async function hitsOfMatches(
  matches: readonly Match[],
  catalogue: Pick<Catalogue, 'search'>,
  { near, area, today }: MatchHitOptions,
): Promise<ReadonlyMap<string, Hit>> {
  if (matches.length === 0) return new Map()
  const ids = matches.map(({ nctId }) => nctId)
  const listed = async (where: Pick<Query, 'near' | 'area'>): Promise<readonly Hit[]> =>
    (await catalogue.search({ ids, today, pageSize: ids.length, ...where })).hits
  const all = await listed(near && area === undefined ? { near } : {})
  const inside = area === undefined ? [] : await listed({ area })
  return new Map([...all, ...inside].map((hit) => [hit.nctId, hit]))
}
