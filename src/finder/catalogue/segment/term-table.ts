import { ByteReader, ByteWriter } from '../../../base/bytes.ts'
import type { FilePiece, PieceReader, PieceWriter } from './data.ts'
import { blockOf, matching, writeAfter } from './front-coded.ts'

/**
 * The terms of one index in their order (that of their UTF-16 units), in blocks of a few kilobytes: each entry says how many
 * bytes of the term before it shares, the rest of its own, and in how many documents it is; and how long its postings and
 * positions are, which lie one after the other from where the block says. Only the first term of each block is in memory.
 */
export interface TermBlocks {
  readonly firsts: readonly string[]
  readonly blocks: readonly FilePiece[]
  /** Where the postings of each block's first term begin. */
  readonly starts: readonly number[]
}

/** An entry: where a term's postings and its positions lie. */
interface TermEntry {
  readonly documents: number
  readonly postings: FilePiece
  readonly positions: FilePiece
}

const blockBytes = 2048
const mostKnown = 256

/** Writes terms, in their order, with what belongs to each. */
export class TermWriter {
  readonly #data: PieceWriter
  readonly #block = new ByteWriter(blockBytes * 2)
  readonly #firsts: string[] = []
  readonly #blocks: FilePiece[] = []
  readonly #starts: number[] = []
  #last: Uint8Array = new Uint8Array(0)

  constructor(data: PieceWriter) {
    this.#data = data
  }

  add(term: string, documents: number, postings: Uint8Array, positions: Uint8Array): void {
    if (this.#block.length >= blockBytes) this.#flush()
    if (this.#block.length === 0) this.#begin(term)
    const bytes = Buffer.from(term)
    writeAfter(this.#last, bytes, this.#block)
    this.#block.number(documents)
    this.#block.number(this.#data.append(postings).length)
    this.#block.number(positions.length === 0 ? 0 : this.#data.append(positions).length)
    this.#last = bytes
  }

  finish(): TermBlocks {
    if (this.#block.length > 0) this.#flush()
    return { firsts: this.#firsts, blocks: this.#blocks, starts: this.#starts }
  }

  #begin(term: string): void {
    this.#firsts.push(term)
    this.#starts.push(this.#data.length)
    this.#last = new Uint8Array(0)
  }

  #flush(): void {
    this.#blocks.push(this.#data.append(this.#block.view()))
    this.#block.clear()
  }
}

/** Finds terms; each block is checked as it is read. Every method throws `PieceDamaged` where a block is damaged. */
export class TermTable {
  readonly #data: PieceReader
  readonly #terms: TermBlocks
  /** The block read last: a term is mostly asked for twice in a row. */
  #kept: { readonly index: number; readonly bytes: Uint8Array } | undefined
  /** Terms looked up lately: a word is counted in all segments before it is read, with other words between. */
  readonly #known = new Map<string, TermEntry | undefined>()

  constructor(data: PieceReader, terms: TermBlocks) {
    this.#data = data
    this.#terms = terms
  }

  find(term: string): TermEntry | undefined {
    const known = this.#known.get(term)
    if (known || this.#known.has(term)) return known
    const found = this.#lookUp(term)
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(term, found)
    return found
  }

  #lookUp(term: string): TermEntry | undefined {
    const index = blockOf(this.#terms.firsts, term)
    if (index < 0) return undefined
    const wanted = Buffer.from(term)
    const reader = new ByteReader(this.#block(index))
    let at = this.#terms.starts[index] as number
    // How many bytes the entry before has in common with what is sought.
    let common = 0
    while (reader.at < reader.bytes.length) {
      const shared = reader.number()
      const rest = reader.number()
      if (shared <= common)
        common = shared + matching(reader.bytes, reader.at, wanted, shared, rest)
      const isFound = common === wanted.length && shared + rest === common
      reader.at += rest
      const documents = reader.number()
      const [postings, positions] = [reader.number(), reader.number()]
      if (isFound) return entryOf(documents, at, postings, positions)
      at += postings + positions
    }
    return undefined
  }

  /** Terms from one on, in their order. */
  *from(first: string): Generator<TermEntry & { readonly term: string }> {
    for (
      let index = Math.max(0, blockOf(this.#terms.firsts, first));
      index < this.#terms.blocks.length;
      index++
    )
      for (const entry of this.entriesOf(index)) if (entry.term >= first) yield entry
  }

  get blockCount(): number {
    return this.#terms.blocks.length
  }

  *entriesOf(index: number): Generator<TermEntry & { readonly term: string }> {
    const reader = new ByteReader(this.#block(index))
    let at = this.#terms.starts[index] as number
    let last = Buffer.alloc(0)
    while (reader.at < reader.bytes.length) {
      const shared = reader.number()
      const rest = reader.number()
      const own = reader.bytes.subarray(reader.at, reader.at + rest)
      last = Buffer.concat([last.subarray(0, shared), own])
      reader.at += rest
      const documents = reader.number()
      const [postings, positions] = [reader.number(), reader.number()]
      yield { term: last.toString(), ...entryOf(documents, at, postings, positions) }
      at += postings + positions
    }
  }

  #block(index: number): Uint8Array {
    if (this.#kept?.index === index) return this.#kept.bytes
    const bytes = this.#data.read(
      this.#terms.blocks[index] as FilePiece,
      'a part of the index of words',
    )
    this.#kept = { index, bytes }
    return bytes
  }
}

function entryOf(documents: number, at: number, postings: number, positions: number): TermEntry {
  return {
    documents,
    postings: { at, length: postings },
    positions: { at: at + postings, length: positions },
  }
}
