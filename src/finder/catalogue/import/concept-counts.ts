import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { conceptKey } from '../model/plan.ts'
import type { StudyCount } from '../model/summary.ts'
import { studyFlag } from '../segment/columns.ts'
import type { CountedSegment } from '../segment/loaded.ts'
import { docsFor, type StoredTerm } from '../segment/postings.ts'
import type { Segment } from '../segment/segment.ts'

/** Which studies are about each concept or something narrower, read segment by segment; counted when it is known which of them count. */
export class ConceptCounts {
  readonly #byKey = new Map<string, Concept>()
  readonly #segments: ConceptDocs[] = []

  constructor(vocabulary: Vocabulary) {
    for (const concept of vocabulary.concepts)
      for (const kind of ['exact', 'broader'] as const)
        this.#byKey.set(conceptKey(kind, concept.term), concept)
  }

  /** Reads those of the next segment; it may be left off between two. Throws `PieceDamaged`. */
  *add(segment: Segment): Generator<undefined> {
    const read: { readonly concept: Concept; readonly docs: StoredTerm['docs'] }[] = []
    let length = 0
    for (const { term, docs } of segment.concepts()) {
      const concept = this.#byKey.get(term)
      if (concept) {
        read.push({ concept, docs })
        length += docs.length
      }
      yield
    }
    // In one array: thousands of small ones would take several times the memory.
    const all = docsFor(segment.count, length)
    let end = 0
    const concepts = read.map(({ concept, docs }) => {
      all.set(docs, end)
      end += docs.length
      return { concept, end }
    })
    this.#segments.push({ docs: all, concepts })
  }

  /** Counts in segments, the same that were read, in the same order. */
  counts(loaded: readonly CountedSegment[]): Map<Concept, StudyCount> {
    const counts = new Map<Concept, StudyCount>()
    for (const [index, { alive, columns }] of loaded.entries()) {
      const { docs, concepts } = this.#segments[index] as ConceptDocs
      let at = 0
      for (const { concept, end } of concepts) {
        let { all, recruiting } = counts.get(concept) ?? { all: 0, recruiting: 0 }
        for (; at < end; at++) {
          const doc = docs[at] as number
          if (alive[doc] === 0) continue
          all++
          if ((columns.flags[doc] ?? 0) & studyFlag.open) recruiting++
        }
        counts.set(concept, { all, recruiting })
      }
    }
    return counts
  }
}

/** The studies of a segment by concept, one after the other. */
interface ConceptDocs {
  readonly docs: StoredTerm['docs']
  readonly concepts: readonly { readonly concept: Concept; readonly end: number }[]
}
