import type { Finding } from '../patient/patient.ts'
import { assertionOf } from './assertion.ts'
import type { Sentence } from './sentences.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { namedIn } from '../patient/named.ts'

/** Every disease and symptom a sentence names, with what it says of each. */
export function findingsIn(sentence: Sentence, vocabulary: Vocabulary): Finding[] {
  const { text, start, end } = sentence
  return namedIn(text, vocabulary)
    .slice(0, mostInSentence)
    .map((named) => ({
      term: named.term,
      words: text.slice(named.start, named.end),
      ...assertionOf(text, named.start, named.end),
      evidence: { text, start, end },
    }))
}

const mostInSentence = 80
