import { type Token, fold, internedTokens } from '../../vocabulary/fold.ts'
import {
  type BodyField,
  type SearchField,
  bodyFields,
  searchFields,
  standingFields,
} from '../model/fields.ts'
import type { StoredStudy } from '../model/stored.ts'
import { ColumnBuilder } from './column-builder.ts'
import { valuesByPiece } from '../../registry/pieces/record-values.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { thingNames } from '../../vocabulary/named-in-words.ts'
import { placedBodyField, textGap } from './placed-blocks.ts'
import { PieceIndexBuilder } from './piece-index.ts'
import { PostingsBuilder } from './postings-builder.ts'
import { TermIds } from './term-ids.ts'
import { TermRunFile } from './term-runs.ts'
import { bodyTexts, otherNumbersOf, searchTexts } from './texts.ts'
import type { ConceptStanding, IndexedConcepts } from '../../vocabulary/categories.ts'
import type { Concept } from '../../vocabulary/concept.ts'
import { type ConceptKind, conceptKey, numberKey } from '../model/plan.ts'

/** What is gathered of terms goes to a file as soon as it takes so much memory. */
interface Gathering {
  readonly file: string
  readonly mostBytes: number
}

/** A segment in memory: studies are added, then it is written to a file whole. */
export class SegmentBuilder {
  readonly columns = new ColumnBuilder()
  readonly #terms = new TermIds()
  readonly main = new PostingsBuilder(this.#terms)
  readonly body = new PostingsBuilder(this.#terms)
  readonly byPiece: PieceIndexBuilder
  readonly names = new NameCounts()
  /** The words of the study that is being added, of its ordinary and its long texts; some twice. */
  readonly #searched: number[] = []
  readonly #gathering: Gathering
  #runs: TermRunFile | undefined

  constructor(vocabulary: Vocabulary, gathering: Gathering) {
    this.#gathering = gathering
    this.byPiece = new PieceIndexBuilder(this.#terms, thingNames(vocabulary))
  }

  add(stored: StoredStudy, concepts: IndexedConcepts): void {
    const doc = this.columns.count
    this.columns.add(stored)
    const read = wordsOnce()
    let position = 0
    for (const [field, text] of searchTexts(stored.study)) {
      this.byPiece.placed.begin(field, position)
      position = this.#addText(this.main, doc, fieldNumber[field], read(cut(text)), position)
    }
    this.byPiece.placed.end(position)
    let bodyPosition = 0
    for (const [field, text] of bodyTexts(stored.study)) {
      const words = read(cut(text))
      const end = this.#addText(
        this.body,
        doc,
        bodyFields.indexOf(field),
        words,
        placeIn(field, bodyPosition),
      )
      if (field === placedBodyField) bodyPosition = end
    }
    for (const number of otherNumbersOf(stored.study))
      this.main.add(doc, this.#terms.of(numberKey(number)), fieldNumber.id, -1)
    for (const kind of ['exact', 'broader', 'named', 'excluded'] as const)
      for (const concept of concepts[kind]) this.#addConcept(doc, kind, concept, concepts.standing)
    const values = valuesByPiece(stored.study)
    this.byPiece.add({ doc, values, read, searched: this.#searched })
    this.#searched.length = 0
    this.names.add(stored)
    if (this.#gatheredBytes > this.#gathering.mostBytes) this.#setDown()
  }

  /** Once all is finished. */
  close(): void {
    this.#runs?.close()
  }

  get #gatheredBytes(): number {
    const { main, body, byPiece } = this
    return main.bytes + body.bytes + byPiece.bytes + this.#terms.count * bytesOfTerm
  }

  #setDown(): void {
    const file = (this.#runs ??= new TermRunFile(this.#gathering.file))
    for (const index of [this.main, this.body, this.byPiece]) index.setDown(file)
    this.#terms.clear()
  }

  /** Under a key of its own, with a field for each thing that makes it the study's own subject. */
  #addConcept(
    doc: number,
    kind: ConceptKind,
    concept: Concept,
    { inTitle, main, sole }: ConceptStanding,
  ): void {
    const id = this.#terms.of(conceptKey(kind, concept.term))
    this.main.add(doc, id, fieldNumber.conditionMesh, -1)
    if (kind === 'excluded') return
    if (inTitle.has(concept)) this.main.add(doc, id, fieldNumber[standingFields.inTitle], -1)
    if (main.has(concept)) this.main.add(doc, id, fieldNumber[standingFields.main], -1)
    if (sole.has(concept)) this.main.add(doc, id, fieldNumber[standingFields.sole], -1)
  }

  /** Positions go on from text to text with a gap, so that no phrase crosses from one to the next. */
  #addText(
    index: PostingsBuilder,
    doc: number,
    field: number,
    words: readonly Token[],
    position: number,
  ): number {
    let at = position
    for (const word of words) {
      const id = this.#terms.ofToken(word)
      if (index.add(doc, id, field, at)) this.#searched.push(id)
      if (word.form) {
        const form = this.#terms.ofForm(word.form)
        if (index.add(doc, form, field, -1)) this.#searched.push(form)
      }
      if (at >= 0) at++
    }
    return at + textGap
  }
}

/** The words of texts, of which each is read once: a study's texts are in several indexes. */
function wordsOnce(): (text: string) => readonly Token[] {
  const known = new Map<string, readonly Token[]>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const words = internedTokens(text)
    known.set(text, words)
    return words
  }
}

/** Of the long texts only those about who can take part are indexed with the places of their words. */
function placeIn(field: BodyField, position: number): number {
  return field === placedBodyField ? position : -1
}

function cut(text: string): string {
  return text.length > longestText ? text.slice(0, longestText) : text
}

/** Texts longer than this are indexed as far as this (but by field whole): a megabyte holds any real field many times. */
const longestText = 1_000_000
/** The numbers of a term in the three indexes, the term itself, and its place among all. */
const bytesOfTerm = 160

const fieldNumber = Object.fromEntries(
  searchFields.map((field, index) => [field, index]),
) as Readonly<Record<SearchField, number>>

/** How often each condition and treatment is named, for suggestions, and each other name of a treatment beside its name. */
class NameCounts {
  readonly counts = new Map<
    string,
    { text: string; kind: 'condition' | 'treatment' | 'other name'; count: number }
  >()

  add(stored: StoredStudy): void {
    const protocol = stored.study.protocolSection
    const conditions = protocol.conditionsModule?.conditions ?? []
    const treatments = protocol.armsInterventionsModule?.interventions ?? []
    for (const text of conditions) this.#count('condition', text)
    for (const { name, type, otherNames } of treatments)
      if (name && (type === 'DRUG' || type === 'BIOLOGICAL')) {
        this.#count('treatment', name)
        for (const other of otherNames?.slice(0, mostOtherNames) ?? [])
          if (other.length <= longestOtherName && name.length <= longestOtherName)
            this.#count('other name', `${name}\t${other}`)
      }
  }

  #count(kind: 'condition' | 'treatment' | 'other name', text: string): void {
    if (text.length > longestName) return
    const key = `${kind}:${fold(text)}`
    const entry = this.counts.get(key)
    if (entry) entry.count++
    else this.counts.set(key, { text, kind, count: 1 })
  }
}

const longestName = 80
const longestOtherName = 39
const mostOtherNames = 20
