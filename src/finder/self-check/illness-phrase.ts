import type { AskedRule } from '../../words/language/asked.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { namedDisease } from './plain/names.ts'

/** An illness of a record as a thing to be asked of; undefined where no name in both languages is known. */
export function illnessPhrase(name: string, vocabulary: Vocabulary): AskedRule | undefined {
  const term = vocabulary.byName(name)?.term
  const thing = term === undefined ? undefined : namedDisease(term)
  if (!thing) return undefined
  const what = { things: [{ name: thing, like: [], tails: [] }], joint: undefined }
  return { ask: 'things', frame: 'have', isTurned: false, what }
}
