import type { Finding, Patient } from '../patient/patient.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * A person as a criterion of malignant tumours alone sees them: without what is benign by its name or by the words beside it. An
 * adenoma is a tumour and no cancer. Rule `benign@1`.
 */
export function forMalignancy(text: string, patient: Patient): Patient {
  return malignant.test(text) && !anyTumour.test(text) ? withoutBenign(patient) : patient
}

const malignant = /\b(?:malignan\w*|cancers?|cancéreu\w*|carcinomas?)\b/i
const anyTumour =
  /\b(?:tumou?rs?|tumeurs?|neoplas\w*|néoplas\w*|polyps?|adenomas?|benign|nodules?|lesions?|polypos\w*|precancer\w*|pre-?malignan\w*)\b/i

const withoutBenign = onceAPatient((patient): Patient => {
  const findings = patient.findings.filter((one) => !isBenign(one))
  return findings.length === patient.findings.length ? patient : { ...patient, findings }
})

function isBenign({ term, words, evidence: { text } }: Finding): boolean {
  if (benignByName.test(term)) return true
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at >= 0 && /\b(?:benign|bénigne?s?)\s+(?:\p{L}+\s+)?$/iu.test(text.slice(0, at))
}

const benignByName =
  /^(?:Adenoma(?:, (?!Islet|Liver|Villous).*)?|Adenomatous Polyps|Lipoma|Fibroma|Leiomyoma|Hemangioma.*|Nevus.*|Papilloma|Osteoma|Chondroma|Keratosis, Seborrheic|Fibroadenoma|Neuroma|Colonic Polyps|Intestinal Polyps|Polyps|Prostatic Hyperplasia)$/
