import { placedTokens } from '../../vocabulary/fold.ts'

/** Words `start` (inclusive) to `end` (exclusive) of a run of typed words. */
export interface WordSpan {
  readonly start: number
  readonly end: number
}

/** Whether two spans share a word. */
export function overlap(a: WordSpan, b: WordSpan): boolean {
  return a.start < b.end && b.start < a.end
}

/** What is found among the tokens of typed words, by the places of the words that it is in. */
export function foundInWords<Found extends WordSpan>(
  words: readonly string[],
  find: (tokens: readonly string[]) => readonly Found[],
): Found[] {
  const wordAt = wordPlaces(words)
  const placed = placedTokens(words.join(' '))
  return find(placed.words).map((found) => ({
    ...found,
    start: wordAt(placed.starts[found.start] ?? 0),
    end: wordAt((placed.ends[found.end - 1] ?? 1) - 1) + 1,
  }))
}

/** The word that a character of the joined text is in. */
export function wordPlaces(words: readonly string[]): (character: number) => number {
  const starts: number[] = []
  let length = 0
  for (const word of words) {
    starts.push(length)
    length += word.length + 1
  }
  return (character) => starts.findLastIndex((start) => start <= character)
}
