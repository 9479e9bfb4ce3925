import { illnessNames } from '../../../finder/self-check/illness-names.ts'
import { illnessesOf } from '../../../finder/self-check/about-illness.ts'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import type { Vocabulary } from '../../../finder/vocabulary/concept.ts'
import type { Who } from '../../../words/language/who.ts'
import type { Speech } from '../../../words/spoken.ts'

/** Whether a person has the illness of a study, or one of its illnesses, as a question. */
export function illnessQuestion(
  speech: Speech & { readonly vocabulary: Vocabulary },
  protocol: ProtocolSection,
  who: Who,
): string {
  const words = speech.words.check.condition
  const { named, others: foreign } = illnessNames(speech, illnessesOf(protocol))
  const others = foreign.map(({ english, within }) =>
    within === undefined ? english : `${within} (${english})`,
  )
  const [only = '', ...more] = [...named, ...others]
  if (more.length === 0 && named.length === 1) return words.named(who, only)
  return `${words.some(who)} ${[only, ...more].slice(0, mostNames).join(', ')}`
}

const mostNames = 8
