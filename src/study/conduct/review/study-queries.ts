import type { Reader } from '../../../people/records/model/records.ts'
import type { QueryState } from '../derived/query-rows.ts'
import { type DataQuery, dataQueryOf } from './query.ts'

/** A query with the number of whom it is about. */
export interface StudyQuery extends DataQuery {
  readonly number: string
}

/** Which queries are asked for. */
export interface QueryFilter {
  readonly study: string
  /** Only of these sites: those that the reader may see. */
  readonly sites: readonly string[]
  readonly states: readonly QueryState[]
  /** At most so many, after so many. */
  readonly limit: number
  readonly offset: number
}

/** Queries of some sites of a study, who waits longest first. */
export async function studyQueries(
  db: Reader,
  { study, sites, states, limit, offset }: QueryFilter,
): Promise<readonly StudyQuery[]> {
  if (sites.length === 0 || states.length === 0) return []
  const rows = await db
    .selectFrom('query')
    .innerJoin('participant', 'participant.id', 'query.participant_id')
    .selectAll('query')
    .select('participant.number')
    .where('query.study', '=', study)
    .where('query.site', 'in', sites)
    .where('query.state', 'in', states)
    .orderBy('query.opened_at')
    .orderBy('query.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({ ...dataQueryOf(row), number: row.number }))
}

/** How many queries stand where, by site and state. */
export async function countQueries(
  db: Reader,
  study: string,
  sites: readonly string[],
): Promise<
  readonly { readonly site: string; readonly state: QueryState; readonly count: number }[]
> {
  if (sites.length === 0) return []
  const rows = await db
    .selectFrom('query')
    .select(({ fn }) => ['site', 'state', fn.countAll().as('count')])
    .where('study', '=', study)
    .where('site', 'in', sites)
    .groupBy(['site', 'state'])
    .execute()
  return rows.map(({ site, state, count }) => ({ site, state, count: Number(count) }))
}
