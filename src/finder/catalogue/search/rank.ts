import type { Query, Ranked, WeightedPlan } from '../model/query.ts'
import { shortness } from '../model/fields.ts'
import { TopStudies } from './top-studies.ts'
import { unlessDamaged } from '../model/damage.ts'
import { evaluate } from './evaluate.ts'
import { failedFiltersOf } from './filters.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { beginEvaluation } from '../segment/scratch.ts'
import type { Statistics } from './statistics.ts'
import { nctOf } from '../model/nct-number.ts'

/**
 * The studies in which most of many weighted plans is found: scores are added, none has to be there. Filters hold. Where
 * something that a plan needs is damaged in a segment, it adds nothing there, and `onDamage` is told.
 */
export function rank(
  plans: readonly WeightedPlan[],
  query: Query,
  limit: number,
  { loaded, statistics }: { loaded: readonly LoadedSegment[]; statistics: Statistics },
  onDamage: () => void,
): readonly Ranked[] {
  const best = new TopStudies(limit)
  // No plan that is ranked has a phrase of the long texts.
  const by = { statistics, readUntil: Infinity }
  loaded.forEach((one, segment) => {
    const sums = new Float32Array(one.segment.count)
    for (const { plan, weight } of plans) {
      beginEvaluation()
      const found = unlessDamaged(() => evaluate(plan, one.segment, by), onDamage)
      if (!found) continue
      const { docs, scores, count } = found
      for (let i = 0; i < count; i++) {
        const doc = docs[i] as number
        sums[doc] = (sums[doc] as number) + (scores[i] as number) * weight
      }
    }
    collect(sums, query, { one, segment, best })
  })
  return best.sorted().map(({ nct, key }) => ({ nctId: nctOf(nct), score: key }))
}

interface Collecting {
  readonly one: LoadedSegment
  readonly segment: number
  readonly best: TopStudies
}

function collect(sums: Float32Array, query: Query, { one, segment, best }: Collecting): void {
  const fails = failedFiltersOf(query, one)
  const { nct, updated, length } = one.columns
  for (let doc = 0; doc < sums.length; doc++) {
    const sum = sums[doc] as number
    if (sum <= 0 || fails(doc) !== 0) continue
    const key = sum * (shortness[length[doc] as number] as number)
    const second = updated[doc] as number
    if (best.accepts(key, second)) best.add({ segment, doc, key, second, nct: nct[doc] as number })
  }
}
