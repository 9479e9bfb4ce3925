import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { ThingNames } from '../../vocabulary/named-in-words.ts'
import type { FilePiece, PieceReader, PieceWriter } from './data.ts'
import { PieceColumn } from './piece-column.ts'
import { PieceColumnsBuilder } from './piece-columns-builder.ts'
import { isValuePiece } from './piece-fields.ts'
import { type PieceTerm, bytesOfPieceTerm, readPieceTerm } from './piece-postings.ts'
import { PieceSets } from './piece-sets.ts'
import { PlacedBlocks, PlacedBlocksBuilder } from './placed-blocks.ts'
import { type IndexedStudy, PieceTermsBuilder } from './piece-terms-builder.ts'
import type { StoredTerm } from './postings.ts'
import type { TermIds } from './term-ids.ts'
import type { TermRunFile } from './term-runs.ts'
import { type TermBlocks, TermTable, TermWriter } from './term-table.ts'

/** Where a segment's index by fields lies: words by field, the sets of fields, and a column for each field of `pieces`. */
export interface PieceIndexPlaces {
  readonly terms: TermBlocks
  readonly sets: FilePiece
  /** Where in each study's texts of the ordinary search which fields begin. */
  readonly blocks: FilePiece
  readonly columns: readonly (FilePiece | null)[]
}

/** The index by fields of one segment while it is being written. */
export class PieceIndexBuilder {
  readonly #terms: PieceTermsBuilder
  readonly #columns = new PieceColumnsBuilder()
  readonly placed = new PlacedBlocksBuilder()

  constructor(terms: TermIds, names: ThingNames) {
    this.#terms = new PieceTermsBuilder(terms, names)
  }

  add(study: IndexedStudy): void {
    this.#terms.add(study)
    this.#columns.add(study.doc, study.values)
  }

  /** The memory of the words that are gathered, beside that of a few numbers a term. */
  get bytes(): number {
    return this.#terms.bytes
  }

  /** Moves the words that are gathered to a file; then the terms may be numbered anew. */
  setDown(file: TermRunFile): void {
    this.#terms.setDown(file)
  }

  write(data: PieceWriter, studies: number): PieceIndexPlaces {
    const sets = data.append(zstdCompressSync(this.#terms.finishSets()))
    const writer = new TermWriter(data, 1)
    for (const { term, documents, postings } of this.#terms.finish())
      writer.add(term, documents, postings)
    const columns = Array.from(this.#columns.finish(studies), (bytes) =>
      bytes ? data.append(bytes) : null,
    )
    const blocks = data.append(zstdCompressSync(this.placed.finish()))
    return { terms: writer.finish(), sets, blocks, columns }
  }
}

/**
 * The index by fields of a finished segment. What is read is checked, and kept as long as it is lately used. Every method
 * throws `PieceDamaged` where what it reads is not as it was written.
 */
export class PieceIndex {
  readonly #data: PieceReader
  readonly #documents: number
  readonly #places: PieceIndexPlaces
  readonly #elsewhere: (term: string) => readonly (StoredTerm | undefined)[]
  readonly #table: TermTable
  readonly #terms = new Kept<PieceTerm | undefined>(mostTermBytes)
  readonly #columns = new Kept<PieceColumn | undefined>(mostColumnBytes)
  #sets: PieceSets | undefined
  #blocks: PlacedBlocks | undefined

  /** `elsewhere` gives a term as the other indexes of the segment have it. */
  constructor(
    data: PieceReader,
    documents: number,
    places: PieceIndexPlaces,
    elsewhere: (term: string) => readonly (StoredTerm | undefined)[],
  ) {
    this.#data = data
    this.#documents = documents
    this.#places = places
    this.#elsewhere = elsewhere
    this.#table = new TermTable(data, places.terms, 1)
  }

  /** In how many studies a term is, of which some may be replaced by now. */
  documents(term: string): number {
    return this.#table.find(term)?.documents ?? 0
  }

  term(term: string): PieceTerm | undefined {
    return this.#terms.get(
      term,
      () => {
        const found = this.#table.find(term)
        if (!found) return undefined
        const { documents, parts } = found
        const postings = this.#table.bytes(parts[0])
        const elsewhere = this.#elsewhere(term)
        return readPieceTerm({ documents, postings }, elsewhere, this.#knownSets, this.#documents)
      },
      (found) => (found ? bytesOfPieceTerm(found) : 100),
    )
  }

  get #knownSets(): PieceSets {
    const read = (): Uint8Array =>
      zstdDecompressSync(this.#data.read(this.#places.sets, 'the sets of fields'))
    return (this.#sets ??= new PieceSets(read()))
  }

  /** Where in each study's texts of the ordinary search which fields begin. */
  get blocks(): PlacedBlocks {
    const read = (): Uint8Array =>
      zstdDecompressSync(this.#data.read(this.#places.blocks, 'where texts begin'))
    return (this.#blocks ??= new PlacedBlocks(read(), this.#documents))
  }

  /** The column of a field, by its place in `pieces`; undefined where no study here has it. */
  column(field: number): PieceColumn | undefined {
    const piece = this.#places.columns[field]
    if (!piece) return undefined
    const read = (): PieceColumn => {
      const bytes = this.#data.read(piece, 'the values of a field')
      return new PieceColumn(bytes, this.#documents, isValuePiece[field] === true)
    }
    return this.#columns.get(String(field), read, (column) => column?.bytes ?? 0)
  }

  /** Every piece of it, for who looks for damage, each with what reads the next; throws where a list of pieces is damaged. */
  *pieces(): Generator<FilePiece> {
    for (let block = 0; block < this.#table.blockCount; block++) yield* this.#table.piecesOf(block)
    yield this.#places.sets
    yield this.#places.blocks
    for (const column of this.#places.columns) if (column) yield column
  }
}

/** What was lately used, as long as it is not too much. */
class Kept<T> {
  readonly #most: number
  readonly #known = new Map<string, { readonly value: T; readonly bytes: number }>()
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, read: () => T, bytesOf: (value: T) => number): T {
    const known = this.#known.get(key)
    if (known) {
      // A map keeps the order of entry: what is used again moves to the end, and the oldest goes.
      this.#known.delete(key)
      this.#known.set(key, known)
      return known.value
    }
    const value = read()
    const bytes = bytesOf(value)
    this.#known.set(key, { value, bytes })
    this.#bytes += bytes
    for (const [oldest, one] of this.#known) {
      if (this.#bytes <= this.#most || oldest === key) break
      this.#known.delete(oldest)
      this.#bytes -= one.bytes
    }
    return value
  }
}

/** For each segment; there are two dozen in a catalogue of the whole registry. */
const mostTermBytes = 2 * 1024 * 1024
const mostColumnBytes = 3 * 1024 * 1024
