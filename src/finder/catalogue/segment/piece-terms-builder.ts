import type { RecordValues } from '../../registry/pieces/record-values.ts'
import type { Token } from '../../vocabulary/fold.ts'
import type { ThingNames } from '../../vocabulary/named-in-words.ts'
import { wordsOfForm } from '../../vocabulary/written-words.ts'
import { Arena, grown } from './arena.ts'
import { isNamePiece, isWordPiece, wordedValue, wordForms } from './piece-fields.ts'
import { type FinishedPieceTerm, encodePieceTerm, pieceNote } from './piece-postings.ts'
import { PieceSetsBuilder } from './piece-sets.ts'
import type { TermIds } from './term-ids.ts'
import { type GatheredTerm, type TermRunFile, mergedTerms } from './term-runs.ts'

const noKeys: readonly string[] = []
/** Texts longer than this are seldom written twice, but in one study; and so many of the others are remembered. */
const longestKnown = 80
const mostKnown = 20_000

/** A study on its way into the index by fields. */
export interface IndexedStudy {
  /** Its place in the segment; they come in the order of these. */
  readonly doc: number
  readonly values: RecordValues
  /** Gives the words of a text. */
  readonly read: (text: string) => readonly Token[]
  /** The terms that the other indexes have of its texts, each at least once. */
  readonly searched: readonly number[]
}

/**
 * The index of words by field of one segment while it is being written: for each word the studies it is in, each with the
 * set of its fields; for words as they are written where they are indexed as others, and for the names of things, the same.
 */
export class PieceTermsBuilder {
  readonly #terms: TermIds
  readonly #names: ThingNames
  readonly #sets = new PieceSetsBuilder()
  readonly #arena = new Arena()
  /** By the number of a term: its run in the arena plus one, and what is known of its last study. */
  #run = new Int32Array(1024)
  /** The last study of those that no other index has the term in. */
  #other = new Int32Array(1024)
  /** The last study in which another index has it, plus one. */
  #searched = new Int32Array(1024)
  #set = new Int32Array(1024)
  #field = new Int32Array(1024)
  /** 1 where the study has the word as it is, 2 where it has another form of it. */
  #forms = new Int32Array(1024)
  #documents = new Int32Array(1024)
  /** Terms of the study that is being added. */
  readonly #touched: number[] = []
  /** What short texts name: conditions, keywords and treatments are written alike by many studies. */
  readonly #keysOfTexts = new Map<string, readonly string[]>()
  readonly #earlier: Iterable<GatheredTerm>[] = []

  constructor(terms: TermIds, names: ThingNames) {
    this.#terms = terms
    this.#names = names
  }

  add({ doc, values, read, searched }: IndexedStudy): void {
    const named = new Map<string, readonly string[]>()
    for (const [field, list] of values.entries()) {
      if (!list || !isWordPiece[field]) continue
      const seen = list.length > 1 ? new Set<string>() : undefined
      for (const value of list) {
        const text = wordedValue(value)
        if (text === undefined || seen?.has(text)) continue
        seen?.add(text)
        const words = read(text)
        this.#addWords(field, words)
        if (isNamePiece[field])
          for (const key of this.#keysIn(text, words, named))
            this.#note(this.#terms.of(key), field, 0)
      }
    }
    this.#endDocument(doc, searched)
  }

  /** The memory of what is gathered, beside that of a few numbers a term. */
  get bytes(): number {
    return this.#arena.bytes
  }

  /** Moves what is gathered to a file; then the terms may be numbered anew. */
  setDown(file: TermRunFile): void {
    this.#earlier.push(file.write(this.#gathered()))
    this.#arena.clear()
    this.#run.fill(0)
    this.#searched.fill(0)
    this.#documents.fill(0)
  }

  /** The sets of fields, once all studies are added; before any term is finished. */
  finishSets(): Uint8Array {
    return this.#sets.finish()
  }

  /** Every term in order, finished; each is valid until the next. */
  *finish(): Generator<FinishedPieceTerm> {
    for (const runs of mergedTerms([...this.#earlier, this.#gathered()]))
      if (runs.some(({ documents }) => documents > 0)) yield encodePieceTerm(runs, this.#sets)
  }

  /** Also terms that are in no field of any study, but known to other indexes. */
  *#gathered(): Generator<GatheredTerm> {
    for (const id of this.#terms.inOrder()) {
      const run = this.#run[id] ?? 0
      if (run === 0) continue
      yield {
        term: this.#terms.term(id),
        documents: this.#documents[id] as number,
        bytes: this.#arena.read(run - 1),
      }
    }
  }

  #keysIn(
    text: string,
    words: readonly Token[],
    known: Map<string, readonly string[]>,
  ): readonly string[] {
    const before = known.get(text) ?? this.#keysOfTexts.get(text)
    if (before) return before
    const named = this.#names.inWords(words.map(({ word }) => word))
    const keys = named.length === 0 ? noKeys : [...new Set(named.flatMap((one) => one.keys))]
    if (text.length > longestKnown) known.set(text, keys)
    else {
      if (this.#keysOfTexts.size >= mostKnown) this.#keysOfTexts.clear()
      this.#keysOfTexts.set(text, keys)
    }
    return keys
  }

  #addWords(field: number, words: readonly Token[]): void {
    let otherUntil = 0
    for (let at = 0; at < words.length; at++) {
      const token = words[at] as Token
      const { form } = token
      if (form) {
        this.#note(this.#terms.ofForm(form), field, 0)
        otherUntil = at + wordsOfForm(form)
      }
      this.#note(this.#terms.ofToken(token), field, at < otherUntil ? 2 : 1)
    }
  }

  #note(id: number, field: number, form: number): void {
    if (id >= this.#run.length) this.#grow(id)
    if (this.#run[id] === 0) this.#begin(id)
    if (this.#set[id] === 0) {
      this.#touched.push(id)
      this.#field[id] = -1
      this.#forms[id] = 0
    }
    if (this.#field[id] !== field) {
      this.#set[id] = this.#sets.with(this.#set[id] as number, field)
      this.#field[id] = field
    }
    this.#forms[id] = (this.#forms[id] as number) | form
  }

  #begin(id: number): void {
    this.#run[id] = this.#arena.begin() + 1
    this.#other[id] = -1
  }

  #endDocument(doc: number, searched: readonly number[]): void {
    for (const id of searched) {
      if (id >= this.#run.length) this.#grow(id)
      if (this.#searched[id] === doc + 1) continue
      this.#searched[id] = doc + 1
      // It is in no field: a text that was read elsewhere in another form.
      if (this.#set[id] === 0) this.#noteNone(id)
    }
    for (const id of this.#touched) {
      const run = (this.#run[id] as number) - 1
      const forms = this.#forms[id] as number
      let set = this.#set[id] as number
      if (forms === 2) set = this.#sets.with(set, wordForms.onlyOthers)
      if (forms === 3) set = this.#sets.with(set, wordForms.othersToo)
      const isOther = this.#searched[id] !== doc + 1
      this.#arena.number(run, pieceNote(set, isOther))
      if (isOther) {
        this.#arena.number(run, doc - (this.#other[id] as number))
        this.#other[id] = doc
      }
      this.#sets.use(set)
      this.#set[id] = 0
      this.#documents[id] = (this.#documents[id] as number) + 1
    }
    this.#touched.length = 0
  }

  #noteNone(id: number): void {
    if (this.#run[id] === 0) this.#begin(id)
    this.#arena.number((this.#run[id] as number) - 1, pieceNote(0, false))
  }

  #grow(id: number): void {
    while (id >= this.#run.length) {
      this.#run = grown(this.#run)
      this.#other = grown(this.#other)
      this.#searched = grown(this.#searched)
      this.#set = grown(this.#set)
      this.#field = grown(this.#field)
      this.#forms = grown(this.#forms)
      this.#documents = grown(this.#documents)
    }
  }
}
