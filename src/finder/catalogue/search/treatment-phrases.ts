import { frenchTreatmentsIn } from '../../vocabulary/french-treatments.ts'
import { type WordSpan, foundInWords, overlap } from './word-spans.ts'

/** The French treatments of several words in a run of typed words, beside what else was named: « greffe de rein ». */
export function treatmentPhrases(
  words: readonly string[],
  named: readonly WordSpan[],
): readonly WordSpan[] {
  if (words.length < 2) return []
  return foundInWords(words, frenchTreatmentsIn).filter(
    (phrase) => phrase.end - phrase.start > 1 && !named.some((one) => overlap(one, phrase)),
  )
}
