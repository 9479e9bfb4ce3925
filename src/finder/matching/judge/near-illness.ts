import type { Vocabulary } from '../../vocabulary/concept.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Evidence, Finding, Patient } from '../patient/patient.ts'
import { kindsOf } from './facts-of.ts'
import { isIllness } from './healthy.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * The illnesses of somebody who has several, where an exclusion asks for illness at large ("any comorbidity with impact on survival",
 * "serious medical conditions") and names none: one of them may be the study's own, and not all. Rule `near-illness@1`.
 */
export function nearIllness({ text, patient, vocabulary }: Case): readonly Evidence[] {
  if (!atLarge.test(text) || diseasesAsked(text, vocabulary).length > 0) return []
  return severalOf(patient, vocabulary)
}

const atLarge =
  /\b(?:co-?morbid\w*|(?:underlying|serious|severe|significant|concurrent|concomitant|uncontrolled|major|intercurrent|life-?threatening|debilitating) (?:[\w-]+ ){0,2}?(?:illness(?:es)?|diseases?|conditions?|disorders?)|maladies? (?:grave|sévère|associée|chronique)s?|comorbidités?)\b/i

const severalOf = onceAPatient((patient: Patient, vocabulary: Vocabulary): readonly Evidence[] => {
  const found: Finding[] = []
  for (const one of patient.findings) {
    if (one.of !== 'patient' || one.presence !== 'present' || one.when !== 'now') continue
    if (!isIllness(one, vocabulary)) continue
    const isKnown = found.some(
      ({ term }) =>
        kindsOf(term, vocabulary).has(one.term) || kindsOf(one.term, vocabulary).has(term),
    )
    if (!isKnown) found.push(one)
  }
  return found.length > 1 ? found.map(({ evidence }) => evidence) : []
})
