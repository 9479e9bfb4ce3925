import type { Evidence, Patient } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { onceAText } from './once-a-text.ts'

/**
 * Sentences that hold in capitals the first letters of words of the criterion that stand in a row, two only where they are the name of a disease: "No ILD on CT" beside "interstitial
 * lung disease". It may be another thing; silence it is not. Rule `near-initials@1`.
 */
export function nearInitials({ text, patient, vocabulary }: Case): readonly Evidence[] {
  const said = capitalsOf(patient)
  if (said.size === 0) return []
  const names = diseasesAsked(text, vocabulary)
    .map(({ start, end }) => initialsOf(text.slice(start, end)))
    .filter(({ length }) => length === 2)
    .flatMap((initials) => said.get(initials) ?? [])
  return [...names, ...rowsOf(text).flatMap((initials) => said.get(initials) ?? [])]
}

const rowsOf = onceAText((text): readonly string[] =>
  text.split(/[,;:()/]/).flatMap((part) => {
    const letters = initialsOf(part)
    return Array.from(letters).flatMap((_, at) =>
      [3, 4].map((length) => letters.slice(at, at + length)).filter((one) => one.length > 2),
    )
  }),
)

function initialsOf(part: string): string {
  return [...part.matchAll(words)]
    .filter(([word]) => !joining.test(word))
    .map(([word]) => word.charAt(0).toUpperCase())
    .join('')
}

const words = /\p{L}{2,}/gu
const joining = /^(?:of|the|and|or|in|with|to|for|an?|on|by|as|any|other)$/i

const capitalsOf = onceAPatient(
  ({ source, lines }: Patient): ReadonlyMap<string, readonly Evidence[]> => {
    const said = new Map<string, Evidence[]>()
    if (source !== 'note') return said
    for (const { evidence } of lines.slice(0, 400)) {
      // A line in capitals says nothing by them.
      if (evidence.text === evidence.text.toUpperCase()) continue
      for (const [one] of evidence.text.matchAll(capitals))
        said.set(one, [...(said.get(one) ?? []), evidence])
    }
    return said
  },
)

/** Three or four capitals, or two that are no title, unit, month, test or place. */
const capitals =
  /(?<![\p{L}\p{N}./-])(?!(?:BP|HR|RR|GP|PM|AM|US|UK|CT|MR|IV|IM|SC|PO|BD|OD|ED|ER|MD|DR|TA|FC|FR|PA|OK|II|III|IIIB|VI|NO|ON|IN|AT|OF|MRI|ECG|EKG|CRP|BMI|IMC|TDM|IRM|ECHO|PMH|ATCD|ESR|PTT|INR|AST|ALT|WBC|RBC|CBC|TSH|HDL|LDL|BUN|LDH|PSA|FBC|NFS|VS|MCV|VGM)(?![\p{L}\p{N}]))\p{Lu}{2,4}(?![\p{L}\p{N}])/gu
