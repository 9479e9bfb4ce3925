import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type Named, namedIn } from '../patient/named.ts'

/**
 * Diseases that a label names. A label is what somebody chose for a disease, so a French or everyday name counts in
 * it too, where nothing else is found.
 */
export function diseasesIn(label: string, vocabulary: Vocabulary): readonly Named[] {
  const known = namedIn(label, vocabulary)
  if (known.length > 0) return known
  const whole = vocabulary.byName(label)
  if (whole && !tooGeneral.test(whole.term))
    return [{ start: 0, end: label.length, term: whole.term }]
  return vocabulary
    .conceptsInText(label, 'seeker')
    .filter(({ start, end, concept }) => end - start >= shortest && !tooGeneral.test(concept.term))
    .map(({ start, end, concept }) => ({ start, end, term: concept.term }))
}

/** A shorter everyday word may be anything. */
const shortest = 5
const tooGeneral =
  /^(?:Disease|Syndrome|Pregnancy.*|Chronic Disease|Acute Disease|Recurrence|Wounds and Injuries|Signs and Symptoms)$/
