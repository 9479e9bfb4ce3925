import type { SpellingWord } from '../segment/names.ts'

/**
 * The known word nearest to one that is not known: one letter wrong, missing, extra or swapped; two from
 * seven letters on. The first letter is taken as right unless nothing else is near.
 */
export function spellingOf(
  words: Iterable<SpellingWord>,
): (word: string) => SpellingWord | undefined {
  const byFirst = new Map<string, SpellingWord[]>()
  for (const word of words) {
    const first = word.stem[0] ?? ''
    const group = byFirst.get(first)
    if (group) group.push(word)
    else byFirst.set(first, [word])
  }
  const remembered = new Map<string, SpellingWord | undefined>()
  return (word) => {
    if (remembered.has(word)) return remembered.get(word)
    const near = nearest(word, byFirst.get(word[0] ?? '') ?? [])
    const found = near ?? nearestAnywhere(word, byFirst)
    if (remembered.size > 10_000) remembered.clear()
    remembered.set(word, found)
    return found
  }
}

function nearestAnywhere(
  word: string,
  byFirst: ReadonlyMap<string, readonly SpellingWord[]>,
): SpellingWord | undefined {
  if (word.length < 5) return undefined
  return nearest(word, [...byFirst.values()].flat(), 1)
}

function nearest(
  word: string,
  known: readonly SpellingWord[],
  most: number = word.length >= 7 ? 2 : 1,
): SpellingWord | undefined {
  let best: SpellingWord | undefined
  let bestDistance = most + 1
  for (const candidate of known) {
    if (Math.abs(candidate.stem.length - word.length) > most) continue
    const distance = editDistance(word, candidate.stem, most)
    if (distance > most || distance > bestDistance) continue
    if (distance === bestDistance && best && best.weight >= candidate.weight) continue
    best = candidate
    bestDistance = distance
  }
  return best
}

/**
 * Letters inserted, deleted, changed or swapped with their neighbour (the optimal string alignment
 * distance); anything over `most` is `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  let twoBack: number[] = []
  let back = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(
        (back[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (back[j - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    twoBack = back
    back = row
  }
  return back[b.length] ?? most + 1
}
