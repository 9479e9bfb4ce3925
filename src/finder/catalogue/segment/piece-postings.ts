import { ByteReader, ByteWriter } from '../../../base/bytes.ts'
import type { PieceSetList, PieceSets, PieceSetsBuilder } from './piece-sets.ts'
import { type StoredTerm, docsFor, placesFor } from './postings.ts'
import type { GatheredTerm } from './term-runs.ts'

/**
 * A term of the index of words by field as it is kept: in how many studies it is, and its postings. Most of those studies are the
 * ones that the ordinary index and that of the long texts have of the term, so they are not named again. The postings are: how many
 * different sets of fields, those sets, the most frequent first; for each study of those two indexes its set (an empty one
 * where the term is in no field); for each other study its distance from the one before; and for each of them its set.
 */
export interface FinishedPieceTerm {
  readonly term: string
  readonly documents: number
  readonly postings: Uint8Array
}

/** A term of the index of words by field: the different sets of fields it is in, and for each study which. */
export interface PieceTerm {
  readonly documents: number
  readonly sets: PieceSetList
  /** Rising. */
  readonly docs: Uint16Array | Uint32Array
  /** For each of `docs` the place of its set among the term's; undefined where there is one alone. */
  readonly ranks: Uint8Array | Uint16Array | undefined
}

const postings = new ByteWriter(1024)
const [known, others, otherSets] = [
  new ByteWriter(1024),
  new ByteWriter(1024),
  new ByteWriter(1024),
]

/** Notes of a study that a term is in: its set, and, where no other index has it there, how far it is from the last such study. */
export function pieceNote(set: number, isOther: boolean): number {
  return set * 2 + (isOther ? 1 : 0)
}

/** A term from runs of notes of it (`pieceNote`, then the distance of others), one after another. Valid until the next. */
export function encodePieceTerm(
  runs: readonly GatheredTerm[],
  sets: PieceSetsBuilder,
): FinishedPieceTerm {
  const only = onlySet(runs)
  const ranked = only === undefined ? rankedSets(runs) : [only]
  const rank = only === undefined && new Map(ranked.map((set, index) => [set, index]))
  postings.clear()
  postings.number(ranked.length)
  for (const set of ranked) sets.write(postings, set)
  let last = -1
  for (const { bytes } of runs) {
    const reader = new ByteReader(bytes)
    // Each run counts from its own beginning.
    let doc = -1
    while (reader.at < bytes.length) {
      const note = reader.number()
      const isOther = (note & 1) === 1
      if (isOther) {
        doc += reader.number()
        others.number(doc - last)
        last = doc
      }
      if (rank) (isOther ? otherSets : known).number(rank.get(note >>> 1) ?? 0)
    }
  }
  for (const part of [known, others, otherSets]) {
    postings.append(part.view())
    part.clear()
  }
  const documents = runs.reduce((sum, one) => sum + one.documents, 0)
  return { term: (runs[0] as GatheredTerm).term, documents, postings: postings.view() }
}

/** The one set of fields that is in all notes, as where a term is in one study: most are; undefined where there are several. */
function onlySet(runs: readonly GatheredTerm[]): number | undefined {
  let only: number | undefined
  for (const { bytes } of runs) {
    const reader = new ByteReader(bytes)
    while (reader.at < bytes.length) {
      const note = reader.number()
      if ((note & 1) === 1) reader.number()
      only ??= note >>> 1
      if (only !== note >>> 1) return undefined
    }
  }
  return only
}

/** The different sets of fields in runs of notes, the most frequent first. */
function rankedSets(runs: readonly GatheredTerm[]): readonly number[] {
  const uses = new Map<number, number>()
  for (const { bytes } of runs) {
    const reader = new ByteReader(bytes)
    while (reader.at < bytes.length) {
      const note = reader.number()
      if ((note & 1) === 1) reader.number()
      uses.set(note >>> 1, (uses.get(note >>> 1) ?? 0) + 1)
    }
  }
  return [...uses].sort(([a, m], [b, n]) => n - m || a - b).map(([set]) => set)
}

/** A term as it is read, of a segment of so many studies; `elsewhere` is the same term in the other two indexes. */
export function readPieceTerm(
  { documents, postings: bytes }: Omit<FinishedPieceTerm, 'term'>,
  elsewhere: readonly (StoredTerm | undefined)[],
  sets: PieceSets,
  studies: number,
): PieceTerm {
  const reader = new ByteReader(bytes)
  const own = sets.read(reader, reader.number())
  const isOne = own.starts.length === 2
  const rank = (): number => (isOne ? 0 : reader.number())
  const there = inEither(elsewhere, studies)
  const ranksThere = placesFor(own.starts.length, there.length).map(rank)
  const isAbsent = (set: number): boolean => own.starts[set] === own.starts[set + 1]
  let absent = 0
  for (const set of ranksThere) if (isAbsent(set)) absent++
  const count = documents - (there.length - absent)
  let last = -1
  const more = docsFor(studies, count).map(() => (last += reader.number()))
  const docs = docsFor(studies, documents)
  const ranks = isOne ? undefined : placesFor(own.starts.length, documents)
  let [at, next] = [0, 0]
  const add = (doc: number, set: number): void => {
    docs[at] = doc
    if (ranks) ranks[at] = set
    at++
  }
  const addThere = (before: number): void => {
    for (; next < there.length && (there[next] as number) < before; next++) {
      const set = ranksThere[next] as number
      if (!isAbsent(set)) add(there[next] as number, set)
    }
  }
  for (const doc of more) {
    addThere(doc)
    add(doc, rank())
  }
  addThere(studies)
  return { documents, sets: own, docs, ranks }
}

/** The studies that any of the terms is in, rising. */
function inEither(terms: readonly (StoredTerm | undefined)[], studies: number): StoredTerm['docs'] {
  const [a, b] = terms.flatMap((term) => (term ? [term.docs] : []))
  if (!a || !b) return a ?? docsFor(studies, 0)
  const all = docsFor(studies, a.length + b.length)
  let [i, j, count] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number]
    all[count++] = Math.min(x, y)
    if (x <= y) i++
    if (y <= x) j++
  }
  while (i < a.length) all[count++] = a[i++] as number
  while (j < b.length) all[count++] = b[j++] as number
  return all.subarray(0, count)
}

/** The bytes that it takes in memory, about. */
export function bytesOfPieceTerm({ docs, ranks, sets }: PieceTerm): number {
  return docs.byteLength + (ranks?.byteLength ?? 0) + sets.fields.byteLength * 2 + 100
}
