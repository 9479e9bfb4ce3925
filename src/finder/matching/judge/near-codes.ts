import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * Sentences that hold a sign in capitals or with figures of the criterion, such as a gene, an antigen or a variant: "HLA-B*5701 not on
 * file", « F508del/F508del ». Whatever they say of it, silence it is not. Rule `near-code@1`.
 */
export function nearCodes({ text, patient }: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  const asked = codesIn(text)
  if (asked.length === 0) return []
  const said = codesOf(patient)
  return asked.flatMap((one) => said.get(one) ?? [])
}

const codesOf = onceAPatient(
  ({ source, lines }: Patient): ReadonlyMap<string, readonly Evidence[]> => {
    const said = new Map<string, Evidence[]>()
    if (source !== 'note') return said
    for (const { evidence } of lines.slice(0, mostLines)) {
      // A line in capitals says nothing by them.
      if (evidence.text === evidence.text.toUpperCase()) continue
      for (const one of new Set(codesIn(evidence.text)))
        said.set(one, [...(said.get(one) ?? []), evidence])
    }
    return said
  },
)

/** "HLA-DQ2" is known by "DQ2" as well. */
function codesIn(text: string): readonly string[] {
  return (text.match(code) ?? []).flatMap((one) => [
    one,
    ...one.split(/[-*]/).filter((part) => part !== one && /^(?=.*\d)[\p{Lu}\d]{3,}$/u.test(part)),
  ])
}

const mostLines = 400
/** Three signs or more with a capital and a figure, or capitals alone; not what every criterion may have. */
const code =
  /(?<![\p{L}\p{N}])(?!(?:AND|NOT|FOR|THE|ALL|ANY|ONE|TWO|WITH|MRI|ECG|EKG|NYHA|ECOG|ULN|BMI|HIV|HBV|HCV|COPD|ICU|FDA|WHO|DSM|ICD|CT|II|III)(?![\p{L}\p{N}]))(?:\p{Lu}[\p{Lu}\p{N}*-]{2,}|\p{Lu}\d{2,}\p{Ll}{0,4})(?![\p{L}\p{N}])/gu
