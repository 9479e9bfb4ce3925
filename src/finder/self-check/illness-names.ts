import type { Speech } from '../../words/spoken.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { illnessPhrase } from './illness-phrase.ts'

/** Names of illnesses in the reader's language, each once, and those that only the registry's words name. */
export function illnessNames(
  speech: Speech & { readonly vocabulary: Vocabulary },
  names: readonly string[],
): { readonly named: readonly string[]; readonly others: readonly string[] } {
  const named = new Set<string>()
  const others = new Set<string>()
  for (const name of names) {
    const rule = illnessPhrase(name, speech.vocabulary)
    if (rule) named.add(speech.words.check.phrase(rule, 'me', () => ''))
    else (speech.language === 'en' ? named : others).add(name)
  }
  return { named: [...named], others: [...others] }
}
