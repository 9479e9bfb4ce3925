import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../../finder/catalogue/model/changes.ts'
import type { Query } from '../../../finder/catalogue/model/query.ts'
import type { Reader } from '../../records/model/records.ts'
import { bitsetOf } from '../../../base/bitset.ts'
import { parseSavedSearch, queryOf } from '../model/saved-search.ts'

/** What one saved search finds among the changed studies. */
export interface FoundChanges {
  /** Positions in the list of changes, in order. */
  readonly studies: readonly number[]
  /** The same as a set, where they are many. */
  readonly set?: Uint32Array
  /** The states of recruitment asked for; undefined for any. */
  readonly status?: ReadonlySet<string>
  /** The search is for one study: then a place only matters for what is new near it. */
  readonly isOneStudy: boolean
}

/** A saved search as its row has it. */
export interface SearchRow {
  readonly id: string
  readonly what: string
}

/**
 * Runs every saved search that an alert uses once over what changed, with the page's own search. The
 * state of recruitment is left out of it and kept beside, because a study that has closed is news for
 * who asked for open ones.
 */
export async function foundBySearches(
  searches: AsyncIterable<readonly SearchRow[]> | Iterable<readonly SearchRow[]>,
  catalogue: Pick<Catalogue, 'searchAmong'>,
  list: Pick<ChangeList, 'at' | 'changes'>,
): Promise<ReadonlyMap<string, FoundChanges>> {
  const ids = list.changes.map(({ nctId }) => nctId)
  const at = new Map(ids.map((id, index) => [id, index]))
  const today = list.at.slice(0, 10)
  const found = new Map<string, FoundChanges>()
  const underWay = new Set<Promise<void>>()
  for await (const rows of searches) {
    const asked: Asked[] = []
    for (const { id, what } of rows) {
      const search = parseSavedSearch(what)
      const query = queryOf(search, today)
      if (query) asked.push(askedOf(id, query))
      else {
        const study = at.get(search.study ?? '')
        if (study !== undefined) found.set(id, { studies: [study], isOneStudy: true })
      }
    }
    for (let from = 0; from < asked.length; from += batch) {
      const some = ask(catalogue, ids, asked.slice(from, from + batch), found)
      underWay.add(some)
      void some.finally(() => underWay.delete(some)).catch(() => undefined)
      if (underWay.size >= atOnce) await Promise.race(underWay)
    }
  }
  await Promise.all(underWay)
  return found
}

/** Searches sent to a search process together, and how many such batches are on their way. */
const batch = 500
const atOnce = 4
const pageSize = 5000

interface Asked {
  readonly id: string
  readonly query: Query
  readonly status?: ReadonlySet<string>
}

function askedOf(id: string, { status, ...query }: Query): Asked {
  return { id, query, ...(status && status.length > 0 && { status: new Set(status) }) }
}

async function ask(
  catalogue: Pick<Catalogue, 'searchAmong'>,
  ids: readonly string[],
  asked: readonly Asked[],
  found: Map<string, FoundChanges>,
): Promise<void> {
  const answers = await catalogue.searchAmong(
    ids,
    asked.map(({ query }) => query),
  )
  answers.forEach((studies, index) => {
    const { id, status } = asked[index] as Asked
    if (studies.length === 0) return
    const set = studies.length > few ? bitsetOf(studies, ids.length) : undefined
    found.set(id, { studies, isOneStudy: false, ...(set && { set }), ...(status && { status }) })
  })
}

/** So many are sooner looked at one by one. */
const few = 16

/** Searches with a subscription that is confirmed and not paused, in pages. */
export async function* searchesInUse(db: Reader): AsyncGenerator<SearchRow[]> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('saved_search')
      .select(['id', 'what'])
      .where('id', '>', after)
      .where((has) =>
        has.exists(
          has
            .selectFrom('subscription')
            .select('subscription.id')
            .whereRef('subscription.saved_search_id', '=', 'saved_search.id')
            .where('subscription.confirmed_at', 'is not', null)
            .where('subscription.paused_at', 'is', null),
        ),
      )
      .orderBy('id')
      .limit(pageSize)
      .execute()
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.id
  }
}
