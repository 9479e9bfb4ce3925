import type { NearWord } from './near-words.ts'

/** A disease or symptom as MeSH names it, with its other names and its places in the MeSH tree. */
export interface Concept {
  /** Dense, from 0, and stable as long as the shipped file is the same. */
  readonly index: number
  readonly term: string
  readonly trees: readonly string[]
  readonly entryTerms: readonly string[]
}

/** A concept named in a text: words or characters `start` (inclusive) to `end` (exclusive). */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly concept: Concept
}

/**
 * Who wrote the words. In a registry's record a short or everyday word is a name only when nothing else
 * is likely; in a box a person typed into, "als" is a disease although it is in lower case. In a note, lay names of
 * several words count too, and in a French one French words.
 */
export type Writer = 'record' | 'seeker' | 'note' | 'note in French'

/** Disease names, their synonyms and how they contain each other. */
export interface Vocabulary {
  readonly concepts: readonly Concept[]
  /** By term, entry term, everyday or French name; case, accents, plural and "Abdomen, Acute" do not matter. */
  byName(name: string): Concept | undefined
  /** The longest names in a run of words from `tokens()`; places count words. */
  conceptsIn(words: readonly string[], writer?: Writer): readonly Mention[]
  /** The number of a word from `tokens()`, by which `conceptsOfRecord` knows it; -1 for one that is in no name. */
  numberOfWord(word: string): number
  /** As `conceptsIn` a record, of words by their numbers: for reading a great deal. */
  conceptsOfRecord(numbers: readonly number[]): readonly Mention[]
  /** The same in a text, where capitals tell ALL (a leukaemia) from all; places count characters. */
  conceptsInText(text: string, writer?: Writer): readonly Mention[]
  /** By the words of a name alone, two to five of them in any order and ending; small words do not count. */
  byLooseWords(words: readonly string[]): Concept | undefined
  /** Everything a concept is a kind of, nearest first. */
  ancestors(concept: Concept): readonly Concept[]
  /** Everything that is a kind of this concept, at any depth; not the concept itself. */
  narrower(concept: Concept): readonly Concept[]
  byTree(tree: string): Concept | undefined
  /** One step down from a tree number, in order of term. */
  children(tree: string): readonly Concept[]
  /** Words of names that are spelt nearly like a word (as `tokens()` gives it), the nearest first; at most eight. */
  nearWords(word: string): readonly NearWord[]
  /** Every word (as `tokens()` gives it) of every name, for catching misspellings. */
  words(): ReadonlySet<string>
}
