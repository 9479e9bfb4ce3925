import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { agoOf, windowOf } from './time-window.ts'
import { askedWords } from './words.ts'

/**
 * A live vaccine, or any vaccine, within a time as an exclusion, of who had one by the note: "live attenuated vaccine within 30 days"
 * and "yellow fever vaccine two weeks ago". Rule `live-vaccine@1`.
 */
export function liveVaccineVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !/\bvaccin/i.test(text) || turning.test(text)) return undefined
  const had = vaccinesOf(patient)
  if (had.length === 0) return undefined
  const windowed = windowOf(text.replaceAll(/\([^()]*\)/g, ' '))
  if (windowed?.days === undefined) return undefined
  const { days } = windowed
  if (!askedWords(windowed.rest).every((word) => idle.test(word))) return undefined
  const isLive = /\blive\b/i.test(text)
  const found = had.find((one) => one.most <= days && (one.isLive || !isLive))
  return found && { verdict: 'not met', reason: 'stated facts', evidence: [found.evidence] }
}

const turning =
  /\b(?:no|not|without|unless|except\w*|other than|if|inactivated|killed|allerg\w*|household)\b/i
const idle =
  /^(?:live|attenuated|vaccin\w*|receiv\w*|administration|immuni[sz]\w*|use|given|anticipat\w*|planned|virus|viral|bacterial)$/

interface Vaccine {
  readonly isLive: boolean
  readonly most: number
  readonly evidence: Evidence
}

const vaccinesOf = onceAPatient(({ lines }: Patient): readonly Vaccine[] =>
  lines.slice(0, 400).flatMap(({ evidence, affirmed }): Vaccine[] => {
    const found = vaccine.exec(evidence.text)
    if (!found || affirmed === '' || notSo.test(evidence.text)) return []
    const ago = agoOf(evidence, found[0])
    return ago ? [{ isLive: live.test(evidence.text), most: ago.most, evidence }] : []
  }),
)

const vaccine = /(?<!\p{L})(?:vaccin(?:e|ation|ated|ée?)?|shot|jab|rappel)(?!\p{L})/iu
/** Vaccines of live germs, by name. */
const live =
  /(?<!\p{L})(?:live|vivante?|yellow fever|fièvre jaune|MMR|measles|rougeole|ROR|varicella|chickenpox|varicelle|BCG|rotavirus|nasal flu)(?!\p{L})/iu
const notSo =
  /\b(?:no|not|never|declin\w*|refus\w*|due|planned|should|recommended|mother|father|sister|brother|pas|jamais|prévu|à jour|up to date)\b/i
