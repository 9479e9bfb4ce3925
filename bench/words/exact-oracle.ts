import { DatabaseSync } from 'node:sqlite'
import type { StoredStudy } from '../../src/finder/catalogue/model/stored.ts'
import { bodyTexts, otherNumbersOf, searchTexts } from '../../src/finder/catalogue/segment/texts.ts'
import { distanceKm, type Point } from '../../src/finder/places/distance.ts'
import { fold, tokens } from '../../src/finder/vocabulary/fold.ts'
import { britishWords, inSingular } from '../../src/finder/vocabulary/spelling.ts'

/**
 * SQLite's full-text index over the same words, folded before they are given to it, and a naive reading of written words, numbers
 * and distances: what a search must find, without any of its code.
 */
export interface Oracle {
  /** Studies whose texts, or rules for joining, match an FTS5 expression over `fts(word)`. */
  match(expression: string, where?: 'texts' | 'rules'): readonly string[]
  /** Studies with a word that begins so: as it is written, in its folded spelling, or in its other spelling. */
  beginning(prefix: string): readonly string[]
  numbered(number: string): readonly string[]
  within(point: Point, km: number): readonly string[]
  /** The words of each text of some studies, to draw questions from. */
  readonly texts: readonly (readonly string[])[]
  readonly rules: readonly (readonly string[])[]
  /** Words as they are written, those that are long enough to begin with three letters and are one word. */
  readonly forms: readonly string[]
  readonly points: readonly Point[]
  close(): void
}

/** A word as a phrase of FTS5: its tokenizer takes nothing but these letters for more than one word. */
export function fts(word: string): string {
  return `"${coded(word)}"`
}

/** Fills the oracle with studies, every one of them. */
export function openOracle(studies: Iterable<StoredStudy>): Oracle {
  const db = new DatabaseSync(':memory:')
  for (const table of ['texts', 'rules', 'forms'])
    db.exec(
      `create virtual table ${table} using fts5(nct unindexed, words, tokenize = "unicode61 remove_diacritics 0")`,
    )
  const insert = (table: string) => db.prepare(`insert into ${table} (nct, words) values (?, ?)`)
  const [inTexts, inRules, inForms] = [insert('texts'), insert('rules'), insert('forms')]
  const read: Read = { texts: [], rules: [], forms: new Map(), numbers: new Map(), sites: [] }
  db.exec('begin')
  for (const stored of studies) {
    const nct = stored.study.protocolSection.identificationModule.nctId
    const texts = [...searchTexts(stored.study)].map(([, text]) => text)
    const rules = [...bodyTexts(stored.study)].flatMap(([field, text]) =>
      field === 'eligibility' ? text : [],
    )
    inTexts.run(nct, joined(texts))
    inRules.run(nct, joined(rules))
    inForms.run(nct, writtenWords(texts, read.forms).map(coded).join(' '))
    read.texts.push(...texts.map(tokens))
    read.rules.push(...rules.map(tokens))
    for (const number of otherNumbersOf(stored.study))
      read.numbers.set(number, [...(read.numbers.get(number) ?? []), nct])
    for (const point of stored.points) if (point) read.sites.push({ nct, point })
  }
  db.exec('commit')
  return oracleOf(db, read)
}

interface Read {
  readonly texts: (readonly string[])[]
  readonly rules: (readonly string[])[]
  /** Written words, each with its words as they are indexed. */
  readonly forms: Map<string, readonly string[]>
  readonly numbers: Map<string, string[]>
  readonly sites: { readonly nct: string; readonly point: Point }[]
}

function oracleOf(db: DatabaseSync, read: Read): Oracle {
  const find = (table: string, expression: string): string[] =>
    db
      .prepare(`select nct from ${table} where ${table} match ? order by nct`)
      .all(expression)
      .map((row) => String(row['nct']))
  const forms = [...read.forms.keys()].toSorted()
  return {
    match: (expression, where = 'texts') => find(where, expression),
    beginning: (prefix) => {
      const begins = `${fts(prefix)} *`
      const spelled = new Set(
        [...forms, ...britishWords]
          .filter((form) => form.startsWith(prefix) && inSingular(form).startsWith(prefix))
          .flatMap((form) => {
            const words = tokens(form)
            return words.length === 1 ? words : []
          }),
      )
      const found = [...find('texts', begins), ...find('forms', begins)]
      for (const word of spelled) found.push(...find('texts', fts(word)))
      return sorted(found)
    },
    numbered: (number) => read.numbers.get(number) ?? [],
    within: (point, km) =>
      sorted(
        read.sites.filter((site) => distanceKm(point, site.point) <= km).map(({ nct }) => nct),
      ),
    texts: read.texts.filter((words) => words.length > 0),
    rules: read.rules.filter((words) => words.length > 0),
    forms: forms.filter((form) => form.length >= 3 && tokens(form).length === 1),
    points: read.sites.map(({ point }) => point),
    close: () => db.close(),
  }
}

/** Each study once, in order. */
export function sorted(found: Iterable<string>): string[] {
  return [...new Set(found)].toSorted()
}

/** No phrase goes on from one text to the next. */
function joined(texts: readonly string[]): string {
  return texts.map((text) => tokens(text).map(coded).join(' ')).join(' zzgapzz zzgapzz ')
}

/** Runs of letters and digits, folded: a reading of its own, that knows nothing of plurals and spellings. */
function writtenWords(texts: readonly string[], known: Map<string, readonly string[]>): string[] {
  const words = texts.flatMap(
    (text) =>
      fold(text.replace(/['’ʼ＇]s(?![\p{L}\p{N}])/giu, ' ')).match(/[\p{L}\p{N}ー]+/gu) ?? [],
  )
  for (const word of words) if (!known.has(word)) known.set(word, tokens(word))
  return words
}

/** The tokenizer of SQLite sees plain letters and digits alone; a beginning stays one. */
function coded(word: string): string {
  return Array.from(word, (letter) =>
    /[a-z0-9]/.test(letter) ? letter : `zz${letter.codePointAt(0)?.toString(16).padStart(6, '0')}`,
  ).join('')
}
