import { tokens } from '../../vocabulary/fold.ts'
import { britishWords, inSingular } from '../../vocabulary/spelling.ts'
import type { Index } from '../model/fields.ts'
import { formKey } from '../model/plan.ts'
import { type StoredTerm, docsFor, placesFor } from './postings.ts'
import type { Segment } from './segment.ts'

/** A beginning of words, and the words that are another spelling of one that begins so. */
export interface WordBeginning {
  readonly index: Index
  readonly prefix: string
  /** In any segment: what a study is found by does not hang on which others are kept beside it. */
  readonly spelled: ReadonlySet<string>
}

/**
 * All words of a segment that begin so, as one term: words as they are indexed; words as they are written, where they are
 * indexed as others ("her2", and "pros" without every "pro"); and both spellings of those ("haem" is hemoglobin too).
 * Undefined where there is none.
 */
export function termOfBeginning(
  segment: Segment,
  beginning: WordBeginning,
): StoredTerm | undefined {
  const known = kept.get(segment) ?? new Map<string, KeptTerm>()
  kept.set(segment, known)
  const { index, prefix, spelled } = beginning
  const key = `${index}:${prefix}`
  const before = known.get(key)
  if (before?.spelled === spelled) return before.term
  const term = together(`${prefix}*`, segment.count, wordsBeginning(segment, beginning))
  if (known.size >= mostKept) known.clear()
  known.set(key, { spelled, term })
  return term
}

interface KeptTerm {
  readonly spelled: ReadonlySet<string>
  readonly term: StoredTerm | undefined
}

/** A beginning is asked for again with each page and each filter. */
const kept = new WeakMap<Segment, Map<string, KeptTerm>>()
const mostKept = 16

/** The words that do not begin so and are indexed in place of one that does, as far as a segment tells. */
export function spelledOtherwise(
  segment: Segment,
  index: Index,
  prefix: string,
): ReadonlySet<string> {
  const spelled = new Set<string>()
  for (const [term] of segment.termsFrom(index, formKey(prefix))) {
    const word = otherSpelling(term, prefix)
    if (word !== undefined) spelled.add(word)
  }
  for (const british of britishWords)
    if (british.startsWith(prefix))
      for (const word of tokens(british)) if (!word.startsWith(prefix)) spelled.add(word)
  return spelled
}

/** The word that a form is indexed as, where it is only another spelling of what begins so. */
function otherSpelling(term: string, prefix: string): string | undefined {
  const form = term.slice(formKey('').length)
  const [word = '', ...more] = tokens(form)
  const isOther = !word.startsWith(prefix) && more.length === 0
  return isOther && inSingular(form).startsWith(prefix) ? word : undefined
}

function* wordsBeginning(
  segment: Segment,
  { index, prefix, spelled }: WordBeginning,
): Generator<StoredTerm> {
  for (const [, stored] of segment.termsFrom(index, prefix)) yield stored()
  for (const [term, stored] of segment.termsFrom(index, formKey(prefix))) {
    const [word = ''] = tokens(term.slice(formKey('').length))
    if (!word.startsWith(prefix) && otherSpelling(term, prefix) === undefined) yield stored()
  }
  for (const word of spelled) {
    const term = segment.term(index, word)
    if (term) yield term
  }
}

/** Of each document, all fields and the most often that any of the words has there, gathered in one list of all documents. */
function together(
  name: string,
  documents: number,
  terms: Iterable<StoredTerm>,
): StoredTerm | undefined {
  let all: Int32Array | undefined
  let count = 0
  for (const { docs, codes, coded } of terms) {
    all ??= new Int32Array(documents).fill(-1)
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number
      const code = codes[coded ? (coded[i] as number) : 0] as number
      const before = all[doc] as number
      if (before < 0) count++
      all[doc] = before < 0 ? code : ((before | code) & ~3) | Math.max(before & 3, code & 3)
    }
  }
  return all && gathered(name, all, count)
}

function gathered(term: string, all: Int32Array, documents: number): StoredTerm {
  const docs = docsFor(all.length, documents)
  const places = new Map<number, number>()
  let at = 0
  for (let doc = 0; doc < all.length; doc++) {
    const code = all[doc] as number
    if (code < 0) continue
    docs[at++] = doc
    if (!places.has(code)) places.set(code, places.size)
  }
  const codes = [...places.keys()]
  const coded = codes.length > 1 ? placesFor(codes.length, documents) : undefined
  if (coded)
    for (let i = 0; i < documents; i++)
      coded[i] = places.get(all[docs[i] as number] as number) as number
  return { term, documents, docs, codes, coded }
}
