import type { Case, Judgement } from './judgement.ts'
import { kindsOf } from './facts-of.ts'
import { allAsked } from './measures-asked.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A body weight that everybody of that age surely has, where the record gives none: a child of two years weighs more than 5 kg. The
 * floors lie well below the third standard deviation under the median of the WHO's growth standards (2006: 6.3 kg at one year, 8.1 at
 * two, 12.1 at five, girls). Not of somebody who is said to thrive badly. Rule `weight-of-age@1`.
 */
export function weightOfAgeVerdict({
  text,
  kind,
  patient,
  vocabulary,
}: Case): Judgement | undefined {
  const { age } = patient
  if (!age || !/\b(?:weight|weigh|wt|poids)\b/i.test(text)) return undefined
  if (patient.measures.some(({ what }) => what === 'weight' || what === 'birthWeight'))
    return undefined
  const [reading, ...more] = allAsked(text, { patient, vocabulary })
  if (reading?.type !== 'measure' || more.length > 0 || reading.unit !== 'kg' || reading.negated)
    return undefined
  if (reading.codes.length !== 1 || reading.codes[0] !== 'weight') return undefined
  const rest = withoutParts(text, [reading.span])
  if (/\d|\bbirth\b/i.test(rest) || askedWords(rest).some((word) => !idle.test(word)))
    return undefined
  const bound = kind === 'inclusion' ? reading.min : reading.max
  const isOneSided = (kind === 'inclusion' ? reading.max : reading.min) === undefined
  const floor = floors.find(([days]) => age.minDays >= days)?.[1]
  if (!bound || !isOneSided || floor === undefined || Number(bound.value) > floor) return undefined
  const isThin = patient.findings.some(
    ({ term, presence }) =>
      presence !== 'absent' && thin.some((one) => kindsOf(one, vocabulary).has(term)),
  )
  return isThin ? undefined : { verdict: 'met', reason: 'stated facts', evidence: [age.evidence] }
}

const idle = /^(?:body|weigh\w*|poids|corporel)$/
const thin = ['Failure to Thrive', 'Malnutrition', 'Infant, Premature', 'Dwarfism', 'Cachexia']

/** From how many days of life, at least how many kilograms. */
const floors: readonly (readonly [days: number, kg: number])[] = [
  [18 * 366, 25],
  [5 * 366, 9],
  [2 * 365, 6],
  [365, 5],
]
