import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Study } from '../../registry/study.ts'
import type { StoredStudy } from '../model/stored.ts'
import { type Dictionaries, unpack, unpackBrief } from './codec.ts'
import { DataReader, dataFile, hashOfFile } from './data.ts'
import type { Columns } from './columns.ts'
import { segmentApplicationId, segmentFormat } from './writer.ts'
import type { Index } from '../model/fields.ts'

/** One finished file of studies with their index, open for reading. Nothing in it ever changes. */
export class Segment {
  readonly file: string
  readonly count: number
  /** The codes that the `country` column numbers. */
  readonly countries: readonly string[]
  /** The first and last day on which the registry processed its records; empty where none says. */
  readonly processed: { readonly from: string; readonly to: string }
  readonly #kept = new Map<string, StoredTerm | null>()
  #keptBytes = 0
  readonly #db: DatabaseSync
  readonly #data: DataReader
  readonly #dictionaries: Dictionaries
  readonly #byNct: StatementSync
  readonly #byDoc: StatementSync
  readonly #alias: StatementSync
  readonly #terms: Readonly<Record<Index, TermStatements>>

  /** Throws with a sentence for the operator when the file is missing, foreign or of another format. */
  constructor(file: string) {
    this.file = file
    this.#db = new DatabaseSync(file, { readOnly: true })
    this.#db.exec(
      'pragma query_only = 1; pragma mmap_size = 17179869184; pragma cache_size = -2000',
    )
    this.#check()
    this.#data = new DataReader(dataFile(file))
    this.count = Number(this.#meta('studies'))
    this.processed = { from: this.#meta('processedFrom'), to: this.#meta('processedTo') }
    this.countries = JSON.parse(this.#meta('countries')) as string[]
    this.#dictionaries = { record: this.#dictionary('record'), brief: this.#dictionary('brief') }
    this.#byNct = this.#db.prepare(
      'select at + brief as at, record, results from studies where nct = ? order by doc desc limit 1',
    )
    this.#byDoc = this.#db.prepare('select at, brief, record from studies where doc = ?')
    this.#alias = this.#db.prepare('select nct from aliases where alias = ?')
    this.#terms = { main: this.#statements('terms'), body: this.#statements('body_terms') }
  }

  /** A study whole, by the number of its NCT id; undefined where it is not in this segment. */
  study(nct: number): StoredStudy | undefined {
    const row = this.#byNct.get(nct)
    if (!row) return undefined
    const [at, length, results] = numbersOf(row, 'at', 'record', 'results')
    const record = this.#data.read(at, length)
    const second = results > 0 ? this.#data.read(at + length, results) : null
    return unpack({ record, results: second }, this.#dictionaries.record)
  }

  /** Whether it holds a study, by the number of its NCT id. */
  has(nct: number): boolean {
    return this.#byNct.get(nct) !== undefined
  }

  /** A study without its results, by its place in the segment. */
  studyAt(doc: number): StoredStudy {
    const [at, brief, length] = numbersOf(this.#byDoc.get(doc), 'at', 'brief', 'record')
    const record = this.#data.read(at + brief, length)
    return unpack({ record, results: null }, this.#dictionaries.record)
  }

  /** What a list shows of a study, by its place in the segment. */
  briefAt(doc: number): Study {
    const [at, length] = numbersOf(this.#byDoc.get(doc), 'at', 'brief')
    return unpackBrief(this.#data.read(at, length), this.#dictionaries.brief)
  }

  /** The number of the current NCT id of a study once registered as `id` (upper case). */
  alias(id: string): number | undefined {
    return this.#alias.get(id)?.['nct'] as number | undefined
  }

  /** A term's postings. Those lately asked for are kept: the same few words are asked for all day. */
  term(index: Index, term: string): StoredTerm | undefined {
    const key = index === 'main' ? term : `\u0002${term}`
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept ?? undefined
    const found = this.#read(index, term)
    this.#keep(key, found ?? null)
    return found
  }

  #keep(key: string, term: StoredTerm | null): void {
    this.#keptBytes += (term?.postings.length ?? 0) + 100
    if (this.#keptBytes > mostKeptBytes) {
      this.#kept.clear()
      this.#keptBytes = (term?.postings.length ?? 0) + 100
    }
    this.#kept.set(key, term)
  }

  #read(index: Index, term: string): StoredTerm | undefined {
    const row = this.#terms[index].one.get(term)
    if (!row) return undefined
    const [documents, at, length] = numbersOf(row, 'documents', 'at', 'postings')
    return { term, documents, postings: this.#data.read(at, length) }
  }

  /** How many documents hold a term. */
  documents(index: Index, term: string): number {
    return Number(this.#terms[index].count.get(term)?.['documents'] ?? 0)
  }

  /** Where in each document a term is, as bytes in the order of its postings; empty where it is in none. */
  positions(term: string): Uint8Array {
    const row = this.#terms.main.positions.get(term)
    if (!row) return new Uint8Array()
    const [at, postings, positions] = numbersOf(row, 'at', 'postings', 'positions')
    return this.#data.read(at + postings, positions)
  }

  /** Terms that begin with a prefix, with the number of documents of each. */
  termsFrom(index: Index, prefix: string, most: number): { term: string; documents: number }[] {
    const rows = this.#terms[index].range.all(prefix, `${prefix}\u{10ffff}`, most)
    return rows.map((row) => ({
      term: row['term'] as string,
      documents: row['documents'] as number,
    }))
  }

  /** The postings of every concept, whose keys begin with the control character 1. */
  *concepts(): Generator<StoredTerm> {
    const all =
      'select term, documents, at, postings from terms where term >= char(1) and term < char(2)'
    for (const row of this.#db.prepare(all).iterate()) {
      const [documents, at, length] = numbersOf(row, 'documents', 'at', 'postings')
      yield { term: String(row['term']), documents, postings: this.#data.read(at, length) }
    }
  }

  /** Conditions and treatments as the records write them, each with how often. */
  *names(): Generator<{ text: string; kind: string; count: number }> {
    for (const row of this.#db.prepare('select text, kind, count from names').iterate())
      yield {
        text: row['text'] as string,
        kind: row['kind'] as string,
        count: row['count'] as number,
      }
  }

  /** Hashes of the records' contents, in the order of documents. */
  hashes(): BigInt64Array {
    const row = this.#db.prepare("select bytes from columns where name = 'hash'").get()
    return new BigInt64Array(bytesOf(row?.['bytes']).slice().buffer)
  }

  /** Reads all columns into memory. Throws when one is missing. */
  columns(): Columns {
    const rows = this.#db.prepare('select name, bytes from columns').all()
    const bytes = new Map(rows.map((row) => [row['name'] as string, bytesOf(row['bytes'])]))
    const read = (name: keyof Columns): ArrayBuffer => {
      const found = bytes.get(name)
      if (!found) throw new Error(`${this.file} has no column ${name}`)
      return found.slice().buffer
    }
    return {
      nct: new Int32Array(read('nct')),
      status: new Uint8Array(read('status')),
      phases: new Uint8Array(read('phases')),
      type: new Uint8Array(read('type')),
      sponsorClass: new Uint8Array(read('sponsorClass')),
      masking: new Uint8Array(read('masking')),
      flags: new Uint8Array(read('flags')),
      updated: new Uint16Array(read('updated')),
      posted: new Uint16Array(read('posted')),
      minAge: new Uint16Array(read('minAge')),
      maxAge: new Uint16Array(read('maxAge')),
      categories: new Int32Array(read('categories')),
      length: new Uint8Array(read('length')),
      countryStart: new Uint32Array(read('countryStart')),
      country: new Uint8Array(read('country')),
      siteStart: new Uint32Array(read('siteStart')),
      siteLat: new Int16Array(read('siteLat')),
      siteLon: new Int16Array(read('siteLon')),
      siteFlags: new Uint8Array(read('siteFlags')),
    }
  }

  /** Reads both files whole for damage; empty when they are sound. */
  async damage(): Promise<string[]> {
    const rows = this.#db.prepare('pragma integrity_check').all()
    const found = rows.map((row) => String(row['integrity_check'])).filter((text) => text !== 'ok')
    const data = dataFile(this.file)
    if ((await hashOfFile(data)) !== this.#meta('data'))
      found.push(`${data} is not as it was written`)
    return found
  }

  close(): void {
    this.#db.close()
    this.#data.close()
  }

  #check(): void {
    const id = this.#db.prepare('pragma application_id').get()?.['application_id']
    const format = this.#db.prepare('pragma user_version').get()?.['user_version']
    if (id !== segmentApplicationId) throw new Error(`${this.file} is not a segment of a catalogue`)
    if (format !== segmentFormat)
      throw new Error(
        `${this.file} is in format ${String(format)}; this version of Trialway reads ${segmentFormat}. Move its folder away and import all studies again.`,
      )
  }

  #dictionary(name: keyof Dictionaries): Uint8Array {
    return bytesOf(
      this.#db.prepare('select bytes from dictionaries where name = ?').get(name)?.['bytes'],
    )
  }

  #meta(key: string): string {
    return String(this.#db.prepare('select value from meta where key = ?').get(key)?.['value'])
  }

  #statements(table: 'terms' | 'body_terms'): TermStatements {
    return {
      count: this.#db.prepare(`select documents from ${table} where term = ?`),
      one: this.#db.prepare(`select documents, at, postings from ${table} where term = ?`),
      positions: this.#db.prepare(`select at, postings, positions from ${table} where term = ?`),
      range: this.#db.prepare(
        `select term, documents from ${table} where term >= ? and term < ? order by term limit ?`,
      ),
    }
  }
}

/** For each segment; there are two dozen in a catalogue of the whole registry. */
const mostKeptBytes = 3 * 1024 * 1024

/** A term of an index, with its postings as they are kept. */
export interface StoredTerm {
  readonly term: string
  readonly documents: number
  readonly postings: Uint8Array
}

interface TermStatements {
  readonly count: StatementSync
  readonly one: StatementSync
  readonly positions: StatementSync
  readonly range: StatementSync
}

/** Columns of a row that are numbers. */
function numbersOf<Names extends readonly string[]>(
  row: Record<string, unknown> | undefined,
  ...names: Names
): { readonly [Index in keyof Names]: number } {
  return names.map((name) => Number(row?.[name])) as { readonly [Index in keyof Names]: number }
}

/** A blob column as bytes; node:sqlite types every value alike. */
function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new Error('a value that should be bytes is not')
}
