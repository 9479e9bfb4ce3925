import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A requirement that something be suspected, of whom the record suspects just that: "suspected pulmonary embolism". Where it may be
 * suspected or confirmed, having it will do too. Rule `suspected-asked@1`.
 */
export function suspectedAskedVerdict({
  text,
  kind,
  patient,
  vocabulary,
}: Case): Judgement | undefined {
  if (kind !== 'inclusion' || !asksDoubt.test(text) || turning.test(text) || /\d/.test(text))
    return undefined
  const named = diseasesAsked(text, vocabulary)
  const [one, ...more] = named
  if (!one || more.length > 0) return undefined
  const rest = withoutParts(text, [one]).replace(asksDoubt, ' ')
  if (askedWords(rest).some((word) => !idle.test(word))) return undefined
  const kinds = kindsOf(one.term, vocabulary)
  const isEither = /\b(?:confirmed|proven|definite|known|established|probable)\b/i.test(text)
  const found = patient.findings.find(
    ({ term, of, presence, when }) =>
      of === 'patient' &&
      kinds.has(term) &&
      (presence === 'possible' || (isEither && presence === 'present' && when === 'now')),
  )
  return found && { verdict: 'met', reason: 'stated facts', evidence: [found.evidence] }
}

const asksDoubt = /\b(?:suspected|suspicion of|possible|presumed|presumptive)\b/i
const turning =
  /\b(?:no|not|without|unless|except\w*|if|prior|previous\w*|history|family|exposure)\b/i
const idle =
  /^(?:clinical\w*|clinically|confirmed|proven|definite|probable|diagnos\w*|possible|presumed|suspected|suspicion)$/i
