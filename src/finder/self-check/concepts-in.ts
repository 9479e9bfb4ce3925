import type { ConceptsInText } from '../eligibility/concepts.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'

/** The vocabulary's names in a text, as the eligibility room asks for them. */
export function conceptsIn(vocabulary: Vocabulary): ConceptsInText {
  return (text) =>
    vocabulary
      .conceptsInText(text, 'record')
      .map(({ start, end, concept }) => ({ start, end, term: concept.term }))
}
