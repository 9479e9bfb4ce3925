import type { SpellingWord } from '../segment/names.ts'

/**
 * The known word nearest to one that is not known: one letter wrong, missing, extra or swapped; two from
 * seven letters on. The first letter is taken as right unless nothing else is near.
 */
export function spellingOf(
  words: Iterable<SpellingWord>,
): (word: string) => SpellingWord | undefined {
  const all = Array.from(words, (word): Known => ({ word, letters: lettersOf(word.stem) }))
  const byFirst = Map.groupBy(all, ({ word }) => word.stem[0] ?? '')
  // Those of one first letter after the other: among equals the first is taken.
  const anywhere = [...byFirst.values()].flat()
  const remembered = new Map<string, SpellingWord | undefined>()
  return (word) => {
    if (remembered.has(word)) return remembered.get(word)
    const near = nearest(word, byFirst.get(word[0] ?? '') ?? [])
    const found = near ?? (word.length < 5 ? undefined : nearest(word, anywhere, 1))
    if (remembered.size > 10_000) remembered.clear()
    remembered.set(word, found)
    return found
  }
}

interface Known {
  readonly word: SpellingWord
  readonly letters: number
}

/** Which letters a word has, as bits; letters that share a bit are taken for one. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

/** How many letters only one of two words has. */
function differing(a: number, b: number): number {
  let count = 0
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) count++
  return count
}

function nearest(
  word: string,
  known: readonly Known[],
  most: number = word.length >= 7 ? 2 : 1,
): SpellingWord | undefined {
  let best: SpellingWord | undefined
  let bestDistance = most + 1
  const own = lettersOf(word)
  for (const { word: candidate, letters } of known) {
    if (Math.abs(candidate.stem.length - word.length) > most) continue
    // A step changes one letter to another at most; telling that takes a small part of measuring the distance.
    if (differing(own, letters) > 2 * most) continue
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
