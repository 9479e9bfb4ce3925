import { ByteReader } from '../../../base/bytes.ts'
import { type Matches, none } from '../segment/matches.ts'
import { newDocs, newScores } from '../segment/scratch.ts'

/** One word of a phrase in one segment: every study it is in, whatever the field, and its positions. */
export interface PhraseWord {
  readonly matches: Matches
  readonly positions: Uint8Array
  /** How many words after the first of the phrase. */
  readonly offset: number
}

/** Of the studies that hold every word, those where the words are side by side in order. */
export function matchPhrase(candidates: Matches, words: readonly PhraseWord[]): Matches {
  if (candidates.count === 0 || words.length === 0) return none
  const places = words.map((word) => placesOf(candidates, word))
  const docs = newDocs(candidates.count)
  const scores = newScores(candidates.count)
  let count = 0
  for (let i = 0; i < candidates.count; i++) {
    if (!isRun(places, i)) continue
    docs[count] = candidates.docs[i] as number
    scores[count++] = candidates.scores[i] as number
  }
  return { docs, scores, count }
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
  const reader = new ByteReader(positions)
  let wanted = 0
  for (let i = 0; i < count && wanted < candidates.count; i++) {
    const doc = docs[i] as number
    while ((candidates.docs[wanted] as number) < doc && wanted < candidates.count) wanted++
    if (wanted < candidates.count && candidates.docs[wanted] === doc) starts[wanted] = reader.at
    let isLast = false
    while (!isLast) isLast = (reader.number() & 1) === 0
  }
  return { starts, bytes: positions, offset }
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
  const reader = new ByteReader(bytes, from)
  let place = -offset
  let count = 0
  for (;;) {
    const value = reader.number()
    place += value >>> 1
    if (count < into.length) into[count++] = place
    if ((value & 1) === 0) return count
  }
}
