import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type Named, namedIn } from '../patient/named.ts'

/**
 * The diseases that a criterion names: `namedIn`, remembered for the last few texts, since many rules ask it of one. For the texts of
 * studies alone; what a record says is not kept.
 */
export function diseasesAsked(text: string, vocabulary: Vocabulary): readonly Named[] {
  if (lastVocabulary !== vocabulary || last.size > most) {
    lastVocabulary = vocabulary
    last.clear()
  }
  const before = last.get(text)
  if (before) return before
  const found = namedIn(text, vocabulary)
  last.set(text, found)
  return found
}

const most = 40
const last = new Map<string, readonly Named[]>()
let lastVocabulary: Vocabulary | undefined
