import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { type Case, type Judgement, judgementOf } from './judgement.ts'

/**
 * What is asked of controls or of relatives says nothing of a patient, and neither does what is asked of the healthy where the study
 * takes people with an illness as well. Rule `healthy-group@1`.
 */
export function healthyGroupVerdict({ text, takesIll }: Case): Judgement | undefined {
  const isOfGroup = ofControls.test(text) || (takesIll === true && ofHealthy.test(text))
  return isOfGroup && !/\b(?:consent|assent)\b/i.test(text)
    ? judgementOf('unknown', 'nothing said')
    : undefined
}

/** Whether a requirement is of who has an illness, so that the study is not for the healthy alone. */
export function asksIllness(text: string, vocabulary: Vocabulary): boolean {
  if (ofHealthy.test(text) || ofControls.test(text) || without.test(text)) return false
  return diseasesAsked(text, vocabulary).some(({ term }) =>
    vocabulary.byName(term)?.trees.some((tree) => /^(?:C|F03)/.test(tree)),
  )
}

/** Whether a text may be of the healthy at all. */
export const mayBeOfHealthy = /\bhealthy\b/i

const without = /\b(?:no|not|non|without|free|absence|never|healthy|normal|negative|lack)\b/i
const ofControls =
  /^(?:\W|(?:all|any|for|the|normal|adult|(?:age|sex|gender)(?:[- ]and[- ](?:age|sex|gender))?[- ]matched|matched|non-?related|unrelated|unaffected|healthy|biological|adult|minor|and|first|second|third|degree|family|male|female)\b)*(?:controls?(?! (?:of|over|with|by|for|group\W* or)\b)|volunteers? controls?|relatives|family members|siblings|spouses|household (?:contacts|members))\b/i

/** "Healthy volunteers": who has a disease now is none; a symptom alone does not tell. Rule `healthy@2`. */
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
