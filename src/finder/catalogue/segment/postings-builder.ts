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
  /** By the number of a term: its run in the arena plus one, and what is known of its last document. */
  #run = new Int32Array(1024)
  #doc = new Int32Array(1024)
  #mask = new Int32Array(1024)
  #count = new Int32Array(1024)
  #position = new Int32Array(1024)
  #documents = new Int32Array(1024)
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
    while (id >= this.#run.length) this.#grow()
    if (this.#run[id] === 0) this.#begin(id)
    const isFirst = this.#doc[id] !== doc
    if (isFirst) this.#beginDocument(id, doc)
    this.#mask[id] = (this.#mask[id] as number) | (1 << field)
    const count = ((this.#count[id] as number) += 1)
    if (position >= 0 && count <= mostPlaces) {
      this.#arena.number(this.#runOf(id), position - (this.#position[id] as number) + 1)
      this.#position[id] = position
    }
    return isFirst
  }

  /** Moves what is gathered to a file; then the terms may be numbered anew. */
  setDown(file: TermRunFile): void {
    this.#earlier.push(file.write(this.#gathered()))
    this.#arena.clear()
    this.#run.fill(0)
    this.#documents.fill(0)
  }

  /** Every term in order, finished. */
  *finish(): Generator<FinishedTerm> {
    for (const runs of mergedTerms([...this.#earlier, this.#gathered()])) yield finished(runs)
  }

  *#gathered(): Generator<GatheredTerm> {
    for (const id of this.#terms.inOrder()) {
      if ((this.#run[id] ?? 0) === 0) continue
      this.#endDocument(id)
      yield {
        term: this.#terms.term(id),
        documents: this.#documents[id] as number,
        bytes: this.#arena.read(this.#runOf(id)),
      }
    }
  }

  #runOf(id: number): number {
    return (this.#run[id] as number) - 1
  }

  #begin(id: number): void {
    this.#run[id] = this.#arena.begin() + 1
    this.#doc[id] = -1
  }

  #grow(): void {
    this.#run = grown(this.#run)
    this.#doc = grown(this.#doc)
    this.#mask = grown(this.#mask)
    this.#count = grown(this.#count)
    this.#position = grown(this.#position)
    this.#documents = grown(this.#documents)
  }

  #beginDocument(id: number, doc: number): void {
    if ((this.#count[id] as number) > 0) this.#endDocument(id)
    this.#arena.number(this.#runOf(id), doc - (this.#doc[id] as number))
    this.#doc[id] = doc
    this.#documents[id] = (this.#documents[id] as number) + 1
  }

  #endDocument(id: number): void {
    const run = this.#runOf(id)
    this.#arena.byte(run, 0)
    this.#arena.number(
      run,
      ((this.#mask[id] as number) << 2) | frequencyStep(this.#count[id] as number),
    )
    this.#mask[id] = 0
    this.#count[id] = 0
    this.#position[id] = 0
  }
}

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
    if (ranked.length > 1) postings.number(rank.get(codes[i] as number) ?? 0)
  }
}
