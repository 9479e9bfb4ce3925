/**
 * What is read of a criterion's text by itself, remembered for the texts met last: many rules ask it of one criterion, sponsors write
 * the same sentences in many studies, and the next person is held against studies of the same illnesses. For the texts of studies
 * alone: what a record or a note says is never asked by it, so that nothing of a person is kept. What else the work is given must
 * be one thing for all who ask; by another, all is forgotten.
 */
export function onceAText<T, Rest extends readonly unknown[]>(
  work: (text: string, ...rest: Rest) => T,
  most = mostTexts,
): (text: string, ...rest: Rest) => T {
  let fresh = new Map<string, Read<T>>()
  let older = new Map<string, Read<T>>()
  let given: Rest | undefined
  return (text, ...rest) => {
    if (given === undefined || rest.some((one, at) => one !== given?.[at])) {
      given = rest
      fresh = new Map()
      older = new Map()
    }
    const now = fresh.get(text)
    if (now) return now.value
    const read = older.get(text) ?? { value: work(text, ...rest) }
    // Two maps that take turns cost less than one whose every answer moves to its end.
    if (fresh.size >= most) {
      older = fresh
      fresh = new Map()
    }
    fresh.set(text, read)
    return read.value
  }
}

interface Read<T> {
  readonly value: T
}

/** As many again may be remembered from before: a list of studies has some thousand criteria. */
const mostTexts = 4_000
