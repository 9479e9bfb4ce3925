import { CatalogueBusy, SearchTooSlow } from '../../../finder/catalogue/model/catalogue.ts'
import type { Hit } from '../../../finder/catalogue/model/query.ts'
import { shownState } from '../../../finder/registry/status.ts'
import type { App } from '../../shell/app.ts'

/**
 * Studies of the same illness that are open and were confirmed lately: only what can be relied on is offered instead. An
 * extra: never waited for twice, and none where the search is too busy. Throws what else the catalogue throws.
 */
export async function openSimilar(
  app: Pick<App, 'catalogue' | 'today'>,
  { nctId, most }: { readonly nctId: string; readonly most: number },
  mayFit: (hit: Hit) => boolean = () => true,
): Promise<readonly Hit[]> {
  const today = app.today()
  try {
    const hits = (await app.catalogue.similar(nctId, most * 4, today)) ?? []
    return hits.filter((hit) => mayFit(hit) && shownState(hit, today) === 'open').slice(0, most)
  } catch (problem) {
    if (problem instanceof SearchTooSlow || problem instanceof CatalogueBusy) return []
    throw problem
  }
}
