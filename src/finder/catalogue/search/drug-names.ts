import { type DrugFamily, type NameGroup, nameGroups } from '../../vocabulary/drug-families.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { FieldArea, Index } from '../model/fields.ts'
import type { NamedFamilies } from './other-names.ts'

/** A way to look for a medicine: one of its names, by its words. */
export interface LookedFor {
  readonly text: string
  readonly words: readonly string[]
  readonly group: NameGroup
}

/** The box that asks, and what the catalogue holds of names. */
export interface HeldNames {
  readonly area: FieldArea
  readonly index: Index
  readonly lexicon: {
    documents(index: Index, term: string): number
    drugs(): NamedFamilies
  }
}

/** At most so many names of one medicine are looked for. */
const mostNames = 24

/** The names that the catalogue holds, single words and common ones first; none that holds another. */
export function namesToPlan(
  families: readonly DrugFamily[],
  typed: readonly string[],
  { index, lexicon, area }: HeldNames,
): LookedFor[] {
  const own = typed.join(' ')
  const all = families.flatMap((family) => [
    ...allNames(family),
    ...othersOf(family, lexicon.drugs()),
  ])
  const held = all.flatMap((name) => {
    const isTyped = name.words.join(' ') === own
    if (!isTyped && !mayBePlanned(name, area)) return []
    const least = Math.min(...name.words.map((word) => lexicon.documents(index, word)))
    return least > 0 ? [{ name, least: isTyped ? Infinity : least }] : []
  })
  held.sort((a, b) => a.name.words.length - b.name.words.length || b.least - a.least)
  const kept: LookedFor[] = []
  for (const { name } of held)
    if (kept.length < mostNames && !kept.some((shorter) => holds(name, shorter))) kept.push(name)
  return kept
}

/** A long text is not indexed by place: only words are looked for there. */
function mayBePlanned({ words, group }: LookedFor, area: FieldArea): boolean {
  if (group === 'everyday') return false
  if (group === 'rare' && words.join('').length < 7) return false
  return area !== 'body' || (words.length === 1 && group === 'sure')
}

/** Whether a name has all of another in it, in order, and is looked for no further than that. */
function holds(longer: LookedFor, shorter: LookedFor): boolean {
  if (shorter.group !== 'sure') return longer.words.join(' ') === shorter.words.join(' ')
  return ` ${longer.words.join(' ')} `.includes(` ${shorter.words.join(' ')} `)
}

const known = new WeakMap<DrugFamily, readonly LookedFor[]>()

function allNames(family: DrugFamily): readonly LookedFor[] {
  const before = known.get(family)
  if (before) return before
  const made = nameGroups.flatMap((group) =>
    family.names[group].map((text) => ({ text, words: tokens(text), group })),
  )
  known.set(family, made)
  return made
}

/** Names that the records of the catalogue give a medicine besides. */
function othersOf(family: DrugFamily, drugs: NamedFamilies): readonly LookedFor[] {
  return drugs.othersOf(family).map((text) => ({ text, words: tokens(text), group: 'sure' }))
}
