import type { Speech } from '../../words/spoken.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { illnessPhrase, illnessWithin, illnessesOfField, stagedIllness } from './illness-phrase.ts'

type NamingSpeech = Speech & { readonly vocabulary: Vocabulary }

/** An illness that only the registry's English words name, with the name of the illness that it is one of. */
interface EnglishIllness {
  readonly english: string
  /** In the reader's language. */
  readonly within?: string
}

/** Names of illnesses in the reader's language, each once, and those that only the registry's words name. */
export function illnessNames(
  speech: NamingSpeech,
  names: readonly string[],
): { readonly named: readonly string[]; readonly others: readonly EnglishIllness[] } {
  const named = new Set<string>()
  const others = new Map<string, EnglishIllness>()
  for (const name of names.flatMap((field) => illnessesOfField(field, speech.vocabulary))) {
    const said = illnessName(speech, name)
    if (said === undefined) others.set(name, englishIllness(speech, name))
    else named.add(said)
  }
  return { named: [...named], others: [...others.values()] }
}

/** In English as the record has it, where no everyday name is known; in French undefined where a word of it has none. */
function illnessName(speech: NamingSpeech, name: string): string | undefined {
  const { language, vocabulary, words } = speech
  const rule =
    illnessPhrase(name, vocabulary) ??
    (language === 'en' ? undefined : stagedIllness(name, vocabulary))
  if (rule) return words.check.phrase(rule, 'me', () => '')
  return language === 'en' ? name : undefined
}

/** What is said of an illness that has English words only. */
function englishIllness(speech: NamingSpeech, english: string): EnglishIllness {
  const rule = illnessWithin(english, speech.vocabulary)
  return { english, ...(rule && { within: speech.words.check.phrase(rule, 'me', () => '') }) }
}
