import { ByteReader, ByteWriter } from '../../../base/bytes.ts'
import { Packer, Unpacker } from '../../../base/zstd.ts'
import type { FilePiece, PieceReader, PieceWriter } from './data.ts'
import { type TermEntries, TermFilter } from './term-filter.ts'
import { blockOf, matching, writeAfter } from './front-coded.ts'

/**
 * The terms of one index in their order (that of their UTF-16 units), in blocks of a few kilobytes, compressed; each term has
 * some parts, runs of bytes such as its postings and its positions. A block is how long its entries are and all its first parts
 * (and so on, but for the last); then the entries, the first parts, the second. An entry says how many bytes of the term before
 * it shares, the rest of its own, in how many documents it is, and how long each part is. Short parts lie in the block; long
 * ones are compressed pieces of their own, one after the other from where the block says. Only the first term of each block is
 * in memory.
 */
export interface TermBlocks {
  readonly firsts: readonly string[]
  readonly blocks: readonly FilePiece[]
  /** Where the long parts of each block begin. */
  readonly starts: readonly number[]
}

/** A part of a term: its bytes, where it is short, or where it lies. */
export type TermPart = Uint8Array | FilePiece

/** An entry of a table: in how many documents a term is, of which some may be replaced by now, and its parts. */
export interface TermEntry {
  readonly documents: number
  readonly parts: readonly TermPart[]
}

const blockBytes = 8192
/** Longer parts lie apart: most terms are in few studies. */
const longestInside = 192
const level = 3
const noDictionary = new Uint8Array(0)
const mostKnown = 256
/** One for all tables: what it gives is copied. */
const unpacker = new Unpacker(noDictionary)

/** Writes terms, in their order, with the parts of each. */
export class TermWriter {
  readonly #data: PieceWriter
  readonly #packer = new Packer(noDictionary, level)
  readonly #entries = new ByteWriter(blockBytes * 2)
  readonly #parts: readonly ByteWriter[]
  readonly #block = new ByteWriter(blockBytes * 2)
  readonly #firsts: string[] = []
  readonly #blocks: FilePiece[] = []
  readonly #starts: number[] = []
  #size = 0
  #last: Uint8Array = new Uint8Array(0)

  /** For terms of so many parts. */
  constructor(data: PieceWriter, parts: number) {
    this.#data = data
    this.#parts = Array.from({ length: parts }, () => new ByteWriter(blockBytes * 2))
  }

  add(term: string, documents: number, ...parts: readonly Uint8Array[]): void {
    if (this.#size + this.#entries.length >= blockBytes) this.#flush()
    if (this.#entries.length === 0) this.#begin(term)
    const bytes = Buffer.from(term)
    writeAfter(this.#last, bytes, this.#entries)
    this.#entries.number(documents)
    parts.forEach((part, index) => {
      const isInside = part.length <= longestInside
      if (isInside) {
        this.#parts[index]?.append(part)
        this.#size += part.length
      }
      const length = isInside ? part.length : this.#data.append(this.#packer.pack(part)).length
      this.#entries.number(length * 2 + (isInside ? 0 : 1))
    })
    this.#last = bytes
  }

  finish(): TermBlocks {
    if (this.#entries.length > 0) this.#flush()
    this.#packer.close()
    return { firsts: this.#firsts, blocks: this.#blocks, starts: this.#starts }
  }

  #begin(term: string): void {
    this.#firsts.push(term)
    this.#starts.push(this.#data.length)
    this.#last = new Uint8Array(0)
  }

  #flush(): void {
    const runs = [this.#entries, ...this.#parts]
    for (const run of runs.slice(0, -1)) this.#block.number(run.length)
    for (const run of runs) {
      this.#block.append(run.view())
      run.clear()
    }
    this.#blocks.push(this.#data.append(this.#packer.pack(this.#block.view())))
    this.#block.clear()
    this.#size = 0
  }
}

/** A block as it is read: its bytes, and where each of its runs begins, and the last ends. */
interface Block {
  readonly index: number
  readonly bytes: Uint8Array
  readonly starts: readonly number[]
}

/** Finds terms; each block is checked as it is read. Every method throws `PieceDamaged` where what it reads is damaged. */
export class TermTable {
  readonly #data: PieceReader
  readonly #terms: TermBlocks
  readonly #count: number
  /** The block read last: a term is mostly asked for twice in a row. */
  #kept: Block | undefined
  #filter: TermFilter | undefined
  #room: Uint8Array = new Uint8Array(0)
  /** Terms looked up lately: a word is counted in all segments before it is read, with other words between. */
  readonly #known = new Map<string, TermEntry | undefined>()

  /** For terms of so many parts. */
  constructor(data: PieceReader, terms: TermBlocks, parts: number) {
    this.#data = data
    this.#terms = terms
    this.#count = parts
  }

  find(term: string): TermEntry | undefined {
    const known = this.#known.get(term)
    if (known || this.#known.has(term)) return known
    if (this.#filter?.mayHold(term) === false) return undefined
    const found = this.#lookUp(term)
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(term, found)
    return found
  }

  /**
   * For who will ask for thousands of terms: from now on most of those that are not here are known without a look. It reads every
   * block, once.
   */
  expectMany(): void {
    this.#filter ??= new TermFilter(this.#entries(), this.#count)
  }

  *#entries(): Generator<TermEntries> {
    for (const index of this.#terms.blocks.keys()) {
      const { bytes, starts } = this.#block(index)
      yield { bytes, start: starts[0] as number, end: starts[1] as number }
    }
  }

  /** In how many documents each of the terms is; in the order of strings they come quickest. */
  documentsOf(terms: readonly string[]): readonly number[] {
    return terms.map((term) => this.#lookUp(term)?.documents ?? 0)
  }

  /** The bytes of a part of a term. */
  bytes(part: TermPart | undefined): Uint8Array {
    if (!part) return new Uint8Array(0)
    if (part instanceof Uint8Array) return part
    return unpacker.unpackBytes(this.#data.lend(part, 'where words are'))
  }

  /** Terms from one on, in their order. */
  *from(first: string): Generator<TermEntry & { readonly term: string }> {
    for (
      let index = Math.max(0, blockOf(this.#terms.firsts, first));
      index < this.#terms.blocks.length;
      index++
    )
      for (const entry of this.#entriesOf(index)) if (entry.term >= first) yield entry
  }

  get blockCount(): number {
    return this.#terms.blocks.length
  }

  /** A block, and the pieces that it tells of; throws where it is damaged. */
  *piecesOf(index: number): Generator<FilePiece> {
    yield this.#terms.blocks[index] as FilePiece
    for (const { parts } of this.#entriesOf(index))
      for (const part of parts) if (!(part instanceof Uint8Array)) yield part
  }

  /** As `#entriesOf`, but only the one that is wanted is made. */
  #lookUp(term: string): TermEntry | undefined {
    const index = blockOf(this.#terms.firsts, term)
    if (index < 0) return undefined
    const block = this.#block(index)
    const wanted = Buffer.from(term)
    const places = new PartPlaces(block, this.#terms.starts[index] as number)
    const reader = new ByteReader(block.bytes, block.starts[0])
    const end = block.starts[1] as number
    // How many bytes the entry before has in common with what is sought.
    let common = 0
    while (reader.at < end) {
      const shared = reader.number()
      const rest = reader.number()
      if (shared <= common)
        common = shared + matching(reader.bytes, reader.at, wanted, shared, rest)
      const isFound = common === wanted.length && shared + rest === common
      reader.at += rest
      const documents = reader.number()
      if (isFound) return { documents, parts: places.read(reader, this.#count).map(kept) }
      places.pass(reader, this.#count)
    }
    return undefined
  }

  /** In memory of their own: who goes through them may look others up meanwhile. */
  *#entriesOf(index: number): Generator<TermEntry & { readonly term: string }> {
    const block = this.#parted(index, unpacker.unpackBytes(this.#piece(index)))
    const places = new PartPlaces(block, this.#terms.starts[index] as number)
    const reader = new ByteReader(block.bytes, block.starts[0])
    const end = block.starts[1] as number
    let last = Buffer.alloc(0)
    while (reader.at < end) {
      const shared = reader.number()
      const rest = reader.number()
      const own = reader.bytes.subarray(reader.at, (reader.at += rest))
      last = Buffer.concat([last.subarray(0, shared), own])
      const documents = reader.number()
      yield { term: last.toString(), documents, parts: places.read(reader, this.#count) }
    }
  }

  /** For looking something up: its memory is used again for the next. */
  #block(index: number): Block {
    if (this.#kept?.index === index) return this.#kept
    // While the next is read into its memory there is none.
    this.#kept = undefined
    const bytes = unpacker.lendBytes(this.#piece(index))
    if (this.#room.length < bytes.length) this.#room = new Uint8Array(bytes.length)
    this.#room.set(bytes)
    return (this.#kept = this.#parted(index, this.#room.subarray(0, bytes.length)))
  }

  #piece(index: number): Uint8Array {
    const piece = this.#terms.blocks[index] as FilePiece
    return this.#data.lend(piece, 'a part of the index of words')
  }

  #parted(index: number, bytes: Uint8Array): Block {
    const reader = new ByteReader(bytes)
    const lengths = Array.from({ length: this.#count }, () => reader.number())
    const starts = [reader.at]
    for (const length of lengths) starts.push((starts.at(-1) as number) + length)
    return { index, bytes, starts }
  }
}

/** A short part in memory of its own, so that it does not keep its whole block. */
function kept(part: TermPart): TermPart {
  return part instanceof Uint8Array ? part.slice() : part
}

/** Where the parts of the terms of a block lie, as its entries are gone through. */
class PartPlaces {
  readonly #bytes: Uint8Array
  /** Where the next short part of each run is. */
  readonly #inside: number[]
  #apart: number

  constructor({ bytes, starts }: Block, apart: number) {
    this.#bytes = bytes
    this.#inside = starts.slice(1)
    this.#apart = apart
  }

  /** The parts of the entry that is being read. */
  read(reader: ByteReader, count: number): readonly TermPart[] {
    return Array.from({ length: count }, (_, index) => {
      const number = reader.number()
      const length = number >>> 1
      if ((number & 1) === 1) {
        const piece = { at: this.#apart, length }
        this.#apart += length
        return piece
      }
      const at = this.#inside[index] as number
      this.#inside[index] = at + length
      return this.#bytes.subarray(at, at + length)
    })
  }

  /** Goes past them. */
  pass(reader: ByteReader, count: number): void {
    for (let index = 0; index < count; index++) {
      const number = reader.number()
      if ((number & 1) === 1) this.#apart += number >>> 1
      else this.#inside[index] = (this.#inside[index] as number) + (number >>> 1)
    }
  }
}
