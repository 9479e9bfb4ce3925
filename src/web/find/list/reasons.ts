import { CatalogueBusy, SearchTooSlow } from '../../../finder/catalogue/model/catalogue.ts'
import { ListIncomplete } from '../../../finder/catalogue/model/damage.ts'
import type { Query } from '../../../finder/catalogue/model/query.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { whyTexts } from '../../shell/parts/why.ts'
import type { AskedList } from './read-list.ts'

/**
 * Why each study of a list was found by the words that were searched for: one search, and none where nothing was searched
 * for. An extra: where the search cannot answer, nothing is said. Throws what
 * else keeps a search from answering.
 */
export async function reasonsOf(
  app: App,
  page: Page,
  { ids, said }: AskedList,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const words = wordsOf(said.query)
  if (ids.length === 0 || !hasWords(words)) return new Map()
  try {
    const { hits } = await app.catalogue.search({ ...words, ids, page: 1, pageSize: ids.length })
    return new Map(hits.map(({ nctId, why }) => [nctId, whyTexts(page, why)]))
  } catch (problem) {
    const isExtra =
      problem instanceof SearchTooSlow ||
      problem instanceof CatalogueBusy ||
      problem instanceof ListIncomplete
    if (isExtra) return new Map()
    throw problem
  }
}

/** The words alone: what was kept stays, whether or not it fits the place and the person. */
function wordsOf({ q, cond, intr, title, spons, tree, exact, today }: Query): Query {
  return {
    today,
    ...(q !== undefined && { q }),
    ...(cond !== undefined && { cond }),
    ...(intr !== undefined && { intr }),
    ...(title !== undefined && { title }),
    ...(spons !== undefined && { spons }),
    ...(tree !== undefined && { tree }),
    ...(exact !== undefined && { exact }),
  }
}

function hasWords({ q, cond, intr, title, spons, tree }: Query): boolean {
  return [q, cond, intr, title, spons, tree].some((text) => text !== undefined)
}
