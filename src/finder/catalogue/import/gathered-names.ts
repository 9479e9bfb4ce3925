import { basename } from 'node:path'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { CountedSegment } from '../segment/loaded.ts'
import { writeNamesFile } from '../segment/names.ts'
import type { Segment } from '../segment/segment.ts'
import { ConceptCounts } from './concept-counts.ts'
import { LearnedNames } from './learned-names.ts'
import { WrittenNames } from './written-names.ts'

/**
 * The names of a state of the catalogue, gathered segment by segment, oldest first: suggestions, spellings, other names of
 * medicines, and studies by MeSH term. What is gathered of the segments that stay is of use whatever comes after them.
 */
export class GatheredNames {
  /** The files that were gathered from, in their order. */
  readonly files: string[] = []
  readonly #vocabulary: Vocabulary
  readonly #written = new WrittenNames()
  readonly #learned: LearnedNames
  readonly #concepts: ConceptCounts

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#learned = new LearnedNames(vocabulary)
    this.#concepts = new ConceptCounts(vocabulary)
  }

  /** Gathers from the next segment; it may be left off between two steps. Throws `PieceDamaged`. */
  *add(segment: Segment): Generator<undefined> {
    const names = segment.names()
    for (let at = 0; at < names.length; at += namesAtOnce) {
      const some = names.slice(at, at + namesAtOnce)
      this.#written.add(some)
      this.#learned.add(some)
      yield
    }
    yield* this.#concepts.add(segment)
    this.files.push(basename(segment.file))
  }

  /** Looks ahead for what `write` needs to know of the segments gathered from so far. Throws `PieceDamaged`. */
  *prepare(segments: readonly Segment[]): Generator<undefined> {
    yield* this.#learned.prepare(segments)
  }

  /** Writes the file of names of segments, all of which were gathered from; gives its checksum. Throws `PieceDamaged`. */
  write(file: string, loaded: readonly CountedSegment[]): number {
    const concepts = this.#concepts.counts(loaded)
    return writeNamesFile(file, {
      names: this.#written.toSuggest(concepts, this.#vocabulary),
      words: this.#written.spellingWords(concepts),
      concepts: [...concepts].map(([{ term }, count]) => ({ term, count })),
      otherNames: this.#learned.found(loaded.map(({ segment }) => segment)),
    })
  }
}

const namesAtOnce = 2000
