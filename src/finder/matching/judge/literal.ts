import { tokens } from '../../vocabulary/fold.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * An exclusion that the note says in the very same words, in one breath, of the person and now: "stridor at rest", "lives in a nursing
 * home". Nothing of it need be known by name; what is known to be of before, of another or not so says none of it. Rule `literal@2`.
 */
export function literalVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || patient.source !== 'note' || text.length > 70) return undefined
  if (turning.test(text)) return undefined
  const words = tokens(text.replace(lead, ''))
  const telling = words.filter((word) => word.length > 3)
  if (words.length > 6 || telling.length < 2) return undefined
  const found = saidOf(patient).find(
    ({ said, evidence }) =>
      holds(said, words) &&
      !patient.findings.some(
        ({ evidence: own, presence, when, of, words: written }) =>
          own.start === evidence.start &&
          (presence !== 'present' || when !== 'now' || of !== 'patient') &&
          tokens(written).some((word) => words.includes(word)),
      ),
  )
  return found && { verdict: 'not met', reason: 'stated facts', evidence: [found.evidence] }
}

const lead =
  /^(?:\W|(?:patients?|subjects?|participants?|individuals?|people|who|with|have|has|having|presence|evidence|of|the|any|an?|current|currently|known|documented|is|are)(?![\w-]))+/i
const turning =
  /[,;:/()<>≥≤]|\d|\b(?:or|and|no|not|non|without|never|unless|except\w*|other|if|history|prior|previous\w*|past|within|family|mothers?|fathers?|risk|suspected|possible|planned|contraindicat\w*|allerg\w*|unable|inability|refus\w*|treatment|therapy|use|using|test\w*|screen\w*)\b/i

function holds(all: readonly string[], words: readonly string[]): boolean {
  return all.some((_, at) => words.every((word, index) => all[at + index] === word))
}

const saidOf = onceAPatient(
  ({
    lines,
  }: Patient): readonly { readonly said: readonly string[]; readonly evidence: Evidence }[] =>
    lines
      .slice(0, 400)
      .flatMap(({ evidence, affirmed }) =>
        doubt.test(evidence.text) ? [] : [{ said: tokens(affirmed), evidence }],
      ),
)

const doubt =
  /\b(?:no|not|never|denies|denied|without|suspect\w*|possible|possibly|probabl\w*|rule|risk|if|plan\w*|consider\w*|discuss\w*|refus\w*|declin\w*|would|could|may|might|pending|history|previous\w*|prior|ago|resolved|treated|cured|cleared|excised|removed|resected|remission|trait[ée]\w*|gu[ée]ri\w*|opéré\w*|was|were|had|mother|father|brother|sister|family|son|daughter|wife|husband|pas|sans|jamais|avait|était|mère|père|frère|sœur|\?)\b/i
