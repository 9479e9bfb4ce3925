import { frenchNames } from '../../../finder/vocabulary/everyday-names.ts'
import { tokens } from '../../../finder/vocabulary/fold.ts'
import type { Page } from '../page.ts'

/**
 * A MeSH term as the reader would say it, with the term in brackets: in French its French name; in English
 * the name that holds the words typed. The term alone where no such name is known, or it is what was typed.
 */
export function diseaseName(page: Page, term: string, typed?: string): string {
  const everyday = page.language === 'fr' ? frenchNames().get(term) : englishName(page, term, typed)
  if (everyday === undefined || (typed && isSame(everyday, typed))) return term
  return isSame(everyday, term) ? everyday : `${everyday} (${term})`
}

/** Of the names that hold what was typed the shortest: "kawasaki" is "Kawasaki disease". */
function englishName({ vocabulary }: Page, term: string, typed = ''): string | undefined {
  const wanted = tokens(typed)
  if (wanted.length === 0 || holds(term, wanted)) return undefined
  const names = vocabulary.byName(term)?.entryTerms ?? []
  const fitting = names.filter((name) => !name.includes(',') && holds(name, wanted))
  const [shortest] = fitting.toSorted((one, other) => one.length - other.length)
  return shortest?.replace(generic, (word) => word.toLowerCase())
}

/** MeSH writes every word large; these are no names. */
const generic = /(?<=\s)(?:Diseases?|Syndromes?|Disorders?|Infections?|Cancers?|Tumors?)\b/g

function holds(name: string, wanted: readonly string[]): boolean {
  const words = new Set(tokens(name))
  return wanted.every((word) => words.has(word))
}

function isSame(one: string, other: string): boolean {
  return tokens(one).join(' ') === tokens(other).join(' ')
}
