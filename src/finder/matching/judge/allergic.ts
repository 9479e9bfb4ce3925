import type { Evidence, Patient } from '../patient/patient.ts'
import { isSameAllergen } from './allergens.ts'
import { isDenied, medicinesAsked, relation } from './medicines.ts'
import { askedWords, withoutParts } from './words.ts'
import type { Case, Judgement } from './judgement.ts'

/**
 * Allergies to medicines, where a criterion asks of nothing else: one that is known keeps out; "no known allergies" says
 * that there is none. An intolerance is not sure to be an allergy, nor one to be severe. Rule `allergy@1`.
 */
export function allergyVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (!aboutAllergy.test(text) || patient.allergies.length === 0) return undefined
  const listed = oneOfListed(text, kind, patient)
  if (listed) return listed
  const asked = medicinesAsked(text)
  if (asked.length === 0) return undefined
  const rest = withoutParts(text, asked)
  const isPlain =
    !turning.test(rest) && !/\d/.test(rest) && askedWords(rest).every((word) => plain.test(word))
  const affirmed = patient.allergies.filter(({ presence }) => presence !== 'absent')
  const near = affirmed.filter((one) => asked.some((item) => relation(item, one) !== 'not'))
  const sure = near.filter(
    (one) =>
      one.presence === 'present' &&
      !/\bintol[eé]ran/i.test(one.evidence.text) &&
      asked.some((item) => relation(item, one) === 'is'),
  )
  const isOut = kind === 'exclusion'
  if (isPlain && isOut && sure.length > 0) return told('not met', sure)
  if (near.length > 0)
    return isOut
      ? { verdict: 'unknown', reason: 'near what the person has', evidence: evidenceOf(near) }
      : undefined
  const denied = patient.allergies.filter(
    (one) =>
      one.presence === 'absent' &&
      ((!one.drugs && !one.term) || asked.every((item) => isDenied(item, one))),
  )
  const isOfAllergy = !/\bintol[eé]ran/i.test(text)
  return isPlain && isOut && isOfAllergy && affirmed.length === 0 && denied.length > 0
    ? told('met', denied)
    : undefined
}

/**
 * An exclusion of allergies to several things ("hypersensitivity to any component of X, other taxanes, or latex"), of which the
 * person surely has one; where a severe one is asked, a severe one.
 */
function oneOfListed(
  text: string,
  kind: Case['kind'],
  { allergies }: Patient,
): Judgement | undefined {
  if (kind !== 'exclusion' || turning.test(text) || conditional.test(text)) return undefined
  const sure = allergies.filter(
    ({ presence, evidence }) => presence === 'present' && !/\bintol[eé]ran/i.test(evidence.text),
  )
  if (sure.length === 0) return undefined
  const isOfSevere = severe.test(text)
  const parts = text.replaceAll(/\([^()]*\)/g, ' ').split(/[,;]|\bor\b|\band\/or\b/i)
  const found = sure.filter(
    (one) =>
      (!isOfSevere || severe.test(one.evidence.text)) &&
      parts.some((part) => isAllergyTo(part, one)),
  )
  return found.length > 0 ? told('not met', found) : undefined
}

/** A part that names what the allergy is to, and nothing beside it but words of every such criterion. */
function isAllergyTo(part: string, one: Patient['allergies'][number]): boolean {
  const asked = medicinesAsked(part)
  const rest = askedWords(withoutParts(part, asked)).filter((word) => !ofList.test(word))
  if (rest.length === 0 && asked.some((item) => relation(item, one) === 'is')) return true
  return isSameAllergen(part, one.name) && rest.every((word) => isSameAllergen(word, one.name))
}

function told(verdict: Judgement['verdict'], by: Patient['allergies']): Judgement {
  return { verdict, reason: 'stated facts', evidence: evidenceOf(by) }
}

function evidenceOf(by: Patient['allergies']): readonly Evidence[] {
  return by.map(({ evidence }) => evidence).slice(0, 4)
}

/** Allergy or intolerance, in English or French. */
export const aboutAllergy =
  /\b(?:allerg\w*|hypersensitiv\w*|intoleran\w*|anaphyla\w*|allergie|intolérance)\b/i

const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|history of no|sans|sauf)\b|\bnon-/i
const conditional =
  /\b(?:cannot be|can not be|uncontrolled|despite|not (?:manage|treat)|premedicat\w*|and (?:cannot|are|is))\b/i
const severe = /\b(?:severe|serious|grave|sévère|anaphyla\w*|life-?threatening|grade [34])\b/i
const ofList =
  /^(?:allerg\w*|hypersensitiv\w*|anaphyla\w*|reaction|severe|serious|life|threatening|known|history|any|other|drug|medication|medicine|agent|component|ingredient|excipient|formulation|product|class|antibiotic|related|similar|compound|radiograph\w*|radiologic\w*|iodinat\w*|iodine|dye|medium|media|material|antécédent|allergie|connue?|systemic|immediate|delayed|documented|confirmed)$/i
const plain =
  /^(?:allerg\w*|hypersensitiv\w*|intoleran\w*|drug|medication|medicine|agent|component|ingredient|excipient|formulation|product|class|reaction|antécédent|allergie|connue?)$/
