/** The words of a list by nearly their spelling. */
export interface NearWords {
  /**
   * The words one letter from a word (one wrong, missing, extra, or two exchanged), or two for long ones, the nearest
   * first; at most eight. The first letter is taken as right.
   */
  near(word: string): readonly NearWord[]
}

/** A word, and how many letters it is from the one that was asked for. */
export interface NearWord {
  readonly word: string
  readonly distance: number
}

/** Sorts a list of words by first letter and length, so that few have to be compared. */
export function nearWords(words: Iterable<string>): NearWords {
  const groups = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < fewestLetters || !/^\p{L}+$/u.test(word)) continue
    const key = `${word.charAt(0)}${word.length}`
    const group = groups.get(key)
    if (group) group.push(word)
    else groups.set(key, [word])
  }
  const remembered = new Map<string, readonly NearWord[]>()
  return {
    near(word) {
      const known = remembered.get(word)
      if (known) return known
      const found = nearIn(groups, word)
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(word, found)
      return found
    },
  }
}

const fewestLetters = 5
const lettersForTwo = 8
const mostFound = 8
const mostRemembered = 10_000

function nearIn(groups: ReadonlyMap<string, readonly string[]>, word: string): readonly NearWord[] {
  if (word.length < fewestLetters - 1 || word.length > 40) return []
  const most = word.length >= lettersForTwo ? 2 : 1
  const found: NearWord[] = []
  for (let length = word.length - most; length <= word.length + most; length++)
    for (const other of groups.get(`${word.charAt(0)}${length}`) ?? []) {
      const distance = editDistance(word, other, most)
      if (distance > 0 && distance <= most) found.push({ word: other, distance })
    }
  return found.toSorted((a, b) => a.distance - b.distance).slice(0, mostFound)
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
