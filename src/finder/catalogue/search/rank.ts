import type { Query, Ranked, Wish } from '../model/query.ts'
import { shortness } from '../model/fields.ts'
import { Best } from './best.ts'
import { evaluate } from './evaluate.ts'
import { filtersOf } from './filters.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { beginEvaluation } from '../segment/scratch.ts'
import type { Statistics } from './statistics.ts'
import { nctOf } from '../model/nct-number.ts'

/** The studies in which most of many wishes is found: scores are added, none has to be there. Filters hold. */
export function rank(
  wishes: readonly Wish[],
  query: Query,
  limit: number,
  { loaded, statistics }: { loaded: readonly LoadedSegment[]; statistics: Statistics },
): readonly Ranked[] {
  const best = new Best(limit)
  loaded.forEach((one, segment) => {
    const sums = new Float32Array(one.segment.count)
    for (const { plan, weight } of wishes) {
      beginEvaluation()
      const { docs, scores, count } = evaluate(plan, one.segment, statistics)
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
  readonly best: Best
}

function collect(sums: Float32Array, query: Query, { one, segment, best }: Collecting): void {
  const fails = filtersOf(query, one)
  const { nct, updated, length } = one.columns
  for (let doc = 0; doc < sums.length; doc++) {
    const sum = sums[doc] as number
    if (sum <= 0 || fails(doc) !== 0) continue
    const key = sum * (shortness[length[doc] as number] as number)
    const second = updated[doc] as number
    if (best.accepts(key, second)) best.add({ segment, doc, key, second, nct: nct[doc] as number })
  }
}
