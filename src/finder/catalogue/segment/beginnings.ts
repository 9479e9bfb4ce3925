import { tokens } from '../../vocabulary/fold.ts'
import { britishWords, inSingular } from '../../vocabulary/spelling.ts'
import type { Index } from '../model/fields.ts'
import { formKey } from '../model/plan.ts'
import { postingsOf } from './postings-builder.ts'
import { type StoredTerm, forEachPosting } from './read-postings.ts'
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

/** Of each document, all fields and the most often that any of the words has there. */
function together(
  name: string,
  documents: number,
  terms: Iterable<StoredTerm>,
): StoredTerm | undefined {
  let codes: Int32Array | undefined
  let count = 0
  for (const term of terms) {
    const all = (codes ??= new Int32Array(documents).fill(-1))
    forEachPosting(term, (doc, code) => {
      const before = all[doc] as number
      if (before < 0) count++
      all[doc] = before < 0 ? code : ((before | code) & ~3) | Math.max(before & 3, code & 3)
    })
  }
  if (!codes) return undefined
  const docs = new Int32Array(count)
  let at = 0
  codes.forEach((code, doc) => {
    if (code >= 0) docs[at++] = doc
  })
  const all = codes
  return { term: name, documents: count, postings: postingsOf(docs, (doc) => all[doc] as number) }
}
