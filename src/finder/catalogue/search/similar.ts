import type { Vocabulary } from '../../vocabulary/concept.ts'
import { nctNumber } from '../model/nct-number.ts'
import type { Hit, Query, SimilarOnly } from '../model/query.ts'
import { type LoadedSegment, newestStudy } from '../segment/loaded.ts'
import { hitOf } from './hits.ts'
import { planSimilar } from './plan-query.ts'
import { type RunIn, bestOfPlan } from './run-plan.ts'

/**
 * The studies most like one, as `Engine.similar` says; nothing is counted that is not shown. Throws where something of the
 * study itself is damaged.
 */
export function studiesLike(
  nctId: string,
  limit: number,
  only: SimilarOnly & Pick<Query, 'today'>,
  searched: RunIn & { readonly vocabulary: Vocabulary },
): Hit[] {
  const { loaded, vocabulary } = searched
  const segments = loaded.map(({ segment }) => segment)
  const stored = newestStudy(segments, nctNumber(nctId))
  const plan = stored && planSimilar(stored, vocabulary)
  if (!plan) return []
  const query: Query = { ...only, pageSize: limit + 1 }
  const hits = bestOfPlan(plan, query, searched).page.map(({ segment, doc }) => {
    const from = loaded[segment] as LoadedSegment
    return hitOf(from.segment.briefAt(doc), from, doc, query, [])
  })
  return hits.filter((hit) => hit.nctId !== nctId).slice(0, limit)
}
