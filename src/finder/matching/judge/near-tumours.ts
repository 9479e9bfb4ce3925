import type { Evidence, Patient } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * A growth of which a note does not say what it is ("7 mm nodule, repeat CT in 3 months", "masse du sein, biopsie faite"), where a
 * criterion asks for a cancer: nobody has ruled that out. Rule `near-tumour@1`.
 */
export function nearTumours({ text, patient, vocabulary }: Case): readonly Evidence[] {
  const growths = growthsOf(patient)
  if (growths.length === 0) return []
  const isOfCancer =
    atLarge.test(text) ||
    diseasesAsked(text, vocabulary).some(({ term }) =>
      vocabulary.byName(term)?.trees.some((tree) => tree.startsWith('C04.')),
    )
  return isOfCancer ? growths : []
}

const atLarge =
  /\b(?:cancers?|carcinomas?|malignan\w+|neoplas\w+|tumou?rs?|lymphomas?|sarcomas?|leuk[a]?emias?|metasta\w+)\b/i

const growthsOf = onceAPatient(({ lines }: Patient): readonly Evidence[] =>
  lines
    .slice(0, 1_000)
    .flatMap(({ affirmed, evidence }) => (growth.test(affirmed) ? [evidence] : [])),
)

const growth =
  /(?<!\p{L})(?:nodul\p{L}*|(?<!pulsatile )mass(?:es)?(?! index)|masses?(?= (?:\p{L}+ )?(?:du|de|suspecte|\d))|tum(?:ou?r|eur)s?|(?<!(?:skin|cutaneous|white matter) )lesions?|lésions?(?! cutan)|lumps?|grosseurs?|opacit(?:y|ies|és?)|dysplasi\p{L}*|BI-?RADS ?[345]\p{L}?|TI-?RADS ?[345]|PI-?RADS ?[345]|ACR ?[45])(?!\p{L})/iu
