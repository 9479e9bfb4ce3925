import { careIn } from '../../vocabulary/note-names.ts'
import { openDrugClasses } from '../../vocabulary/drug-classes.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case } from './judgement.ts'
import { medicinesAsked } from './medicines.ts'
import { onceAPatient } from './once-a-patient.ts'
import { openOperations } from '../../vocabulary/operations.ts'

/**
 * Medicines of a person of which no list tells what they hold ("Trelegy 1 puff daily", a new name with its dose): whichever medicine or
 * class a criterion asks for, it may be that one. Rule `near-medicine@1`.
 */
export function nearMedicines({
  text,
  patient,
}: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  const unknown = unknownOf(patient)
  return unknown.length > 0 && medicinesAsked(text.replace(enzymes, ' ')).length > 0 ? unknown : []
}

/** An amino acid in the name of what is measured. */
const enzymes = /\b(?:alanine|aspartate)\.? (?:amino)?transferases?\b/gi

const unknownOf = onceAPatient(({ treatments }: Patient): readonly Evidence[] =>
  treatments.flatMap(({ name, drugs, presence, evidence }) => {
    if (drugs || presence === 'absent' || presence === 'mentioned') return []
    return isKnown(name) ? [] : [evidence]
  }),
)

/** A class, an operation, or a treatment that is listed as no medicine; a device, a diet and a form of care are no medicines either. */
function isKnown(name: string): boolean {
  const written = name.length < 6 ? [name, name.toUpperCase()] : [name]
  return (
    byEnding.test(name) ||
    openDrugClasses().inText(name).length > 0 ||
    openOperations().inText(name).length > 0 ||
    written.some((one) =>
      [...careIn(one, 'en'), ...careIn(one, 'fr')].some(({ kind }) => kind !== 'drug'),
    )
  )
}

const byEnding =
  /(?:ectomy|plasty|otomy|ostomy|pexy|desis|ectomie|plastie|otomie|ostomie|pexie|th[eé]rap(?:y|ie)|vaccin\p{L}*)$|(?<!\p{L})(?:surgery|chirurgie|operation|opération|oxyg[eè]ne?|diet|régime|coil|st[eé]rilet|implant|device|splint|attelle|brace|catheter|tube|sonde|pump|pompe|lens(?:es)?|glasses|aids?|pessary|mesh|stent|spacer|condoms?|preservatifs?|intubated|biops(?:y|ies|ie)|scans?|drains?|drainage|suction|feeding|transfus\p{L}*|dialys[ei]s?|ventilation|nebs?)(?!\p{L})/iu
