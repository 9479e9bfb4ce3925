import { ByteReader, ByteWriter } from '../../../base/bytes.ts'
import { grown } from './arena.ts'
import type { PieceSetList, PieceSets, PieceSetsBuilder } from './piece-sets.ts'

/** A term of the index of words by field as it is kept: in how many studies it is, and its postings. */
export interface FinishedPieceTerm {
  readonly term: string
  readonly documents: number
  /** How many different sets of fields, those sets, the most frequent first, then for each study its distance and its set. */
  readonly postings: Uint8Array
}

/** A term of the index of words by field: the different sets of fields it is in, and for each study which. */
export interface PieceTerm {
  readonly documents: number
  readonly sets: PieceSetList
  readonly postings: Uint8Array
  /** Where in the postings the studies begin. */
  readonly start: number
}

let deltas = new Int32Array(1024)
let sets = new Int32Array(1024)
const postings = new ByteWriter(1024)

/** A term from what was gathered of it: for each study its distance from the one before and its set. Valid until the next. */
export function encodePieceTerm(
  { term, documents }: Omit<FinishedPieceTerm, 'postings'>,
  run: ByteReader,
  known: PieceSetsBuilder,
): FinishedPieceTerm {
  while (deltas.length < documents) {
    deltas = grown(deltas)
    sets = grown(sets)
  }
  const uses = new Map<number, number>()
  for (let i = 0; i < documents; i++) {
    deltas[i] = run.number()
    const set = run.number()
    sets[i] = set
    uses.set(set, (uses.get(set) ?? 0) + 1)
  }
  const ranked = [...uses].sort(([a, m], [b, n]) => n - m || a - b).map(([set]) => set)
  const rank = new Map(ranked.map((set, index) => [set, index]))
  postings.clear()
  postings.number(ranked.length)
  for (const set of ranked) known.write(postings, set)
  for (let i = 0; i < documents; i++) {
    postings.number(deltas[i] as number)
    if (ranked.length > 1) postings.number(rank.get(sets[i] as number) ?? 0)
  }
  return { term, documents, postings: postings.view() }
}

/** A term as it is read. */
export function readPieceTerm(
  { documents, postings: bytes }: Pick<FinishedPieceTerm, 'documents' | 'postings'>,
  known: PieceSets,
): PieceTerm {
  const reader = new ByteReader(bytes)
  const own = known.read(reader, reader.number())
  return { documents, sets: own, postings: bytes, start: reader.at }
}

/** Calls `use` for every study of a term, in order, with the place of its set among the term's. */
export function forEachPieceStudy(
  { documents, sets: own, postings: bytes, start }: PieceTerm,
  use: (doc: number, set: number) => void,
): void {
  const reader = new ByteReader(bytes)
  const hasSets = own.starts.length > 2
  let at = start
  let doc = -1
  for (let i = 0; i < documents; i++) {
    // Nearly every number is one byte, read here.
    let delta = bytes[at++] as number
    if (delta > 127) {
      reader.at = at - 1
      delta = reader.number()
      at = reader.at
    }
    doc += delta
    let set = 0
    if (hasSets) {
      set = bytes[at++] as number
      if (set > 127) {
        reader.at = at - 1
        set = reader.number()
        at = reader.at
      }
    }
    use(doc, set)
  }
}
