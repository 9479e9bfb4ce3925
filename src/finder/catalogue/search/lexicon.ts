import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Index } from '../model/fields.ts'
import type { NamedFamilies } from './other-names.ts'
import type { CorrectWord } from './spelling.ts'

/** What planning needs to know of the catalogue. */
export interface Lexicon {
  readonly vocabulary: Vocabulary
  /** How many studies hold a word. */
  readonly documents: (index: Index, term: string) => number
  /** Whether any does, which is sooner known. */
  readonly holds: (index: Index, term: string) => boolean
  /**
   * Given where only what is found counts, not in which order; with the studies that are looked within, where they are few: a word
   * that none of them holds finds none of them, so it need not be known whether others hold it.
   */
  readonly onlyFound?: OnlyFound
  /** Whether more than a few studies hold a word, in the record proper or in its long texts. */
  isInMoreThan(few: number, term: string): boolean
  /** The word most likely meant by one that no record holds. */
  correct(word: string): CorrectWord | undefined
  /** English words for a treatment named in another language. */
  translate(word: string): string | undefined
  /** Medicines by their names, those of the catalogue's own records too. */
  drugs(): NamedFamilies
}

/** The studies that are looked within: whether any of them may hold a word. */
interface OnlyFound {
  readonly within?: (index: Index, term: string) => boolean
}
