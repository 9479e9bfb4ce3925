import { basename } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import type { Location, Study } from '../../registry/study.ts'
import type { StoredStudy } from '../model/stored.ts'
import { type Damage, StudyDamaged, PieceDamaged } from '../model/damage.ts'
import type { Index } from '../model/fields.ts'
import { nctOf } from '../model/nct-number.ts'
import { numberKey } from '../model/plan.ts'
import { StudyUnpacker } from './codec.ts'
import { type Columns, columnsOf } from './columns.ts'
import { type FilePiece, PieceReader } from './data.ts'
import {
  type ColumnName,
  type Directory,
  readDirectory,
  type StudyPlaces,
  studyPlacesOf,
} from './directory.ts'
import { KeptValues } from './kept-values.ts'
import { type StoredTerm, bytesOfTerm, unpackPostings } from './postings.ts'
import { forEachPosting } from './read-postings.ts'
import { type TermPlaces, termPlaces } from './term-places.ts'
import { PieceIndex } from './piece-index.ts'
import { placedBodyBit } from './placed-blocks.ts'
import { type SiteCells, siteCells } from './site-cells.ts'
import { docOfNumber } from './doc-of-number.ts'
import { isBlockSound, isSound, soundnessByField } from './soundness.ts'
import { type TermEntry, TermTable } from './term-table.ts'

/**
 * One finished file of studies with their index, open for reading. Nothing in it ever changes, and nothing of it is used
 * unchecked: what reads a piece throws `PieceDamaged`, of a study's record `StudyDamaged`, where it is not as it was written.
 */
export class Segment {
  readonly file: string
  readonly count: number
  /** The codes that the `country` column numbers. */
  readonly countries: readonly string[]
  /** The areas that the `siteArea` column numbers from 1. */
  readonly areas: readonly string[]
  readonly processed: Directory['processed']
  /** Words and values by the fields of the registry's records. */
  readonly byPiece: PieceIndex
  /** For who asks for thousands of words at once. */
  readonly tables: Readonly<Record<Index, TermTable>>
  readonly #kept = new KeptValues<StoredTerm | TermPlaces | null>(mostKeptBytes)
  #siteCells: SiteCells | undefined
  readonly #data: PieceReader
  readonly #directory: Directory
  readonly #places: StudyPlaces
  readonly #unpacker: StudyUnpacker
  readonly #aliases: ReadonlyMap<string, number>

  /** Throws when the file is missing or damaged in what is read of it now, and `CatalogueOfOtherVersion`. */
  constructor(file: string) {
    this.file = file
    this.#data = new PieceReader(file)
    try {
      this.#directory = readDirectory(this.#data)
      this.#places = studyPlacesOf((name) => this.column(name))
      const { record, brief } = this.#directory.dictionaries
      this.#unpacker = new StudyUnpacker({
        record: zstdDecompressSync(this.#data.read(record, 'its dictionary')),
        brief: zstdDecompressSync(this.#data.read(brief, 'its dictionary')),
      })
      this.#aliases = new Map(this.#json(this.#directory.aliases) as [string, number][])
    } catch (error) {
      this.#data.close()
      throw error
    }
    const { studies, processed, countries, areas, terms } = this.#directory
    this.count = studies
    this.processed = processed
    this.countries = countries
    this.areas = areas
    const elsewhere = (term: string): readonly (StoredTerm | undefined)[] =>
      (['main', 'body'] as const).map((index) => this.term(index, term))
    this.byPiece = new PieceIndex(this.#data, studies, this.#directory.byPiece, elsewhere)
    this.tables = {
      main: new TermTable(this.#data, terms.main, 2),
      body: new TermTable(this.#data, terms.body, 2),
    }
  }

  /** The numbers of the NCT ids by document, and documents in the order of these. */
  get ids(): Pick<StudyPlaces, 'nct' | 'byNct'> {
    return this.#places
  }

  /** A study whole, by the number of its NCT id; undefined where it is not in this segment. */
  study(nct: number): StoredStudy | undefined {
    const doc = this.docOf(nct)
    return doc === undefined ? undefined : this.#study(doc, true)
  }

  /** Whether it holds a study, by the number of its NCT id. */
  has(nct: number): boolean {
    return this.docOf(nct) !== undefined
  }

  /** A study without its results, by its place in the segment. */
  studyAt(doc: number): StoredStudy {
    return this.#study(doc, false)
  }

  /** A study's site by its place in the record's list; undefined where the record lists none there. */
  siteAt(doc: number, index: number): Location | undefined {
    return this.#unpacker.site(this.#ofStudy(doc, this.#pieces(doc).record), index)
  }

  /** What a list shows of a study, by its place in the segment. */
  briefAt(doc: number): Study {
    return this.#unpacker.brief(this.#ofStudy(doc, this.#pieces(doc).brief))
  }

  /** The number of the current NCT id of a study once registered as `id` (upper case). */
  alias(id: string): number | undefined {
    return this.#aliases.get(id)
  }

  /** The numbers of the NCT ids of the studies that have a number elsewhere (as `otherNumbersIn` gives it), where newest here. */
  numbered(number: string): number[] {
    const found: number[] = []
    const stored = this.term('main', numberKey(number))
    if (stored)
      forEachPosting(stored, (doc) => {
        const nct = this.#places.nct[doc] as number
        if (this.docOf(nct) === doc) found.push(nct)
      })
    return found
  }

  /** A term's postings. Those lately asked for are kept: the same few words are asked for all day. */
  term(index: Index, term: string): StoredTerm | undefined {
    const key = keyOf(index, term)
    const kept = this.#kept.get(key) as StoredTerm | null | undefined
    if (kept !== undefined) return kept ?? undefined
    const entry = this.tables[index].find(term)
    const found = entry && this.#stored(term, entry, index)
    this.#kept.set(key, found ?? null, found ? bytesOfTerm(found) : 100)
    return found
  }

  #stored(term: string, { documents, parts: [postings] }: TermEntry, index: Index): StoredTerm {
    const bytes = this.tables[index].bytes(postings)
    return unpackPostings(term, { documents, bytes }, this.count)
  }

  /** How many documents hold a term. */
  documents(index: Index, term: string): number {
    const kept = this.#kept.get(keyOf(index, term)) as StoredTerm | null | undefined
    return (kept === undefined ? this.tables[index].find(term) : kept)?.documents ?? 0
  }

  /** Where in each of its documents a term stands; those lately asked for are kept with the postings. */
  places(stored: StoredTerm, index: Index): TermPlaces {
    const key = `\u0005${keyOf(index, stored.term)}`
    const kept = this.#kept.get(key) as TermPlaces | undefined
    if (kept) return kept
    const bytes = this.positions(stored.term, index)
    const places = termPlaces(bytes, stored, index === 'body' ? placedBodyBit : undefined)
    this.#kept.set(key, places, bytes.length + places.starts.byteLength + 300)
    return places
  }

  /**
   * Its studies by where their sites are, from its own columns; made when it is first asked for and kept for good: among other words
   * they would leave between two searches near a place, and to make them takes longer than such a search.
   */
  siteCells(columns: Columns): SiteCells {
    return (this.#siteCells ??= siteCells(columns))
  }

  /** Where in each document a term is, as bytes in the order of its postings; empty where it is in none. */
  positions(term: string, index: Index): Uint8Array {
    const [, positions] = this.tables[index].find(term)?.parts ?? []
    return this.tables[index].bytes(positions)
  }

  /** Every term that begins with a prefix, with what reads its postings. */
  *termsFrom(index: Index, prefix: string): Generator<readonly [string, () => StoredTerm]> {
    for (const { term, ...entry } of this.tables[index].from(prefix)) {
      if (!term.startsWith(prefix)) return
      yield [term, () => this.#stored(term, entry, index)]
    }
  }

  /** The postings of every concept, whose keys begin with the control character 1. */
  *concepts(): Generator<StoredTerm> {
    for (const { term, ...entry } of this.tables.main.from('\u0001')) {
      if (term >= '\u0002') return
      yield this.#stored(term, entry, 'main')
    }
  }

  /** Conditions and treatments as the records write them, each with how often. */
  names(): readonly { text: string; kind: string; count: number }[] {
    const rows = this.#json(this.#directory.names) as [string, string, number][]
    return rows.map(([text, kind, count]) => ({ text, kind, count }))
  }

  /** Hashes of the records' contents, in the order of documents. */
  hashes(): BigInt64Array {
    return new BigInt64Array(this.column('hash'))
  }

  /** Reads all columns into memory; the ids are those that are there already. */
  columns(): Columns {
    return columnsOf(this.#places, (name) => this.column(name))
  }

  /** Makes sure that `columns` can be read, in a fraction of its time. Throws `PieceDamaged` where not. */
  checkColumns(): void {
    for (const [name, piece] of Object.entries(this.#directory.columns))
      if (name !== 'hash') this.#data.check(piece, `the column ${name}`)
  }

  /** Reads every piece, one after the other; gives what is damaged, as it is found, and nothing while all is sound. */
  *check(): Generator<Damage | undefined> {
    for (let doc = 0; doc < this.count; doc++) {
      const { brief, record, results } = this.#pieces(doc)
      const isWhole = [brief, record, results].every(
        (piece) => piece.length === 0 || isSound(this.#data, piece),
      )
      yield isWhole ? undefined : { doc, nctId: this.#idOf(doc) }
    }
    for (const table of Object.values(this.tables))
      for (let block = 0; block < table.blockCount; block++)
        yield isBlockSound(this.#data, table, block) ? undefined : { part: 'the index of words' }
    for (const isWhole of soundnessByField(this.#data, this.byPiece))
      yield isWhole ? undefined : { part: 'the index of words by field' }
    const { columns, dictionaries, aliases, names } = this.#directory
    for (const piece of [...Object.values(columns), ...Object.values(dictionaries), aliases, names])
      yield isSound(this.#data, piece) ? undefined : { part: 'its lists' }
  }

  close(): void {
    this.#data.close()
    this.#unpacker.close()
  }

  #study(doc: number, isWhole: boolean): StoredStudy {
    const { record, results } = this.#pieces(doc)
    const second = isWhole && results.length > 0 ? this.#ofStudy(doc, results) : null
    return this.#unpacker.study({ record: this.#ofStudy(doc, record), results: second })
  }

  #ofStudy(doc: number, piece: FilePiece): Uint8Array {
    try {
      return this.#data.read(piece, 'a record')
    } catch (error) {
      if (error instanceof PieceDamaged)
        throw new StudyDamaged(this.#idOf(doc), basename(this.file))
      throw error
    }
  }

  #idOf(doc: number): string {
    return nctOf(this.#places.nct[doc] as number)
  }

  #pieces(doc: number): Readonly<Record<'brief' | 'record' | 'results', FilePiece>> {
    const at = this.#places.at[doc] as number
    const brief = this.#places.brief[doc] as number
    const record = this.#places.record[doc] as number
    const results = this.#places.results[doc] as number
    return {
      brief: { at, length: brief },
      record: { at: at + brief, length: record },
      results: { at: at + brief + record, length: results },
    }
  }

  /** The place of the latest version of a study that is here, by the number of its NCT id. */
  docOf(number: number): number | undefined {
    return docOfNumber(this.#places, number)
  }

  /** Reads one column into memory. Throws `PieceDamaged`. */
  column(name: ColumnName): ArrayBuffer {
    const bytes = this.#data.read(this.#directory.columns[name], `the column ${name}`)
    return new Uint8Array(zstdDecompressSync(bytes)).buffer
  }

  #json(piece: FilePiece): unknown {
    return JSON.parse(zstdDecompressSync(this.#data.read(piece, 'a list')).toString())
  }
}

function keyOf(index: Index, term: string): string {
  return index === 'main' ? term : `\u0002${term}`
}

/** For each segment; there are two dozen in a catalogue of the whole registry. */
const mostKeptBytes = 3 * 1024 * 1024
