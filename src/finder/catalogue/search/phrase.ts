import { type Matches, none } from '../segment/matches.ts'
import { type StoredTerm, seekDoc } from '../segment/postings.ts'
import { newDocs, newScores } from '../segment/scratch.ts'
import { type TermPlaces, mostPlaces, noPlaces } from '../segment/term-places.ts'

/** One word of a phrase in one segment: the studies it is in, and where in each. */
export interface PhraseWord {
  readonly stored: StoredTerm
  readonly places: TermPlaces
  /** How many words after the first of the phrase. */
  readonly offset: number
}

/**
 * Of the studies that hold every word, those where the words are side by side in order. `more` gives the words that are in
 * nearly every text, whose places are many: it is called where the others are so in any study; undefined where one is in none.
 * `holds` reads the texts of a study, one of whose words has more places than are kept.
 */
export function matchPhrase(
  candidates: Matches,
  words: readonly PhraseWord[],
  more: (() => readonly PhraseWord[] | undefined) | undefined,
  holds: (doc: number) => boolean,
): Matches {
  if (candidates.count === 0 || words.length === 0) return none
  const left = whereRun(candidates, words, holds)
  if (!more || left.count === 0) return left
  const others = more()
  return others ? whereRun(left, [...words, ...others], holds) : none
}

function whereRun(
  { docs, scores, count }: Matches,
  words: readonly PhraseWord[],
  holds: (doc: number) => boolean,
): Matches {
  // The word with the fewest places is asked first: it has the fewest to be tried.
  const cursors = words
    .toSorted((a, b) => a.places.bytes.length - b.places.bytes.length)
    .map((word) => new PlaceCursor(word))
  const left = { docs: newDocs(count), scores: newScores(count), count: 0 }
  for (let i = 0; i < count; i++) {
    const doc = docs[i] as number
    if (!isRun(cursors, doc) && !(cursors.some(isCut) && holds(doc))) continue
    left.docs[left.count] = doc
    left.scores[left.count++] = scores[i] as number
  }
  return left
}

/** Whether all words stand so anywhere in a study: each in turn goes on to where the others are, until all agree. */
function isRun(cursors: readonly PlaceCursor[], doc: number): boolean {
  for (const cursor of cursors) if (!cursor.begin(doc)) return false
  let place = (cursors[0] as PlaceCursor).place
  let agreed = 1
  for (let which = 1; agreed < cursors.length; which++) {
    if (which === cursors.length) which = 0
    const cursor = cursors[which] as PlaceCursor
    while (cursor.place < place) if (!cursor.next()) return false
    if (cursor.place === place) agreed++
    else {
      place = cursor.place
      agreed = 1
    }
  }
  return true
}

/** Whether the last places of a word in a study may be missing. */
function isCut(cursor: PlaceCursor): boolean {
  return cursor.passed >= mostPlaces
}

/** Walks the places of one word, study by study in rising order. */
class PlaceCursor {
  /** Where the phrase would begin, by the place of this word. */
  place = 0
  /** How many places of the study were met. */
  passed = 0
  readonly #docs: StoredTerm['docs']
  readonly #bytes: Uint8Array
  readonly #starts: Uint32Array
  readonly #offset: number
  #doc = 0
  #at = 0
  #hasMore = false

  constructor({ stored, places, offset }: PhraseWord) {
    this.#docs = stored.docs
    this.#bytes = places.bytes
    this.#starts = places.starts
    this.#offset = offset
  }

  /** Goes to the first place in a study; false where the word is not in it. */
  begin(doc: number): boolean {
    this.#doc = seekDoc(this.#docs, this.#doc, doc)
    if (this.#docs[this.#doc] !== doc) return false
    this.passed = 0
    this.#at = this.#starts[this.#doc] as number
    if (this.#at === noPlaces) return false
    this.place = -this.#offset
    this.#hasMore = true
    return this.next()
  }

  /** Goes to the next place in the study; false after the last. */
  next(): boolean {
    if (!this.#hasMore) return false
    const first = this.#bytes[this.#at++] as number
    let step = (first & 127) >>> 1
    for (let byte = first, shift = 6; byte > 127; shift += 7) {
      byte = this.#bytes[this.#at++] as number
      step |= (byte & 127) << shift
    }
    this.place += step
    this.passed++
    this.#hasMore = (first & 1) === 1
    return true
  }
}
