import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { syncFile } from '../../../base/durable-files.ts'
import { fold } from '../../vocabulary/fold.ts'
import { PieceDamaged } from '../model/damage.ts'
import type { StudyCount, Suggestion } from '../model/summary.ts'

/** A name that can be suggested, as it is shown. */
export interface SuggestedName {
  readonly text: string
  readonly kind: 'condition' | 'treatment'
  /** The MeSH term it is another name of. */
  readonly term?: string
  readonly studies: number
}

/** What the names file is made of. */
export interface NameParts {
  readonly names: readonly SuggestedName[]
  readonly words: readonly SpellingWord[]
  /** Studies about each MeSH term or something narrower. */
  readonly concepts: readonly { readonly term: string; readonly count: StudyCount }[]
  readonly otherNames: readonly OtherName[]
}

/** Another name of a medicine that records give it, and the name that it is another of. */
export interface OtherName {
  readonly other: string
  readonly name: string
}

/** Writes the file of names that goes with one state of the catalogue; gives its checksum. */
export function writeNamesFile(file: string, parts: NameParts): number {
  const db = new DatabaseSync(file)
  db.exec(layout)
  db.exec('begin')
  const name = db.prepare(
    'insert into names (id, text, kind, term, studies) values (?, ?, ?, ?, ?)',
  )
  const start = db.prepare('insert or ignore into starts (beginning, studies, id) values (?, ?, ?)')
  parts.names.forEach(({ text, kind, term, studies }, id) => {
    name.run(id, text, kind, term ?? null, studies)
    for (const beginning of beginningsOf(text)) start.run(beginning, studies, id)
  })
  const word = db.prepare('insert or ignore into words (stem, surface, weight) values (?, ?, ?)')
  for (const { stem, surface, weight } of parts.words) word.run(stem, surface, weight)
  const concept = db.prepare('insert into concepts (term, studies, recruiting) values (?, ?, ?)')
  for (const { term, count } of parts.concepts) concept.run(term, count.all, count.recruiting)
  const also = db.prepare('insert or ignore into other_names (other, name) values (?, ?)')
  for (const { other, name: of } of parts.otherNames) also.run(other, of)
  db.exec('commit')
  db.close()
  syncFile(file)
  return crc32(readFileSync(file))
}

/** The name from each of its words on, so that "kawasaki" finds "MIS-C, Kawasaki-like". */
function beginningsOf(text: string): string[] {
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const words = folded.split(' ')
  return words.slice(0, 6).map((_, index) => words.slice(index).join(' ').slice(0, 40))
}

/** The file of names, open for reading. */
export interface Names {
  /** At most `limit` names that begin, or have a word that begins, with what was typed; the most studied first. */
  suggest(typed: string, limit: number): Suggestion[]
  words(): SpellingWord[]
  /** Other names of medicines; none in a file of before they were kept. */
  otherNames(): OtherName[]
  /** Studies about a MeSH term or something narrower; zeros for an unknown term. */
  count(term: string): StudyCount
  close(): void
}

/** The bytes of a file of names. Throws `PieceDamaged` when it is not there or not as it was written. */
export function readSoundNames(file: string, checksum: number): Uint8Array {
  const bytes = existsSync(file) ? readFileSync(file) : undefined
  if (!bytes) throw new PieceDamaged(basename(file), 'it is missing')
  if (crc32(bytes) !== checksum)
    throw new PieceDamaged(basename(file), 'it is not as it was written')
  return bytes
}

/**
 * Reads a file of names whole into memory, where nothing on the disk can change it any more. Throws `PieceDamaged` when it is
 * not there or not as it was written.
 */
export function openNames(file: string, checksum: number): Names {
  const db = new DatabaseSync(':memory:')
  db.deserialize(readSoundNames(file, checksum))
  db.exec('pragma query_only = 1; pragma cache_size = -500')
  const suggest = db.prepare(`
    select distinct names.text, names.kind, names.term, names.studies
    from (
      select id, studies from starts
      where beginning >= ? and beginning < ?
      order by studies desc
      limit ?
    ) as found
    join names on names.id = found.id
    order by names.studies desc`)
  const words = db.prepare('select stem, surface, weight from words')
  const count = db.prepare('select studies, recruiting from concepts where term = ?')
  return {
    suggest: (typed, limit) => {
      const beginning = beginningsOf(typed.slice(0, 100))[0] ?? ''
      if (beginning.length < 2) return []
      const rows = suggest.all(beginning, `${beginning}\u{10ffff}`, limit * 4)
      return rows.slice(0, limit).map((row) => ({
        text: String(row['text']),
        kind: row['kind'] === 'treatment' ? 'treatment' : 'condition',
        ...(row['term'] !== null && { term: String(row['term']) }),
        studies: Number(row['studies']),
      }))
    },
    words: () =>
      words.all().map((row) => ({
        stem: String(row['stem']),
        surface: String(row['surface']),
        weight: Number(row['weight']),
      })),
    otherNames: () => {
      const isKept = db.prepare("select 1 from sqlite_schema where name = 'other_names'").get()
      const rows = isKept ? db.prepare('select other, name from other_names').all() : []
      return rows.map((row) => ({ other: String(row['other']), name: String(row['name']) }))
    },
    count: (term) => {
      const row = count.get(term)
      return { all: Number(row?.['studies'] ?? 0), recruiting: Number(row?.['recruiting'] ?? 0) }
    },
    close: () => db.close(),
  }
}

const layout = `
  pragma journal_mode = off;
  pragma synchronous = off;
  create table names (id integer primary key, text text not null, kind text not null, term text, studies integer not null) strict;
  create table starts (beginning text, studies integer, id integer, primary key (beginning, studies, id)) strict, without rowid;
  create table words (stem text primary key, surface text not null, weight integer not null) strict, without rowid;
  create table concepts (term text primary key, studies integer not null, recruiting integer not null) strict, without rowid;
  create table other_names (other text primary key, name text not null) strict, without rowid;
`

/** Words of disease and treatment names, for catching misspellings. */
export interface SpellingWord {
  readonly stem: string
  readonly surface: string
  /** How often it occurs in names of conditions and treatments. */
  readonly weight: number
}
