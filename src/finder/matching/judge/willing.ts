import { aboutNonCompliance, aboutRefusal, aboutWilling, moreThanWilling } from './words.ts'
import type { Case, Judgement } from './judgement.ts'

/** What a person will do, where the record says that they agree, or that they do not keep to treatment. Rule `stated-will@1`. */
export function willingVerdict({ text, kind, patient }: Case): Judgement | undefined {
  const { consents, noncompliant } = patient
  if (kind === 'exclusion') {
    if (aboutNonCompliance.test(text) && text.length < 120 && noncompliant)
      return { verdict: 'not met', reason: 'stated will', evidence: [noncompliant.evidence] }
    if (!aboutRefusal.test(text) || !consents) return undefined
    return { verdict: 'met', reason: 'stated will', evidence: [consents.evidence] }
  }
  if (!consents || !aboutWilling.test(text) || moreThanWilling.test(text)) return undefined
  return { verdict: 'met', reason: 'stated will', evidence: [consents.evidence] }
}
