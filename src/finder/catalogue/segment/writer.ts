import { closeSync, fsyncSync, openSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { StoredStudy } from '../stored.ts'
import { SegmentBuilder, type StudyConcepts } from './builder.ts'
import { nctNumber } from './column-builder.ts'
import { pack, recordText } from './codec.ts'
import type { Columns } from './columns.ts'
import { DataWriter, dataFile } from './data.ts'
import type { PostingsBuilder } from './postings.ts'

/** What marks a file as a segment of ours (`Twsg`), and the layout it is written in. */
export const applicationId = 0x54777367
export const segmentFormat = 1

const dictionarySize = 64 * 1024

/**
 * Writes one segment: records go to the data file as they come, the index and columns when it is finished.
 * The files have no journal; they count only once `finish` has made them durable and a manifest names them.
 */
export class SegmentWriter {
  readonly #file: string
  readonly #db: DatabaseSync
  readonly #data: DataWriter
  readonly #insert: StatementSync
  readonly #alias: StatementSync
  readonly #builder = new SegmentBuilder()
  readonly #waiting: { doc: number; stored: StoredStudy; text: string; hash: bigint }[] = []
  #waitingLength = 0
  #processedFrom = ''
  #processedTo = ''
  #dictionary: Uint8Array | undefined

  constructor(file: string) {
    this.#file = file
    this.#db = new DatabaseSync(file)
    this.#data = new DataWriter(dataFile(file))
    this.#db.exec(layout)
    this.#insert = this.#db.prepare(
      'insert into studies (doc, nct, hash, at, record, results) values (?, ?, ?, ?, ?, ?)',
    )
    this.#alias = this.#db.prepare('insert or ignore into aliases (alias, nct) values (?, ?)')
    this.#db.exec('begin')
  }

  get count(): number {
    return this.#builder.columns.count
  }

  add(stored: StoredStudy, concepts: StudyConcepts, hash: bigint): void {
    const doc = this.count
    this.#builder.add(stored, concepts)
    this.#noteProcessed(stored.processed)
    const id = stored.study.protocolSection.identificationModule
    for (const alias of id.nctIdAliases ?? [])
      this.#alias.run(alias.toUpperCase(), nctNumber(id.nctId))
    const text = recordText(stored)
    if (this.#dictionary) {
      this.#write(doc, stored, text, hash, this.#dictionary)
      return
    }
    this.#waiting.push({ doc, stored, text, hash })
    this.#waitingLength += text.length
    if (this.#waitingLength > dictionarySize * 4) this.#writeWaiting()
  }

  /** Makes the segment whole and durable. */
  finish(): void {
    this.#writeWaiting()
    this.#writeTerms('terms', this.#builder.main)
    this.#writeTerms('body_terms', this.#builder.body)
    this.#writeColumns(this.#builder.columns.finish())
    this.#writeNames()
    const meta = this.#db.prepare('insert into meta (key, value) values (?, ?)')
    meta.run('studies', String(this.count))
    meta.run('data', this.#data.finish())
    meta.run('processedFrom', this.#processedFrom)
    meta.run('processedTo', this.#processedTo)
    meta.run('countries', JSON.stringify(this.#builder.columns.countryCodes))
    this.#db.exec('commit')
    this.#db.exec('create index studies_nct on studies (nct)')
    this.#db.close()
    const handle = openSync(this.#file, 'r')
    fsyncSync(handle)
    closeSync(handle)
  }

  #noteProcessed(day: string | undefined): void {
    if (!day) return
    if (this.#processedFrom === '' || day < this.#processedFrom) this.#processedFrom = day
    if (day > this.#processedTo) this.#processedTo = day
  }

  #writeWaiting(): void {
    if (this.#dictionary) return
    const sample = this.#waiting.map(({ text }) => text).sort((a, b) => a.length - b.length)
    const middle = sample.slice(Math.floor(sample.length / 3)).join('')
    this.#dictionary = Buffer.from(middle.slice(0, dictionarySize))
    this.#db.prepare('insert into dictionary (bytes) values (?)').run(this.#dictionary)
    for (const { doc, stored, text, hash } of this.#waiting)
      this.#write(doc, stored, text, hash, this.#dictionary)
    this.#waiting.length = 0
  }

  #write(doc: number, { study }: StoredStudy, text: string, hash: bigint, by: Uint8Array): void {
    const packed = pack(text, study.resultsSection, by)
    const nct = nctNumber(study.protocolSection.identificationModule.nctId)
    const at = this.#data.append(packed.record)
    if (packed.results) this.#data.append(packed.results)
    this.#insert.run(doc, nct, hash, at, packed.record.length, packed.results?.length ?? 0)
  }

  #writeTerms(table: 'terms' | 'body_terms', postings: PostingsBuilder): void {
    const insert = this.#db.prepare(
      `insert into ${table} (term, documents, at, postings, positions) values (?, ?, ?, ?, ?)`,
    )
    for (const { term, documents, postings: bytes, positions } of postings.finish()) {
      const at = this.#data.append(bytes)
      this.#data.append(positions)
      insert.run(term, documents, at, bytes.length, positions.length)
    }
  }

  #writeColumns(columns: Columns): void {
    const insert = this.#db.prepare('insert into columns (name, bytes) values (?, ?)')
    for (const [name, array] of Object.entries(columns))
      insert.run(name, new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  }

  #writeNames(): void {
    const insert = this.#db.prepare('insert into names (text, kind, count) values (?, ?, ?)')
    for (const { text, kind, count } of this.#builder.names.counts.values())
      insert.run(text, kind, count)
  }
}

const layout = `
  pragma page_size = 4096;
  pragma journal_mode = off;
  pragma synchronous = off;
  pragma application_id = ${applicationId};
  pragma user_version = ${segmentFormat};
  create table meta (key text primary key, value text not null) strict, without rowid;
  create table dictionary (bytes blob not null) strict;
  create table studies (
    doc integer primary key,
    nct integer not null,
    hash integer not null,
    at integer not null,
    record integer not null,
    results integer not null
  ) strict;
  create table aliases (alias text primary key, nct integer not null) strict, without rowid;
  create table terms (
    term text primary key,
    documents integer not null,
    at integer not null,
    postings integer not null,
    positions integer not null
  ) strict, without rowid;
  create table body_terms (
    term text primary key,
    documents integer not null,
    at integer not null,
    postings integer not null,
    positions integer not null
  ) strict, without rowid;
  create table columns (name text primary key, bytes blob not null) strict, without rowid;
  create table names (text text not null, kind text not null, count integer not null) strict;
`
