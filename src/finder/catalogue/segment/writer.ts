import { zstdCompressSync } from 'node:zlib'
import type { StoredStudy } from '../model/stored.ts'
import { nctNumber } from '../model/nct-number.ts'
import type { IndexedConcepts } from '../../vocabulary/categories.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { SegmentBuilder } from './builder.ts'
import { type Dictionaries, StudyPacker, briefText, recordText } from './codec.ts'
import { type FilePiece, PieceWriter } from './data.ts'
import { type ColumnName, type Directory, type StudyPlaces, writeDirectory } from './directory.ts'
import type { PostingsBuilder } from './postings-builder.ts'
import { type TermBlocks, TermWriter } from './term-table.ts'

/** Of two workers at once; more takes as long. */
const mostGathered = 24 * 1024 * 1024
/** The most characters of a dictionary. */
const dictionarySize = { record: 256 * 1024, brief: 64 * 1024 }
/** A dictionary is no more than such a share of the texts of the studies it is taken from: few studies need a small one. */
const dictionaryShare = { record: 1 / 4, brief: 1 / 16 }

/**
 * Writes one segment: records as they come, the index and columns when it is finished. The file counts only once `finish`
 * has made it durable and a manifest names it.
 */
export class SegmentWriter {
  readonly #data: PieceWriter
  readonly #builder: SegmentBuilder
  readonly #hashes: bigint[] = []
  readonly #aliases = new Map<string, number>()
  readonly #places: StudyPlace[] = []
  readonly #waiting: Waiting[] = []
  #waitingLength = 0
  #processedFrom = ''
  #processedTo = ''
  #written: Written | undefined

  /** What is gathered in more memory than `mostBytes` goes to the disk meanwhile: the segment is the same whatever it is. */
  constructor(file: string, vocabulary: Vocabulary, mostBytes = mostGathered) {
    this.#data = new PieceWriter(file)
    this.#builder = new SegmentBuilder(vocabulary, { file: `${file}.runs`, mostBytes })
  }

  get count(): number {
    return this.#builder.columns.count
  }

  add(stored: StoredStudy, concepts: IndexedConcepts, hash: bigint): void {
    const doc = this.count
    this.#builder.add(stored, concepts)
    this.#noteProcessed(stored.processed)
    this.#hashes.push(hash)
    const id = stored.study.protocolSection.identificationModule
    for (const alias of id.nctIdAliases ?? []) {
      const name = alias.toUpperCase()
      if (!this.#aliases.has(name)) this.#aliases.set(name, nctNumber(id.nctId))
    }
    const text = recordText(stored)
    if (this.#written) {
      this.#write({ doc, stored, text }, this.#written.packer)
      return
    }
    this.#waiting.push({ doc, stored, text })
    this.#waitingLength += text.length
    if (this.#waitingLength > dictionarySize.record * 4) this.#writeWaiting()
  }

  /** Makes the segment whole and durable. */
  finish(): void {
    const { dictionaries, packer } = this.#writeWaiting()
    packer.close()
    const { main, body, byPiece, columns, names } = this.#builder
    const terms = { main: this.#writeTerms(main), body: this.#writeTerms(body) }
    const fields = byPiece.write(this.#data, this.count)
    this.#builder.close()
    const pieces = this.#writeColumns({
      ...columns.finish(),
      ...placesOf(this.#places),
      hash: BigInt64Array.from(this.#hashes),
    })
    writeDirectory(this.#data, {
      studies: this.count,
      processed: { from: this.#processedFrom, to: this.#processedTo },
      countries: columns.countryCodes,
      areas: columns.areas,
      columns: pieces,
      dictionaries,
      terms,
      byPiece: fields,
      aliases: this.#writeJson([...this.#aliases]),
      names: this.#writeJson(
        Array.from(names.counts.values(), ({ text, kind, count }) => [text, kind, count]),
      ),
    })
  }

  #noteProcessed(day: string | undefined): void {
    if (!day) return
    if (this.#processedFrom === '' || day < this.#processedFrom) this.#processedFrom = day
    if (day > this.#processedTo) this.#processedTo = day
  }

  /** The dictionaries are made of the first studies, the longer two thirds of them. */
  #writeWaiting(): Written {
    if (this.#written) return this.#written
    const longest = this.#waiting
      .toSorted((a, b) => a.text.length - b.text.length)
      .slice(Math.floor(this.#waiting.length / 3))
    const sample = (texts: readonly string[], of: keyof Dictionaries): Uint8Array => {
      const size = Math.min(dictionarySize[of], this.#waitingLength * dictionaryShare[of])
      return new Uint8Array(Buffer.from(texts.join('').slice(0, size)))
    }
    const dictionaries = {
      record: sample(
        longest.map(({ text }) => text),
        'record',
      ),
      brief: sample(
        longest.map(({ stored }) => briefText(stored.study)),
        'brief',
      ),
    }
    const pieces = {
      record: this.#data.append(zstdCompressSync(dictionaries.record)),
      brief: this.#data.append(zstdCompressSync(dictionaries.brief)),
    }
    const packer = new StudyPacker(dictionaries)
    for (const waiting of this.#waiting) this.#write(waiting, packer)
    this.#waiting.length = 0
    return (this.#written = { dictionaries: pieces, packer })
  }

  #write({ doc, stored: { study }, text }: Waiting, packer: StudyPacker): void {
    const { brief, record, results } = packer.pack(study, text)
    const nct = nctNumber(study.protocolSection.identificationModule.nctId)
    const first = this.#data.append(brief)
    this.#places[doc] = {
      nct,
      at: first.at,
      brief: first.length,
      record: this.#data.append(record).length,
      results: results ? this.#data.append(results).length : 0,
    }
  }

  #writeTerms(postings: PostingsBuilder): TermBlocks {
    const writer = new TermWriter(this.#data, 2)
    for (const { term, documents, postings: bytes, positions } of postings.finish())
      writer.add(term, documents, bytes, positions)
    return writer.finish()
  }

  #writeColumns(columns: Readonly<Record<ColumnName, ArrayBufferView>>): Directory['columns'] {
    const pieces = Object.entries(columns).map(([name, array]): [string, FilePiece] => [
      name,
      this.#data.append(
        zstdCompressSync(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)),
      ),
    ])
    return Object.fromEntries(pieces) as unknown as Directory['columns']
  }

  #writeJson(value: unknown): FilePiece {
    return this.#data.append(zstdCompressSync(JSON.stringify(value)))
  }
}

/** Where the pieces of one study lie. */
interface StudyPlace {
  readonly nct: number
  readonly at: number
  readonly brief: number
  readonly record: number
  readonly results: number
}

function placesOf(places: readonly StudyPlace[]): StudyPlaces {
  const byNct = Uint32Array.from(places.keys()).sort(
    (a, b) => (places[a]?.nct ?? 0) - (places[b]?.nct ?? 0) || a - b,
  )
  return {
    nct: Int32Array.from(places, ({ nct }) => nct),
    byNct,
    at: Float64Array.from(places, ({ at }) => at),
    brief: Uint32Array.from(places, ({ brief }) => brief),
    record: Uint32Array.from(places, ({ record }) => record),
    results: Uint32Array.from(places, ({ results }) => results),
  }
}

/** Where the dictionaries lie, and what packs with them. */
interface Written {
  readonly dictionaries: Directory['dictionaries']
  readonly packer: StudyPacker
}

/** A study on its way to the file. */
interface Waiting {
  readonly doc: number
  readonly stored: StoredStudy
  readonly text: string
}
