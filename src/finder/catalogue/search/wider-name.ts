import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { kinOf } from '../../vocabulary/kin.ts'
import { smallness } from '../../vocabulary/small-words.ts'
import { type NamedIllness, illnessesIn } from './name-pieces.ts'

/**
 * The wider illness that the words of a name still name without their first or their last: "macular degeneration" of "wet
 * macular degeneration", "MS" of "MS relapsing". It must be two telling words, an abbreviation, or what the illness is the next
 * kind of ("migraine" of "migraine with aura"): "cancer" is not what was said. Else the one that a person wrote down beside it.
 */
export function widerName(
  illness: NamedIllness,
  words: readonly string[],
  vocabulary: Vocabulary,
): NamedIllness | undefined {
  return withinName(illness, words, vocabulary) ?? kinName(illness, vocabulary)
}

/** The illness that stands beside it in the list: all the words name it. */
function kinName(
  { start, end, concept }: NamedIllness,
  vocabulary: Vocabulary,
): NamedIllness | undefined {
  const term = kinOf(concept.term)
  const kin = term === undefined ? undefined : vocabulary.byName(term)
  return kin && { start, end, concept: kin }
}

function withinName(
  illness: NamedIllness,
  words: readonly string[],
  vocabulary: Vocabulary,
): NamedIllness | undefined {
  const telling: number[] = []
  for (let at = illness.start; at < illness.end; at++)
    if (!smallness(words[at] ?? '')) telling.push(at)
  if (telling.length < 2) return undefined
  const [first = 0, last = 0] = [telling[0], telling.at(-1)]
  const rests = [
    { start: first + 1, end: last + 1 },
    { start: first, end: last },
  ]
  const above = vocabulary.ancestors(illness.concept)
  for (const { start, end } of rests) {
    const rest = words.slice(start, end)
    const [named] = illnessesIn(rest, vocabulary)
    if (!named || !above.includes(named.concept)) continue
    if (isEnough(rest.slice(named.start, named.end)) || isNextKind(illness.concept, named.concept))
      return { ...named, start: start + named.start, end: start + named.end }
  }
  return undefined
}

/** One step above in the tree, and no whole branch of medicine. */
function isNextKind(illness: Concept, wider: Concept): boolean {
  const parents = new Set(illness.trees.map((tree) => tree.slice(0, tree.lastIndexOf('.'))))
  return wider.trees.some((tree) => parents.has(tree) && tree.split('.').length >= 4)
}

function isEnough(words: readonly string[]): boolean {
  return words.some(isCode) || words.filter((word) => !smallness(word)).length > 1
}

function isCode(word: string): boolean {
  return /^\p{Lu}{2,5}\P{L}?$/u.test(word)
}
