import { type DrugFamily, type NameGroup, nameGroups } from '../../vocabulary/drug-families.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { FieldArea, Index } from '../model/fields.ts'
import type { NamedFamilies } from './other-names.ts'
import type { Lexicon } from './lexicon.ts'

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
  readonly lexicon: Pick<Lexicon, 'documents' | 'holds' | 'drugs' | 'onlyFound'>
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
  const isTyped = ({ words }: LookedFor): boolean => words.join(' ') === own
  const planned = all.filter((name) => isTyped(name) || mayBePlanned(name, area))
  const found = heldNames(planned, index, lexicon)
  // Where not all can be looked for, the commonest are.
  const isOrdered = !lexicon.onlyFound || found.length > mostNames
  const leastOf = (name: LookedFor): number => {
    if (isTyped(name)) return Infinity
    return isOrdered ? Math.min(...name.words.map((word) => lexicon.documents(index, word))) : 1
  }
  const held = found
    .map((name) => ({ name, least: leastOf(name) }))
    .toSorted((a, b) => a.name.words.length - b.name.words.length || b.least - a.least)
  const kept: LookedFor[] = []
  for (const { name } of held)
    if (kept.length < mostNames && !kept.some((shorter) => holds(name, shorter))) kept.push(name)
  return kept
}

/**
 * Those that the catalogue holds. Where only what a few studies hold counts, those that they hold, if no name is left out for being
 * one too many; where they hold none, any one, which finds none of them.
 */
function heldNames(
  names: readonly LookedFor[],
  index: Index,
  { holds, onlyFound }: Pick<Lexicon, 'holds' | 'onlyFound'>,
): readonly LookedFor[] {
  const isHeld = ({ words }: LookedFor): boolean => words.every((word) => holds(index, word))
  const within = onlyFound?.within
  if (!within) return names.filter(isHeld)
  const here = names.filter(({ words }) => words.every((word) => within(index, word)))
  if (here.length === 0) {
    const other = names.find(isHeld)
    return other ? [other] : []
  }
  if (names.length <= mostNames) return here
  const everywhere = names.filter(isHeld)
  return everywhere.length > mostNames ? everywhere : here
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
