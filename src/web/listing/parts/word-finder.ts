import { explain } from '../../../finder/vocabulary/glossary.ts'
import type { FindWords } from './words-explained.ts'
import type { Language } from '../../../words/language/language.ts'

/** The glossary of the vocabulary room, in the reader's language. */
export function wordFinder(language: Language): FindWords {
  return (text) =>
    explain(text).map(({ start, end, entry }) => ({
      start,
      end: start + wordAlone(text.slice(start, end)).length,
      id: entry.id,
      ...entry[language],
    }))
}

/** `eGFR≤29mL` is one run of characters: the word ends where the comparison begins. */
function wordAlone(found: string): string {
  const at = found.search(comparison)
  return at > 0 ? found.slice(0, at).trimEnd() : found
}

const comparison = /[≤≥<>=]/
