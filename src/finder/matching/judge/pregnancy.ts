import type { Patient } from '../patient.ts'
import { aboutPregnancy, askedWords } from './words.ts'
import type { Case, Judgement } from './judgement.ts'

/**
 * Pregnancy, nursing and contraception ask nothing of a male (contraception aside, once grown), of a child
 * under 8 years, of a woman who cannot conceive, or from 60 years. Rule `childbearing@1`.
 */
export function pregnancyVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (!aboutPregnancy.test(text) || !isMainlyThat(text)) return undefined
  const out = notAsked(text, patient)
  if (out) return { verdict: 'not applicable', reason: 'pregnancy', evidence: [out] }
  const { pregnant } = patient
  const isAsked = /\bpregnan/i.test(text) && !/\btest\b/i.test(text)
  if (kind === 'exclusion' && isAsked && pregnant?.value === 'yes')
    return { verdict: 'not met', reason: 'pregnancy', evidence: [pregnant.evidence] }
  const isOnly =
    !/\b(?:lactat|breast|nursing|child-?\s?bearing|contracep|plan|wish|desire|intend)/i.test(text)
  if (kind === 'exclusion' && isAsked && isOnly && pregnant?.value === 'no')
    return { verdict: 'met', reason: 'pregnancy', evidence: [pregnant.evidence] }
  return { verdict: 'unknown', reason: 'pregnancy', evidence: pregnant ? [pregnant.evidence] : [] }
}

/** Few other telling words stand beside: "Preterm and neonates, pregnancy" asks more. */
function isMainlyThat(text: string): boolean {
  const others = askedWords(text).filter((word) => !usual.test(word))
  return (
    others.length <= 3 ||
    (others.length <= 12 && /^\W*(?:\w+ ){0,3}(?:pregnan|women|females?|lactat|breast)/i.test(text))
  )
}

const usual =
  /^(?:pregnan|lactat|breast|feed|nursing|contracept|birth|control|child|bearing|potential|female|women|adequate|effective|method|use|using|mother|test|negative|serum|urine|wish|desire|become|plan|intend|sexual|partner|reproductive|duration|agree|medically|acceptable|reliable|menarche|premenopausal|intention|next|participation|research|reach)/i

function notAsked(text: string, { sex, age, cannotConceive }: Patient) {
  const isGrownMan =
    sex?.value === 'MALE' &&
    /contracep|birth[- ]control/i.test(text) &&
    (!age || age.minDays > 12 * 365)
  if (sex?.value === 'MALE' && !isGrownMan) return sex.evidence
  if (age && age.maxDays < 8 * 366) return age.evidence
  if (age && age.minDays >= 60 * 365) return age.evidence
  return cannotConceive?.evidence
}
