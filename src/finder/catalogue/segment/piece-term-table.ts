import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { ByteReader, ByteWriter } from '../../../base/bytes.ts'
import type { FilePiece, PieceReader, PieceWriter } from './data.ts'
import { blockOf, matching, writeAfter } from './front-coded.ts'
import type { FinishedPieceTerm } from './piece-postings.ts'

/**
 * The terms of the index of words by field in their order, in blocks of a few kilobytes, compressed. An entry says how many bytes it shares
 * with the one before, the rest of its own, in how many studies it is, and how long its postings are: short ones follow at
 * once; of long ones, which are compressed pieces of their own, one after the other from where the block says, that is 0 and
 * then the length of the piece.
 */
export interface PieceTermBlocks {
  readonly firsts: readonly string[]
  readonly blocks: readonly FilePiece[]
  /** Where the first long postings of each block begin. */
  readonly starts: readonly number[]
}

const blockBytes = 8192
/** Longer postings lie apart: most terms are in few studies. */
const longestInside = 192

/** Writes terms, in their order. */
export class PieceTermWriter {
  readonly #data: PieceWriter
  readonly #block = new ByteWriter(blockBytes * 2)
  readonly #firsts: string[] = []
  readonly #blocks: FilePiece[] = []
  readonly #starts: number[] = []
  #last: Uint8Array = new Uint8Array(0)

  constructor(data: PieceWriter) {
    this.#data = data
  }

  add({ term, documents, postings }: FinishedPieceTerm): void {
    if (this.#block.length >= blockBytes) this.#flush()
    if (this.#block.length === 0) this.#begin(term)
    const bytes = Buffer.from(term)
    writeAfter(this.#last, bytes, this.#block)
    this.#block.number(documents)
    if (postings.length > longestInside) {
      this.#block.number(0)
      this.#block.number(this.#data.append(zstdCompressSync(postings)).length)
    } else {
      this.#block.number(postings.length)
      for (const byte of postings) this.#block.byte(byte)
    }
    this.#last = bytes
  }

  finish(): PieceTermBlocks {
    if (this.#block.length > 0) this.#flush()
    return { firsts: this.#firsts, blocks: this.#blocks, starts: this.#starts }
  }

  #begin(term: string): void {
    this.#firsts.push(term)
    this.#starts.push(this.#data.length)
    this.#last = new Uint8Array(0)
  }

  #flush(): void {
    this.#blocks.push(this.#data.append(zstdCompressSync(this.#block.view())))
    this.#block.clear()
  }
}

/** An entry of the table: its postings, or where they lie. */
interface Entry {
  readonly term: string
  readonly documents: number
  readonly inside?: Uint8Array
  readonly apart?: FilePiece
}

/** Finds terms; each block is checked as it is read. Every method throws `PieceDamaged` where what it reads is damaged. */
export class PieceTermTable {
  readonly #data: PieceReader
  readonly #terms: PieceTermBlocks
  /** The block read last: a term is mostly asked for twice in a row. */
  #kept: { readonly index: number; readonly bytes: Uint8Array } | undefined

  constructor(data: PieceReader, terms: PieceTermBlocks) {
    this.#data = data
    this.#terms = terms
  }

  /** In how many studies a term is, of which some may be replaced by now. */
  documents(term: string): number {
    return this.#find(term)?.documents ?? 0
  }

  term(term: string): FinishedPieceTerm | undefined {
    const found = this.#find(term)
    if (!found) return undefined
    const { documents, inside, apart } = found
    if (inside) return { term, documents, postings: inside }
    if (!apart) return undefined
    const postings = zstdDecompressSync(this.#data.read(apart, 'where words are by field'))
    return { term, documents, postings }
  }

  get blockCount(): number {
    return this.#terms.blocks.length
  }

  /** The pieces that a block tells of, and the block itself; throws where it is damaged. */
  *piecesOf(block: number): Generator<FilePiece> {
    yield this.#terms.blocks[block] as FilePiece
    for (const { apart } of this.#entries(block)) if (apart) yield apart
  }

  #find(term: string): Omit<Entry, 'term'> | undefined {
    const block = blockOf(this.#terms.firsts, term)
    return block < 0 ? undefined : this.#inBlock(block, Buffer.from(term))
  }

  /** As `#entries`, but only the one that is wanted is made. */
  #inBlock(block: number, wanted: Uint8Array): Omit<Entry, 'term'> | undefined {
    const reader = new ByteReader(this.#block(block))
    const { bytes } = reader
    let at = this.#terms.starts[block] as number
    // How many bytes the entry before has in common with what is sought.
    let common = 0
    while (reader.at < bytes.length) {
      const shared = reader.number()
      const rest = reader.number()
      if (shared <= common) common = shared + matching(bytes, reader.at, wanted, shared, rest)
      const isFound = common === wanted.length && shared + rest === common
      reader.at += rest
      const documents = reader.number()
      const length = reader.number()
      if (length > 0) {
        if (isFound) return { documents, inside: bytes.subarray(reader.at, reader.at + length) }
        reader.at += length
      } else {
        const apart = { at, length: reader.number() }
        if (isFound) return { documents, apart }
        at += apart.length
      }
    }
    return undefined
  }

  *#entries(block: number): Generator<Entry> {
    const reader = new ByteReader(this.#block(block))
    let at = this.#terms.starts[block] as number
    let last: Uint8Array = new Uint8Array(0)
    while (reader.at < reader.bytes.length) {
      const shared = reader.number()
      const rest = reader.number()
      const own = reader.bytes.subarray(reader.at, (reader.at += rest))
      last = Buffer.concat([last.subarray(0, shared), own])
      const term = last.toString()
      const documents = reader.number()
      const length = reader.number()
      if (length > 0) {
        const inside = reader.bytes.subarray(reader.at, (reader.at += length))
        yield { term, documents, inside }
      } else {
        const apart = { at, length: reader.number() }
        yield { term, documents, apart }
        at += apart.length
      }
    }
  }

  #block(index: number): Uint8Array {
    if (this.#kept?.index === index) return this.#kept.bytes
    const piece = this.#terms.blocks[index] as FilePiece
    const read = this.#data.read(piece, 'a part of the index of words by field')
    const bytes = zstdDecompressSync(read)
    this.#kept = { index, bytes }
    return bytes
  }
}
