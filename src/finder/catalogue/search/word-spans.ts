/** Words `start` (inclusive) to `end` (exclusive) of a run of typed words. */
export interface WordSpan {
  readonly start: number
  readonly end: number
}

/** Whether two spans share a word. */
export function overlap(a: WordSpan, b: WordSpan): boolean {
  return a.start < b.end && b.start < a.end
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
