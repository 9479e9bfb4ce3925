import { ByteWriter, ByteReader } from '../../../base/bytes.ts'
import { Arena, grown } from './arena.ts'
import type { TermIds } from './term-ids.ts'
import { mostPlaces } from './term-places.ts'
import { type GatheredTerm, type TermRunFile, mergedTerms } from './term-runs.ts'

/**
 * The inverted index of one segment while it is being written: for each term the documents it is
 * in, each with a code (which fields, how often) and, where given, its positions.
 *
 * Gathered as one run a term: the distance from the document before, each position's distance plus one,
 * a zero, the code. A finished term is two runs. Postings: how many distinct codes, the codes, then for
 * each document its distance and the place of its code in that list; frequent codes come first, so that
 * most postings are two bytes. Positions: each distance with a bit that says whether another follows.
 */
export class PostingsBuilder {
  readonly #terms: TermIds
  readonly #arena = new Arena()
  /** What is known of each term, by its number, side by side, so that it is fetched from memory at once. */
  #known = new Int32Array(1024 * perTerm)
  readonly #earlier: Iterable<GatheredTerm>[] = []

  constructor(terms: TermIds) {
    this.#terms = terms
  }

  /** The memory of what is gathered, beside that of a few numbers a term. */
  get bytes(): number {
    return this.#arena.bytes
  }

  /**
   * Documents must come in order, and positions within one must rise; a negative one is not kept. True where it is the first of
   * this term in its document.
   */
  add(doc: number, id: number, field: number, position: number): boolean {
    const row = id * perTerm
    while (row >= this.#known.length) this.#known = grown(this.#known, perTerm)
    const known = this.#known
    if (known[row + runOf] === 0) this.#begin(row)
    const isFirst = known[row + docOf] !== doc
    if (isFirst) this.#beginDocument(row, doc)
    known[row + maskOf] = (known[row + maskOf] as number) | (1 << field)
    const count = ((known[row + countOf] as number) += 1)
    if (position >= 0 && count <= mostPlaces) {
      const step = position - (known[row + placeOf] as number) + 1
      this.#arena.number((known[row + runOf] as number) - 1, step)
      known[row + placeOf] = position
    }
    return isFirst
  }

  /** Moves what is gathered to a file; then the terms may be numbered anew. */
  setDown(file: TermRunFile): void {
    this.#earlier.push(file.write(this.#gathered()))
    this.#arena.clear()
    this.#known.fill(0)
  }

  /** Every term in order, finished. */
  *finish(): Generator<FinishedTerm> {
    for (const runs of mergedTerms([...this.#earlier, this.#gathered()])) yield finished(runs)
  }

  *#gathered(): Generator<GatheredTerm> {
    for (const id of this.#terms.inOrder()) {
      const row = id * perTerm
      const run = this.#known[row + runOf] ?? 0
      if (run === 0) continue
      this.#endDocument(row)
      yield {
        term: this.#terms.term(id),
        documents: this.#known[row + documentsOf] as number,
        bytes: this.#arena.read(run - 1),
      }
    }
  }

  #begin(row: number): void {
    this.#known[row + runOf] = this.#arena.begin() + 1
    this.#known[row + docOf] = -1
  }

  #beginDocument(row: number, doc: number): void {
    const known = this.#known
    if ((known[row + countOf] as number) > 0) this.#endDocument(row)
    this.#arena.number((known[row + runOf] as number) - 1, doc - (known[row + docOf] as number))
    known[row + docOf] = doc
    known[row + documentsOf] = (known[row + documentsOf] as number) + 1
  }

  #endDocument(row: number): void {
    const known = this.#known
    const run = (known[row + runOf] as number) - 1
    const step = frequencyStep(known[row + countOf] as number)
    this.#arena.byte(run, 0)
    this.#arena.number(run, ((known[row + maskOf] as number) << 2) | step)
    known[row + maskOf] = 0
    known[row + countOf] = 0
    known[row + placeOf] = 0
  }
}

/**
 * What is known of a term: its run in the arena plus one, its last document, in which fields of that it is, how often and
 * where last, and in how many documents it is. A row fills half a line of the processor's cache.
 */
const [runOf, docOf, maskOf, countOf, placeOf, documentsOf, perTerm] = [
  0, 1, 2, 3, 4, 5, 8,
] as const

/** One term as it is kept: in how many documents it is, and its two runs of bytes. */
export interface FinishedTerm {
  readonly term: string
  readonly documents: number
  readonly postings: Uint8Array
  readonly positions: Uint8Array
}

/** 1, 2, 3 to 4, 5 or more. */
function frequencyStep(count: number): number {
  if (count < 3) return count - 1
  return count < 5 ? 2 : 3
}

/** From runs as gathered, one after another, to the two runs that are kept; both are valid until the next. */
function finished(runs: readonly GatheredTerm[]): FinishedTerm {
  const all = runs.reduce((sum, { documents }) => sum + documents, 0)
  while (deltas.length < all) {
    deltas = grown(deltas)
    codes = grown(codes)
  }
  positions.clear()
  let [at, last] = [0, -1]
  for (const { documents, bytes } of runs) {
    const reader = new ByteReader(bytes)
    // Each run counts from its own beginning.
    let doc = -1
    for (const end = at + documents; at < end; at++) {
      doc += reader.number()
      deltas[at] = doc - last
      last = doc
      copyPositions(reader, positions)
      codes[at] = reader.number()
    }
  }
  encodePostings(all)
  const { term } = runs[0] as GatheredTerm
  return { term, documents: all, postings: postings.view(), positions: positions.view() }
}

/** Used again for every term: half a million small arrays a segment would be garbage. */
let deltas = new Int32Array(1024)
let codes = new Int32Array(1024)
const positions = new ByteWriter(1024)
const postings = new ByteWriter(1024)

function copyPositions(reader: ByteReader, out: ByteWriter): void {
  let step = reader.number()
  while (step > 0) {
    const next = reader.number()
    out.number(((step - 1) << 1) | (next > 0 ? 1 : 0))
    step = next
  }
}

function encodePostings(documents: number): void {
  if (hasOneCode(documents)) {
    postings.clear()
    postings.number(1)
    postings.number(codes[0] as number)
    for (let i = 0; i < documents; i++) postings.number(deltas[i] as number)
    return
  }
  const uses = new Map<number, number>()
  for (let i = 0; i < documents; i++) {
    const code = codes[i] as number
    uses.set(code, (uses.get(code) ?? 0) + 1)
  }
  const ranked = [...uses].sort(([, a], [, b]) => b - a).map(([code]) => code)
  const rank = new Map(ranked.map((code, index) => [code, index]))
  postings.clear()
  postings.number(ranked.length)
  for (const code of ranked) postings.number(code)
  for (let i = 0; i < documents; i++) {
    postings.number(deltas[i] as number)
    postings.number(rank.get(codes[i] as number) ?? 0)
  }
}

/** Most terms are in one study. */
function hasOneCode(documents: number): boolean {
  for (let i = 1; i < documents; i++) if (codes[i] !== codes[0]) return false
  return true
}
