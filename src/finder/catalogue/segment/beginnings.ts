import { tokens } from '../../vocabulary/fold.ts'
import { britishWords, inSingular } from '../../vocabulary/spelling.ts'
import type { Index } from '../model/fields.ts'
import { formKey } from '../model/plan.ts'
import { type StoredTerm, docsFor, placesFor } from './postings.ts'
import type { Segment } from './segment.ts'

/**
 * All words of a segment that begin so, as one term: words as they are indexed; words as they are written, where they are
 * indexed as others ("her2", and "pros" without every "pro"); and both spellings of those ("haem" is hemoglobin too).
 * Undefined where there is none.
 */
export function termOfBeginning(
  segment: Segment,
  index: Index,
  prefix: string,
): StoredTerm | undefined {
  const known = kept.get(segment) ?? new Map<string, StoredTerm | undefined>()
  kept.set(segment, known)
  const key = `${index}:${prefix}`
  if (known.has(key)) return known.get(key)
  const made = together(`${prefix}*`, segment.count, wordsBeginning(segment, index, prefix))
  if (known.size >= mostKept) known.clear()
  known.set(key, made)
  return made
}

/** A beginning is asked for again with each page and each filter. */
const kept = new WeakMap<Segment, Map<string, StoredTerm | undefined>>()
const mostKept = 16

function* wordsBeginning(segment: Segment, index: Index, prefix: string): Generator<StoredTerm> {
  for (const [, stored] of segment.termsFrom(index, prefix)) yield stored()
  const spelled = new Set<string>()
  for (const [term, stored] of segment.termsFrom(index, formKey(prefix))) {
    const form = term.slice(formKey('').length)
    const [word = '', ...more] = tokens(form)
    if (word.startsWith(prefix)) continue
    if (more.length === 0 && inSingular(form).startsWith(prefix)) spelled.add(word)
    else yield stored()
  }
  for (const british of britishWords)
    if (british.startsWith(prefix)) for (const word of tokens(british)) spelled.add(word)
  for (const word of spelled) {
    const term = word.startsWith(prefix) ? undefined : segment.term(index, word)
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
