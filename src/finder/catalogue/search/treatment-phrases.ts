import { remembering } from '../../../base/lru.ts'
import { frenchTreatmentsIn } from '../../vocabulary/french-treatments.ts'
import { type WordSpan, foundInWords, overlap } from './word-spans.ts'

/** The French treatments of several words in a run of typed words, beside what else was named: « greffe de rein ». */
export function treatmentPhrases(
  words: readonly string[],
  named: readonly WordSpan[],
): readonly WordSpan[] {
  if (words.length < 2) return []
  return phrasesIn(words).filter((phrase) => !named.some((one) => overlap(one, phrase)))
}

/** One search reads the same words again and again. */
const phrasesIn = remembering(
  64,
  (words: readonly string[]) => words.join('\n'),
  (words: readonly string[]): readonly WordSpan[] =>
    foundInWords(words, frenchTreatmentsIn).filter(({ start, end }) => end - start > 1),
)
