import type { Vocabulary } from '../../vocabulary/concept.ts'
import { smallness } from '../../vocabulary/small-words.ts'
import { type NamedIllness, illnessesIn } from './name-pieces.ts'

/**
 * The wider illness that the words of a name still name without their first or their last: "macular degeneration" of "wet
 * macular degeneration", "MS" of "MS relapsing". It must be two telling words or an abbreviation: "cancer" is not what was said.
 */
export function widerName(
  illness: NamedIllness,
  words: readonly string[],
  vocabulary: Vocabulary,
): NamedIllness | undefined {
  const telling: number[] = []
  for (let at = illness.start; at < illness.end; at++)
    if (!smallness(words[at] ?? '')) telling.push(at)
  const hasCode = words.slice(illness.start, illness.end).some(isCode)
  if (telling.length < 2 || (telling.length === 2 && !hasCode)) return undefined
  const [first = 0, last = 0] = [telling[0], telling.at(-1)]
  const rests = [
    { start: first + 1, end: last + 1 },
    { start: first, end: last },
  ]
  const above = vocabulary.ancestors(illness.concept)
  for (const { start, end } of rests) {
    const rest = words.slice(start, end)
    const [named] = illnessesIn(rest, vocabulary)
    if (named && above.includes(named.concept) && isEnough(rest.slice(named.start, named.end)))
      return { ...named, start: start + named.start, end: start + named.end }
  }
  return undefined
}

function isEnough(words: readonly string[]): boolean {
  return words.some(isCode) || words.filter((word) => !smallness(word)).length > 1
}

function isCode(word: string): boolean {
  return /^\p{Lu}{2,5}\P{L}?$/u.test(word)
}
