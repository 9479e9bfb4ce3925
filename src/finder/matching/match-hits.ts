import type { Catalogue } from '../catalogue/model/catalogue.ts'
import type { Hit, Near } from '../catalogue/model/query.ts'
import type { Match } from './match.ts'

/** Where the person is, if it was said, and the day it is (`yyyy-MM-dd`). */
export interface MatchHitOptions {
  readonly near?: Near | undefined
  readonly today: string
}

/**
 * The studies of some matches as a search lists them, by NCT id: the status and when it was verified, and the nearest site
 * that is open. Throws as `Catalogue.search` does.
 */
export async function hitsOfMatches(
  matches: readonly Match[],
  catalogue: Pick<Catalogue, 'search'>,
  { near, today }: MatchHitOptions,
): Promise<ReadonlyMap<string, Hit>> {
  if (matches.length === 0) return new Map()
  const ids = matches.map(({ nctId }) => nctId)
  const { hits } = await catalogue.search({
    ids,
    today,
    pageSize: ids.length,
    ...(near && { near }),
  })
  return new Map(hits.map((hit) => [hit.nctId, hit]))
}
