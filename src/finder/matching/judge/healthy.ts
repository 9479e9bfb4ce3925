import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'

/** "Healthy volunteers": who has a disease now is none; a symptom alone does not tell. Rule `healthy@1`. */
export function healthyVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || !ofHealthy.test(text)) return undefined
  const ill = patient.findings.find(
    (one) =>
      one.of === 'patient' &&
      one.presence === 'present' &&
      one.when === 'now' &&
      isIllness(one, vocabulary),
  )
  return ill && { verdict: 'not met', reason: 'stated facts', evidence: [ill.evidence] }
}

/** What the criterion is about, not "healthy except for". */
const ofHealthy =
  /^(?:\W|normal |adult |male |female |young |elderly |older |all )*healthy,? (?:(?:adult|male|female|normal|human|young|elderly|older|non-smoking|non-pregnant|control) )*(?:volunteers?|subjects?|participants?|individuals?|controls?|people|persons?|adults?|men|women|males?|females?|children)\b(?!.*\b(?:except|other than|apart from|or patients|or with|otherwise|for group|cohort)\b)/i

/** A disease, and not only a symptom or something of the skin, the mouth or the eyes. */
export function isIllness({ term }: Finding, vocabulary: Vocabulary): boolean {
  const trees = vocabulary.byName(term)?.trees ?? []
  // What MeSH has among the signs, too, may be no more than one; so may something of the skin, the mouth or the eyes.
  return (
    trees.every((tree) => !tree.startsWith('C23')) &&
    trees.some((tree) => /^(?:C(?!07|09|11|17|23|25|26)|F03)/.test(tree))
  )
}
