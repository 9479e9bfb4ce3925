import { listedRows, listOf } from './listed-names.ts'

/** The illnesses that an abbreviation stands for. */
export interface AbbreviationChoice {
  /** MeSH terms, the likeliest first. */
  readonly terms: readonly string[]
  /** It is no other word: it may be written small in a sentence ("ms"). */
  readonly isSmall: boolean
  /** It is a whole word that people say for one kind of what it means ("anorexia"). */
  readonly isWord: boolean
}

let read: ReadonlyMap<string, AbbreviationChoice> | undefined

/** What an abbreviation in capitals ("AS", "MS") stands for among illnesses, where a person wrote it down; else undefined. */
export function abbreviationChoice(abbreviation: string): AbbreviationChoice | undefined {
  read ??= new Map(
    listedRows('choices.tsv').map(([name = '', terms = '', mark]) => [
      name,
      { terms: listOf(terms), isSmall: mark !== undefined, isWord: mark === 'word' },
    ]),
  )
  return read.get(abbreviation)
}
