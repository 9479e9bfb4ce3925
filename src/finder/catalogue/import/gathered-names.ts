import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { CountedSegment } from '../segment/loaded.ts'
import { type NameParts } from '../segment/names.ts'
import { conceptCounts } from './concept-counts.ts'
import { LearnedNames } from './learned-names.ts'
import { WrittenNames } from './written-names.ts'

/**
 * The names of a state of the catalogue, gathered from its segments, oldest first: suggestions, spellings, other names of
 * medicines, and studies by MeSH term. Throws `PieceDamaged`.
 */
export function gatheredNames(
  loaded: readonly CountedSegment[],
  vocabulary: Vocabulary,
): NameParts {
  const written = new WrittenNames()
  const learned = new LearnedNames(vocabulary)
  for (const { segment } of loaded) {
    const names = segment.names()
    written.add(names)
    learned.add(names)
  }
  const concepts = conceptCounts(loaded, vocabulary)
  return {
    names: written.toSuggest(concepts, vocabulary),
    words: written.spellingWords(concepts),
    concepts: [...concepts].map(([{ term }, count]) => ({ term, count })),
    otherNames: learned.found(loaded.map(({ segment }) => segment)),
  }
}
