import { Bytes, ByteReader } from '../bytes.ts'
import { Arena, grown } from './arena.ts'

/**
 * The inverted index of one segment while it is being written: for each term the documents it stands
 * in, each with a code (which fields, how often) and, where given, its positions.
 *
 * Gathered as one run a term: the distance from the document before, each position's distance plus one,
 * a zero, the code. A finished term is two runs. Postings: how many distinct codes, the codes, then for
 * each document its distance and the place of its code in that list; frequent codes come first, so that
 * most postings are two bytes. Positions: each distance with a bit that says whether another follows.
 */
export class PostingsBuilder {
  readonly #ids = new Map<string, number>()
  readonly #arena = new Arena()
  #doc = new Int32Array(1024)
  #mask = new Int32Array(1024)
  #count = new Int32Array(1024)
  #position = new Int32Array(1024)
  #documents = new Int32Array(1024)

  /** Documents must come in order, and positions within one must rise; a negative one is not kept. */
  add(doc: number, term: string, field: number, position: number): void {
    let id = this.#ids.get(term)
    if (id === undefined) id = this.#begin(term)
    if (this.#doc[id] !== doc) this.#beginDocument(id, doc)
    this.#mask[id] = (this.#mask[id] as number) | (1 << field)
    const count = ((this.#count[id] as number) += 1)
    if (position < 0 || count > mostPositions) return
    this.#arena.number(id, position - (this.#position[id] as number) + 1)
    this.#position[id] = position
  }

  get size(): number {
    return this.#ids.size
  }

  /** Every term in order, finished. */
  *finish(): Generator<FinishedTerm> {
    for (const term of [...this.#ids.keys()].sort()) {
      const id = this.#ids.get(term) ?? 0
      this.#endDocument(id)
      yield { term, ...splitRun(this.#arena.read(id), this.#documents[id] as number) }
    }
  }

  #begin(term: string): number {
    const id = this.#arena.begin()
    this.#ids.set(term, id)
    if (id === this.#doc.length) {
      this.#doc = grown(this.#doc)
      this.#mask = grown(this.#mask)
      this.#count = grown(this.#count)
      this.#position = grown(this.#position)
      this.#documents = grown(this.#documents)
    }
    this.#doc[id] = -1
    return id
  }

  #beginDocument(id: number, doc: number): void {
    if ((this.#count[id] as number) > 0) this.#endDocument(id)
    this.#arena.number(id, doc - (this.#doc[id] as number))
    this.#doc[id] = doc
    this.#documents[id] = (this.#documents[id] as number) + 1
  }

  #endDocument(id: number): void {
    this.#arena.byte(id, 0)
    this.#arena.number(
      id,
      ((this.#mask[id] as number) << 2) | frequencyStep(this.#count[id] as number),
    )
    this.#mask[id] = 0
    this.#count[id] = 0
    this.#position[id] = 0
  }
}

export interface FinishedTerm {
  readonly term: string
  readonly documents: number
  readonly postings: Uint8Array
  readonly positions: Uint8Array
}

/** More places of one word in one study than this are not kept: a name that a thousand sites share. */
const mostPositions = 1000

/** 1, 2, 3 to 4, 5 or more. */
function frequencyStep(count: number): number {
  if (count < 3) return count - 1
  return count < 5 ? 2 : 3
}

/** From a run as gathered to the two runs that are kept. */
function splitRun(run: Uint8Array, documents: number): Omit<FinishedTerm, 'term'> {
  const reader = new ByteReader(run)
  const deltas = new Int32Array(documents)
  const codes = new Int32Array(documents)
  const positions = new Bytes(run.length + 4)
  for (let i = 0; i < documents; i++) {
    deltas[i] = reader.number()
    copyPositions(reader, positions)
    codes[i] = reader.number()
  }
  return { documents, postings: encodePostings(deltas, codes), positions: positions.view() }
}

function copyPositions(reader: ByteReader, out: Bytes): void {
  let step = reader.number()
  while (step > 0) {
    const next = reader.number()
    out.number(((step - 1) << 1) | (next > 0 ? 1 : 0))
    step = next
  }
}

function encodePostings(deltas: Int32Array, codes: Int32Array): Uint8Array {
  const uses = new Map<number, number>()
  for (const code of codes) uses.set(code, (uses.get(code) ?? 0) + 1)
  const ranked = [...uses].sort(([, a], [, b]) => b - a).map(([code]) => code)
  const rank = new Map(ranked.map((code, index) => [code, index]))
  const out = new Bytes(deltas.length * 3 + 8)
  out.number(ranked.length)
  for (const code of ranked) out.number(code)
  for (let i = 0; i < deltas.length; i++) {
    out.number(deltas[i] as number)
    if (ranked.length > 1) out.number(rank.get(codes[i] as number) ?? 0)
  }
  return out.view()
}
