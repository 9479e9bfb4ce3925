import { careIn } from '../../vocabulary/note-names.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { onceAText } from './once-a-text.ts'

/**
 * Treatments of a person that have one name with what a criterion asks, in whichever language: "oxygène à domicile" and "long-term
 * oxygen therapy". Rule `near-care@1`.
 */
export function nearCare({ text, patient }: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  const own = careOf(patient)
  if (own.length === 0) return []
  const asked = careAsked(text)
  return own
    .filter(({ names }) => names.some((name) => asked.has(name)))
    .map(({ evidence }) => evidence)
}

const careAsked = onceAText(
  (text): ReadonlySet<string> => new Set(careIn(text, 'en').map(({ name }) => name)),
)

const careOf = onceAPatient(({ treatments }: Patient) =>
  treatments.flatMap(({ name, presence, evidence }) => {
    if (presence === 'absent' || presence === 'mentioned') return []
    // Short names are abbreviations, which notes write in capitals.
    const written = name.length < 6 ? [name, name.toUpperCase()] : [name]
    const names = written.flatMap((one) =>
      [...careIn(one, 'en'), ...careIn(one, 'fr')].map((care) => care.name),
    )
    return names.length === 0 ? [] : [{ names, evidence }]
  }),
)
