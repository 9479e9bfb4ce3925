import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { conceptKey } from '../model/plan.ts'
import type { StudyCount } from '../model/summary.ts'
import { studyFlag } from '../segment/columns.ts'
import type { CountedSegment } from '../segment/loaded.ts'

/** How many studies are about each concept or something narrower, of the versions that count. Throws `PieceDamaged`. */
export function conceptCounts(
  loaded: readonly CountedSegment[],
  vocabulary: Vocabulary,
): ReadonlyMap<Concept, StudyCount> {
  const byKey = new Map<string, Concept>()
  for (const concept of vocabulary.concepts)
    for (const kind of ['exact', 'broader'] as const)
      byKey.set(conceptKey(kind, concept.term), concept)
  const counts = new Map<Concept, { all: number; recruiting: number }>()
  for (const { segment, alive, columns } of loaded)
    for (const { term, docs } of segment.concepts()) {
      const concept = byKey.get(term)
      if (!concept) continue
      const count = counts.getOrInsertComputed(concept, () => ({ all: 0, recruiting: 0 }))
      for (const doc of docs) {
        if (alive[doc] === 0) continue
        count.all++
        if ((columns.flags[doc] ?? 0) & studyFlag.open) count.recruiting++
      }
    }
  return counts
}
