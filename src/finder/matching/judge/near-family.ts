import type { Evidence } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindOfWhat } from './facts-of.ts'
import type { Case } from './judgement.ts'

/** What a relative has, where the criterion asks after the family. Rule `near-family@1`. */
export function nearFamily({ text, patient, vocabulary }: Case): readonly Evidence[] {
  if (
    !/\b(?:family|familial|relatives?|hereditary|parents?|siblings?|susceptib\w+|predispos\w+|inherited|genetic\w*|carriers?|malignant hyperthermia)\b/i.test(
      text,
    )
  )
    return []
  const asked = diseasesAsked(text, vocabulary)
  return patient.findings
    .filter(
      (one) =>
        one.of === 'family' &&
        asked.some(
          ({ term }) =>
            term === one.term ||
            kindOfWhat(one.term, vocabulary).includes(term) ||
            kindOfWhat(term, vocabulary).includes(one.term),
        ),
    )
    .map(({ evidence }) => evidence)
}
