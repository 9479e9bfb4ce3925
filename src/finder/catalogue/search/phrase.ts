import { type Matches, none } from '../segment/matches.ts'
import { newDocs, newScores } from '../segment/scratch.ts'

/** One word of a phrase in one segment: every study it is in, whatever the field, and its positions. */
export interface PhraseWord {
  readonly matches: Matches
  readonly positions: Uint8Array
  /** How many words after the first of the phrase. */
  readonly offset: number
}

/**
 * Of the studies that hold every word, those where the words are side by side in order. `more` gives the words that are in
 * nearly every text, whose places are many: it is called with the studies in which the others are so, where there are any.
 */
export function matchPhrase(
  candidates: Matches,
  words: readonly PhraseWord[],
  more: ((left: Matches) => readonly PhraseWord[]) | undefined,
): Matches {
  if (candidates.count === 0 || words.length === 0) return none
  const places = words.map((word) => placesOf(candidates, word))
  const kept = newDocs(candidates.count)
  const left = keep(candidates, (i) => isRun(places, i), kept)
  if (!more || left.count === 0) return left
  const all = [
    ...places.map(({ starts, ...word }) => ({
      ...word,
      starts: startsOf(starts, kept, left.count),
    })),
    ...more(left).map((word) => placesOf(left, word)),
  ]
  return keep(left, (i) => isRun(all, i), kept)
}

/** What passes; `kept` is filled with its places among what was given. */
function keep(
  { docs, scores, count }: Matches,
  isKept: (i: number) => boolean,
  kept: Int32Array,
): Matches {
  const left = { docs: newDocs(count), scores: newScores(count), count: 0 }
  for (let i = 0; i < count; i++) {
    if (!isKept(i)) continue
    left.docs[left.count] = docs[i] as number
    left.scores[left.count] = scores[i] as number
    kept[left.count++] = i
  }
  return left
}

function startsOf(starts: Int32Array, kept: Int32Array, count: number): Int32Array {
  const left = newDocs(count)
  for (let i = 0; i < count; i++) left[i] = starts[kept[i] as number] as number
  return left
}

/** For each candidate, where in the stream its places begin (-1 where the word is missing). */
interface Places {
  readonly starts: Int32Array
  readonly bytes: Uint8Array
  readonly offset: number
}

function placesOf(candidates: Matches, { matches, positions, offset }: PhraseWord): Places {
  const starts = newDocs(candidates.count).fill(-1)
  const { docs, count } = matches
  let wanted = 0
  let at = 0
  for (let i = 0; i < count && wanted < candidates.count; i++) {
    const doc = docs[i] as number
    while ((candidates.docs[wanted] as number) < doc && wanted < candidates.count) wanted++
    if (wanted < candidates.count && candidates.docs[wanted] === doc) starts[wanted] = at
    at = endOfRun(positions, at)
  }
  return { starts, bytes: positions, offset }
}

/** The lowest bit of a number, in its first byte, says whether another follows; a byte over 127 is not its last. */
function endOfRun(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const first = bytes[at++] as number
    let byte = first
    while (byte > 127) byte = bytes[at++] as number
    if ((first & 1) === 0) return at
  }
}

const reached = new Int32Array(4096)
const here = new Int32Array(4096)

/** Keeps, word by word, the places at which the phrase may begin. */
function isRun(places: readonly Places[], candidate: number): boolean {
  let kept = -1
  for (const { starts, bytes, offset } of places) {
    const start = starts[candidate] as number
    if (start < 0) return false
    const count = read(bytes, start, offset, kept < 0 ? reached : here)
    kept = kept < 0 ? count : keepCommon(kept, count)
    if (kept === 0) return false
  }
  return true
}

/** Both in rising order; what is common stays in `reached`. */
function keepCommon(kept: number, count: number): number {
  let left = 0
  let j = 0
  for (let i = 0; i < kept; i++) {
    const place = reached[i] as number
    while (j < count && (here[j] as number) < place) j++
    if (j < count && here[j] === place) reached[left++] = place
  }
  return left
}

/** Reads the places of one word in one study, counted back to where the phrase would begin. */
function read(bytes: Uint8Array, from: number, offset: number, into: Int32Array): number {
  let at = from
  let place = -offset
  let count = 0
  for (;;) {
    const first = bytes[at++] as number
    let step = (first & 127) >>> 1
    for (let byte = first, shift = 6; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      step |= (byte & 127) << shift
    }
    place += step
    if (count < into.length) into[count++] = place
    if ((first & 1) === 0) return count
  }
}
