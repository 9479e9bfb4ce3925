import type { RecordValues } from '../../registry/pieces/record-values.ts'
import type { Token } from '../../vocabulary/fold.ts'
import type { ThingNames } from '../../vocabulary/named-in-words.ts'
import { wordsOfForm } from '../../vocabulary/written-words.ts'
import { Arena, grown } from './arena.ts'
import { isNamePiece, isWordPiece, wordedValue, wordForms } from './piece-fields.ts'
import { type FinishedPieceTerm, encodePieceTerm, pieceNote } from './piece-postings.ts'
import { PieceSetsBuilder } from './piece-sets.ts'
import { type TermIds, longestTerm } from './term-ids.ts'
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
  /** What is known of each term, by its number, side by side, so that it is fetched from memory at once. */
  #known = new Int32Array(1024 * perTerm)
  /** The rows of the terms of the study that is being added. */
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
    this.#known.fill(0)
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
      const row = id * perTerm
      const run = this.#known[row + runOf] ?? 0
      if (run === 0) continue
      yield {
        term: this.#terms.term(id),
        documents: this.#known[row + documentsOf] as number,
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
    const named = this.#names.inNumbers(words.map((word) => this.#numberInNames(word)))
    const keys = named.length === 0 ? noKeys : [...new Set(named.flatMap((one) => one.keys))]
    if (text.length > longestKnown) known.set(text, keys)
    else {
      if (this.#keysOfTexts.size >= mostKnown) this.#keysOfTexts.clear()
      this.#keysOfTexts.set(text, keys)
    }
    return keys
  }

  /** Asked for every word of every study: the answer is kept with the term, but for words that are terms only by their beginning. */
  #numberInNames(token: Token): number {
    if (token.word.length > longestTerm) return this.#names.numberOf(token.word)
    const row = this.#rowOf(this.#terms.ofToken(token))
    const known = this.#known[row + nameOf] as number
    if (known > 0) return known - 1
    const number = this.#names.numberOf(token.word)
    this.#known[row + nameOf] = number + 1
    return number
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
    const row = this.#rowOf(id)
    const known = this.#known
    if (known[row + setOf] === 0) {
      this.#touched.push(row)
      known[row + fieldOf] = -1
      known[row + formsOf] = 0
    }
    if (known[row + fieldOf] !== field) {
      known[row + setOf] = this.#sets.with(known[row + setOf] as number, field)
      known[row + fieldOf] = field
    }
    known[row + formsOf] = (known[row + formsOf] as number) | form
  }

  /** Where what is known of a term begins, which has a run from now on. */
  #rowOf(id: number): number {
    const row = id * perTerm
    while (row >= this.#known.length) this.#known = grown(this.#known, perTerm)
    if (this.#known[row + runOf] === 0) {
      this.#known[row + runOf] = this.#arena.begin() + 1
      this.#known[row + otherOf] = -1
    }
    return row
  }

  #endDocument(doc: number, searched: readonly number[]): void {
    for (const id of searched) {
      const row = this.#rowOf(id)
      if (this.#known[row + searchedOf] === doc + 1) continue
      this.#known[row + searchedOf] = doc + 1
      // It is in no field: a text that was read elsewhere in another form.
      if (this.#known[row + setOf] === 0)
        this.#arena.number((this.#known[row + runOf] as number) - 1, pieceNote(0, false))
    }
    for (const row of this.#touched) this.#endTerm(row, doc)
    this.#touched.length = 0
  }

  #endTerm(row: number, doc: number): void {
    const known = this.#known
    const run = (known[row + runOf] as number) - 1
    const forms = known[row + formsOf] as number
    let set = known[row + setOf] as number
    if (forms === 2) set = this.#sets.with(set, wordForms.onlyOthers)
    if (forms === 3) set = this.#sets.with(set, wordForms.othersToo)
    const isOther = known[row + searchedOf] !== doc + 1
    this.#arena.number(run, pieceNote(set, isOther))
    if (isOther) {
      this.#arena.number(run, doc - (known[row + otherOf] as number))
      known[row + otherOf] = doc
    }
    this.#sets.use(set)
    known[row + setOf] = 0
    known[row + documentsOf] = (known[row + documentsOf] as number) + 1
  }
}

/**
 * What is known of a term: its run in the arena plus one; the last study of those that no other index has it in; the last in
 * which another index has it, plus one; of the study that is being added its set of fields, the last of them, and its forms (1
 * where the study has the word as it is, 2 where it has another form of it); in how many studies it is; and its number in the
 * names of illnesses and medicines plus one, once that was asked.
 */
const [runOf, otherOf, searchedOf, setOf, fieldOf, formsOf, documentsOf, nameOf, perTerm] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
] as const
