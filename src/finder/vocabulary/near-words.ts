/** The words of a list by nearly their spelling. */
export interface NearWords {
  /**
   * The words one letter from a word (one wrong, missing, extra, or two exchanged), or two for long ones, the nearest
   * first; at most eight. The first letter is taken as right, or is the one that is wrong: those come after the others.
   */
  near(word: string): readonly NearWord[]
}

/** A word, and how many letters it is from the one that was asked for. */
export interface NearWord {
  readonly word: string
  readonly distance: number
  /** The first letter is another, or is missing or too much: that is a rarer slip. */
  readonly isOtherFirst?: true
}

/** Sorts a list of words by first letter and length, so that few have to be compared. */
export function nearWords(words: Iterable<string>): NearWords {
  const kept: string[] = []
  for (const word of words)
    if (word.length >= fewestLetters && /^\p{L}+$/u.test(word)) kept.push(word)
  const groups = groupWords(kept, (word) => `${word.charAt(0)}${word.length}`)
  const byRest = groupWords(kept, (word) => word.slice(1))
  const all = new Set(kept)
  const remembered = new Map<string, readonly NearWord[]>()
  return {
    near(word) {
      const known = remembered.get(word)
      if (known) return known
      const found = [...nearIn(groups, word), ...otherFirst(word, byRest, all)]
        .toSorted((a, b) => a.distance - b.distance)
        .slice(0, mostFound)
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

function nearIn(groups: ReadonlyMap<string, WordGroup>, word: string): readonly NearWord[] {
  if (word.length < fewestLetters - 1 || word.length > 40) return []
  const most = word.length >= lettersForTwo ? 2 : 1
  const found: NearWord[] = []
  for (let length = word.length - most; length <= word.length + most; length++) {
    const group = groups.get(`${word.charAt(0)}${length}`)
    if (!group) continue
    eachLikely(word, group, most, (other) => {
      const distance = editDistance(word, other, most)
      if (distance > 0 && distance <= most) found.push({ word: other, distance })
    })
  }
  return found
}

/** The words that differ in the first letter alone. */
function otherFirst(
  word: string,
  byRest: ReadonlyMap<string, WordGroup>,
  all: ReadonlySet<string>,
): readonly NearWord[] {
  if (word.length < fewestLetters - 1 || word.length > 40) return []
  const rest = word.slice(1)
  const swapped = `${word.charAt(1)}${word.charAt(0)}${word.slice(2)}`
  const found = [
    ...(byRest.get(word)?.words ?? []),
    ...(byRest.get(rest)?.words ?? []),
    ...[rest, swapped].filter((one) => all.has(one)),
  ]
  return [...new Set(found)]
    .filter((one) => one !== word && one.charAt(0) !== word.charAt(0))
    .map((one) => ({ word: one, distance: 1, isOtherFirst: true }))
}

/** Words that are compared together, with the letters that each has. */
export interface WordGroup {
  readonly words: readonly string[]
  /** Where each stands in the list that was grouped. */
  readonly places: readonly number[]
  readonly letters: Int32Array
}

/** Groups a list of words by a key. */
export function groupWords<Key>(
  words: readonly string[],
  keyOf: (word: string) => Key,
): ReadonlyMap<Key, WordGroup> {
  const grouped = new Map<Key, number[]>()
  for (const [place, word] of words.entries()) {
    const key = keyOf(word)
    const places = grouped.get(key)
    if (places) places.push(place)
    else grouped.set(key, [place])
  }
  return new Map(
    [...grouped].map(([key, places]) => {
      const own = places.map((place) => words[place] ?? '')
      return [key, { words: own, places, letters: Int32Array.from(own, lettersOf) }]
    }),
  )
}

/** The words of a group whose letters do not already say that they are more than `most` letters away, in order. */
export function eachLikely(
  word: string,
  { words, places, letters }: WordGroup,
  most: number,
  see: (other: string, place: number) => void,
): void {
  const own = lettersOf(word)
  for (let at = 0; at < letters.length; at++) {
    // Each change of a letter takes at most one letter away and brings one in.
    if (countOnes(own ^ (letters[at] as number)) > 2 * most) continue
    see(words[at] as string, places[at] as number)
  }
}

/** Which letters a word has: a bit for each of a to z, the rest in one. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) {
    const place = word.charCodeAt(at) - 97
    bits |= 1 << (place >= 0 && place < 26 ? place : 26)
  }
  return bits
}

function countOnes(bits: number): number {
  let left = bits
  let count = 0
  for (; left !== 0; left &= left - 1) count++
  return count
}

/**
 * Letters inserted, deleted, changed or swapped with their neighbour (the optimal string alignment
 * distance); anything over `most` is `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  let [start, aEnd, bEnd] = [0, a.length, b.length]
  if (Math.abs(aEnd - bEnd) > most) return most + 1
  while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--
    bEnd--
  }
  if (aEnd === start || bEnd === start) return aEnd - start + bEnd - start
  return distanceBetween(a.slice(start, aEnd), b.slice(start, bEnd), most)
}

/** Of two words that begin and end differently. Only what is at most `most` beside the diagonal can count. */
function distanceBetween(a: string, b: string, most: number): number {
  const far = most + 1
  let [twoBack, back, row] = rowsFor(b.length + 2)
  for (let j = 0; j <= b.length; j++) back[j] = Math.min(j, far)
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - most)
    const last = Math.min(b.length, i + most)
    row[first - 1] = first === 1 ? Math.min(i, far) : far
    let least = row[first - 1] as number
    for (let j = first; j <= last; j++) {
      const letter = b.charCodeAt(j - 1)
      const isSame = a.charCodeAt(i - 1) === letter
      let cost = (back[j - 1] as number) + (isSame ? 0 : 1)
      if (j < i + most && (back[j] as number) + 1 < cost) cost = (back[j] as number) + 1
      if ((row[j - 1] as number) + 1 < cost) cost = (row[j - 1] as number) + 1
      const isSwapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 2) === letter &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2)
      if (isSwapped && (twoBack[j - 2] as number) + 1 < cost) cost = (twoBack[j - 2] as number) + 1
      row[j] = cost
      if (cost < least) least = cost
    }
    row[last + 1] = far
    if (least > most) return far
    ;[twoBack, back, row] = [back, row, twoBack]
  }
  return Math.min(back[b.length] as number, far)
}

/** Three rows that are used again and again: nothing waits between two words. */
let rows: [Int32Array, Int32Array, Int32Array] = rowsOf(64)

function rowsFor(length: number): [Int32Array, Int32Array, Int32Array] {
  if (length > rows[0].length) rows = rowsOf(length * 2)
  return [...rows]
}

function rowsOf(length: number): [Int32Array, Int32Array, Int32Array] {
  return [new Int32Array(length), new Int32Array(length), new Int32Array(length)]
}
