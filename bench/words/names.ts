import type { Engine } from '../../src/finder/catalogue/search/engine.ts'
import { drugTypos } from './drugs.ts'
import { frenchNames } from '../../src/finder/vocabulary/everyday-names.ts'

/** A name as people type it, and the MeSH term it means; several, of which one is enough, with `|` between them. */
export interface TypedName {
  readonly words: string
  readonly term: string
}

/** Lines that end in what was typed and the MeSH term; a first line of columns is passed over. */
export function readTypedNames(text: string): TypedName[] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [term = '', words = ''] = line.split('\t').toReversed()
      return { words, term }
    })
}

/** The names that a search does not understand as their illness. */
export function misunderstood(
  names: readonly TypedName[],
  engine: Engine,
  today: string,
): TypedName[] {
  return names.filter(({ words, term }) => {
    const { concepts } = engine.search({ q: words, today, pageSize: 1 })
    const meant = term.toLowerCase().split('|')
    return !concepts.some((concept) => meant.includes(concept.term.toLowerCase()))
  })
}

/** A name with a typing error, and as it is written. */
export interface MisspeltName {
  readonly words: string
  readonly meant: string
}

/**
 * Of the names that a search understands, those that it does not understand as the same illness with the error. A name that
 * it does not know is no matter of spelling.
 */
export function unlikeWithErrors(
  names: readonly MisspeltName[],
  engine: Engine,
  today: string,
): { readonly asked: number; readonly unlike: readonly MisspeltName[] } {
  const illnesses = (q: string): string => {
    const { concepts } = engine.search({ q, today, pageSize: 1 })
    return concepts.map(({ term }) => term).join('|')
  }
  const known = names.filter(({ meant }) => illnesses(meant) !== '')
  const unlike = known.filter(({ words, meant }) => illnesses(words) !== illnesses(meant))
  return { asked: known.length, unlike }
}

/** One typing error in the longest word of each term as it is said ("Abdomen, Acute": "Acute Abdomen"). */
export function illnessTypos(terms: readonly string[], seed: number): MisspeltName[] {
  return terms.flatMap((term) => {
    const said = term.includes(', ') ? term.split(', ').toReversed().join(' ') : term
    const [longest = ''] = said.split(' ').toSorted((a, b) => b.length - a.length)
    const [typo] = drugTypos([longest], seed)
    return typo ? [{ words: said.replace(longest, typo.typed), meant: said }] : []
  })
}

/** Of the mentions of illnesses in records (MeSH term, how often), the share whose illness is shown in French. */
export function shareShownInFrench(mentions: ReadonlyMap<string, number>): number {
  const names = frenchNames()
  let [all, shown] = [0, 0]
  for (const [term, count] of mentions) {
    all += count
    if (names.has(term)) shown += count
  }
  return all === 0 ? 0 : shown / all
}
