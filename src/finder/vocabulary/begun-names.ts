import type { Concept } from './concept.ts'
import { plainNames } from './everyday-names.ts'
import { fold } from './fold.ts'
import { shownName } from './shown-names.ts'

/** A name of an illness that may be about to be typed. */
export interface BegunName {
  /** As people say it in the language. */
  readonly name: string
  readonly term: string
  /** A whole word of it was typed, not only the beginning of one. */
  readonly isWhole: boolean
  /** It names a whole field ("diseases of the breast"): mostly something narrower is meant. */
  readonly isWide: boolean
}

interface KnownName {
  readonly name: string
  readonly term: string
  /** Folded, each word after a space. */
  readonly key: string
}

const known = new Map<'en' | 'fr', readonly KnownName[]>()

/**
 * The names of illnesses, in the reader's language, in which a word begins with what was typed; one for each illness: the name
 * that is shown, if it does.
 */
export function namesBegun(
  typed: string,
  language: 'en' | 'fr',
  concepts: readonly Concept[],
): readonly BegunName[] {
  const begun = keyOf(typed)
  if (begun.length < 3) return []
  const found = new Map<string, BegunName>()
  for (const { name, term, key } of namesOf(language, concepts)) {
    if (found.has(term)) continue
    const at = key.indexOf(begun)
    if (at === -1) continue
    const isWhole = `${key} `.includes(`${begun} `)
    found.set(term, { name, term, isWhole, isWide: wide.test(key) })
  }
  return [...found.values()]
}

/** " maladie du sein", " breast diseases". */
const wide =
  /^ (?:maladies?|troubles?|affections?|pathologies?) (?:de|du|des|d)\b|diseases$|disorders$/

/** Those that are shown come first. */
function namesOf(language: 'en' | 'fr', concepts: readonly Concept[]): readonly KnownName[] {
  const before = known.get(language)
  if (before) return before
  const names = [
    ...concepts.map(({ term }) => ({ name: shownName(term, language), term })),
    ...plainNames(language),
  ]
  const own = names
    .filter(({ name, term }) => language === 'en' || name !== shownName(term, 'en'))
    .map((one) => ({ ...one, key: keyOf(one.name) }))
  known.set(language, own)
  return own
}

function keyOf(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`
}
