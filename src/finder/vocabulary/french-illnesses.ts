import type { Concept } from './concept.ts'
import { frenchIllnessNames } from './everyday-names.ts'

let read: ReadonlySet<string> | undefined

/** Whether a text is a name of an illness in French, and none of those that MeSH has for it in English. */
export function isFrenchName(text: string, { term, entryTerms }: Concept): boolean {
  read ??= new Set(frenchIllnessNames().map(plain))
  const key = plain(text)
  return read.has(key) && ![term, ...entryTerms].some((name) => plain(name) === key)
}

/** Small letters without accents: a search has no time to fold all names as it folds its words. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’']/g, ' ')
    .replaceAll('œ', 'oe')
    .trim()
}
