import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { syncFile } from '../../../base/durable-files.ts'
import type { StoredStudy } from '../model/stored.ts'
import type { StudyConcepts } from '../../vocabulary/categories.ts'
import { SegmentBuilder } from './builder.ts'
import { type Dictionaries, briefText, pack, recordText } from './codec.ts'
import type { Columns } from './columns.ts'
import { DataWriter, dataFile } from './data.ts'
import type { PostingsBuilder } from './postings-builder.ts'
import { nctNumber } from '../model/nct-number.ts'

/** What marks a file as a segment of ours (`Twsg`), and the layout it is written in. */
export const segmentApplicationId = 0x54777367
/** Raised whenever what is written changes: a segment of another format is not opened. */
export const segmentFormat = 2

const dictionarySize = { record: 64 * 1024, brief: 24 * 1024 }

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
  readonly #hashes: bigint[] = []
  readonly #waiting: Waiting[] = []
  #waitingLength = 0
  #processedFrom = ''
  #processedTo = ''
  #dictionaries: Dictionaries | undefined

  constructor(file: string) {
    this.#file = file
    this.#db = new DatabaseSync(file)
    this.#data = new DataWriter(dataFile(file))
    this.#db.exec(layout)
    this.#insert = this.#db.prepare(
      'insert into studies (doc, nct, at, brief, record, results) values (?, ?, ?, ?, ?, ?)',
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
    this.#hashes.push(hash)
    const id = stored.study.protocolSection.identificationModule
    for (const alias of id.nctIdAliases ?? [])
      this.#alias.run(alias.toUpperCase(), nctNumber(id.nctId))
    const text = recordText(stored)
    if (this.#dictionaries) {
      this.#write({ doc, stored, text }, this.#dictionaries)
      return
    }
    this.#waiting.push({ doc, stored, text })
    this.#waitingLength += text.length
    if (this.#waitingLength > dictionarySize.record * 4) this.#writeWaiting()
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
    syncFile(this.#file)
  }

  #noteProcessed(day: string | undefined): void {
    if (!day) return
    if (this.#processedFrom === '' || day < this.#processedFrom) this.#processedFrom = day
    if (day > this.#processedTo) this.#processedTo = day
  }

  /** The dictionaries are made of the first studies, the longer two thirds of them. */
  #writeWaiting(): void {
    if (this.#dictionaries) return
    const longest = this.#waiting
      .toSorted((a, b) => a.text.length - b.text.length)
      .slice(Math.floor(this.#waiting.length / 3))
    const sample = (texts: readonly string[], size: number) =>
      new Uint8Array(Buffer.from(texts.join('').slice(0, size)))
    const dictionaries = {
      record: sample(
        longest.map(({ text }) => text),
        dictionarySize.record,
      ),
      brief: sample(
        longest.map(({ stored }) => briefText(stored.study)),
        dictionarySize.brief,
      ),
    }
    const insert = this.#db.prepare('insert into dictionaries (name, bytes) values (?, ?)')
    for (const [name, bytes] of Object.entries(dictionaries)) insert.run(name, bytes)
    for (const waiting of this.#waiting) this.#write(waiting, dictionaries)
    this.#dictionaries = dictionaries
    this.#waiting.length = 0
  }

  #write({ doc, stored: { study }, text }: Waiting, dictionaries: Dictionaries): void {
    const { brief, record, results } = pack(study, text, dictionaries)
    const nct = nctNumber(study.protocolSection.identificationModule.nctId)
    const at = this.#data.append(brief)
    this.#data.append(record)
    if (results) this.#data.append(results)
    this.#insert.run(doc, nct, at, brief.length, record.length, results?.length ?? 0)
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
    const all = { ...columns, hash: BigInt64Array.from(this.#hashes) }
    for (const [name, array] of Object.entries(all))
      insert.run(name, new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  }

  #writeNames(): void {
    const insert = this.#db.prepare('insert into names (text, kind, count) values (?, ?, ?)')
    for (const { text, kind, count } of this.#builder.names.counts.values())
      insert.run(text, kind, count)
  }
}

/** A study on its way to the file. */
interface Waiting {
  readonly doc: number
  readonly stored: StoredStudy
  readonly text: string
}

const layout = `
  pragma page_size = 4096;
  pragma journal_mode = off;
  pragma synchronous = off;
  pragma application_id = ${segmentApplicationId};
  pragma user_version = ${segmentFormat};
  create table meta (key text primary key, value text not null) strict, without rowid;
  create table dictionaries (name text primary key, bytes blob not null) strict, without rowid;
  create table studies (
    doc integer primary key,
    nct integer not null,
    at integer not null,
    brief integer not null,
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
