import { frenchTreatments } from './everyday-names.ts'
import { tokens } from './fold.ts'
import { PhraseTree } from './phrases.ts'

/** A French treatment among words: from `start` (inclusive) to `end` (exclusive). */
export interface FrenchTreatment {
  readonly start: number
  readonly end: number
  /** The English words to search for instead. */
  readonly english: string
}

/** The French words for treatments in a run of words from `tokens()`, the longest first. */
export function frenchTreatmentsIn(words: readonly string[]): readonly FrenchTreatment[] {
  const { treatments, phrases } = (collected ??= collect())
  return phrases.longestIn(words).flatMap(({ start, end, value }) => {
    const english = treatments[value]?.[1]
    return english ? { start, end, english } : []
  })
}

interface Collected {
  readonly treatments: readonly (readonly [french: string, english: string])[]
  readonly phrases: PhraseTree
}

/** Made when first asked for: most processes ask for none. */
let collected: Collected | undefined

function collect(): Collected {
  const treatments = [...frenchTreatments()]
  const phrases = new PhraseTree(4096)
  treatments.forEach(([french], index) => phrases.add(tokens(french), index))
  return { treatments, phrases }
}
