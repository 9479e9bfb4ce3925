import { type Verdict, atLeast } from '../finder/eligibility/logic.ts'
import { type SurfaceFormula, bodySurface } from '../study/protocol/clinical/body-surface.ts'
import { coronaryClass } from '../study/protocol/clinical/coronary-class.ts'
import type { CoronaryModel, CoronarySegment } from '../study/protocol/clinical/coronary-models.ts'
import { coronaryZ } from '../study/protocol/clinical/coronary-z.ts'
import {
  type ClinicalFinding,
  allMet,
  anyMet,
  atLeastMet,
  comparedTo,
  countTo,
  saidOf,
} from '../study/protocol/clinical/findings.ts'
import { kobayashiRisk } from '../study/protocol/clinical/kobayashi-risk.ts'
import { isClinicalProblem } from '../study/protocol/clinical/problems.ts'
import type { Quantity } from '../study/protocol/quantity/quantity.ts'
import type { VectorFunctions } from './check-vectors.ts'

/** A child and an artery, as the vectors of Z scores give them. */
export interface ArteryGiven {
  readonly heightCm: number | null
  readonly weightKg: number
  readonly sex: 'm' | 'f'
  readonly segment: CoronarySegment
  readonly mm: number
  readonly bsa?: 'haycock' | 'mosteller' | 'duBois'
  readonly model?: string
}

/** The four models by the names of the vectors. */
export const vectorModels = {
  dallaire2011: 'dallaire-2011',
  mccrindle2007: 'mccrindle-2007',
  phnLopez2017: 'phn-2017',
  kobayashi2016: 'kobayashi-2016',
} as const

/** Our Z score for a vector: null where the model has no such segment, undefined where something is missing. */
export function vectorScore(model: CoronaryModel, given: ArteryGiven): number | null | undefined {
  const score = scoreOf(model, given)
  if (!isClinicalProblem(score)) return Number(score.quantity.value)
  return score.problem === 'noSuchSegment' ? null : undefined
}

/** What the vectors of bodies and arteries ask. */
export const clinicalFunctions: VectorFunctions = {
  bodySurfaceArea: (given: ArteryGiven) => ({
    haycock: surfaceNumber('haycock', given),
    mosteller: surfaceNumber('mosteller', given),
    duBois: surfaceNumber('dubois', given),
  }),
  coronaryZ(given: ArteryGiven) {
    const models = Object.entries(vectorModels)
    const asked = models.filter(([key]) => given.model === undefined || given.model === key)
    const mustAsk = asked.every(([, model]) => {
      const score = scoreOf(model, given)
      return isClinicalProblem(score) ? score.problem === 'missingInput' : score.mustAsk
    })
    const scores = models.map(([key, model]) => [key, vectorScore(model, given)] as const)
    const bsaHaycock = surfaceNumber('haycock', given)
    return { ...Object.fromEntries(scores), bsaHaycock, mustAsk }
  },
  coronaryClassAHA2017({ z, mm, firstZ }: { z: number; mm: number; firstZ: number | null }) {
    const score = (value: number) => ({ quantity: quantity(value, '{SD}') })
    const result = coronaryClass({
      z: score(z),
      diameter: quantity(mm, 'mm'),
      firstZ: firstZ === null ? null : score(firstZ),
    })
    return isClinicalProblem(result) ? result : { klass: result.klass }
  },
}

/** What the vectors of criteria ask. */
export const criteriaFunctions: VectorFunctions = {
  kobayashiRisk(given: RiskGiven) {
    const { score, least, most, high } = kobayashiRisk({
      ...given,
      sodium: given.sodium === null ? undefined : quantity(given.sodium, 'mmol/L'),
      ast: given.ast === null ? undefined : quantity(given.ast, 'U/L'),
      neutrophils: quantity(given.neutrophilPercent, '%'),
      crp: quantity(given.crpMgPerDl, 'mg/dL'),
      platelets: quantity(given.platelets10e9, '10*9/L'),
    })
    const mustAsk = high === 'unknown'
    return { score, high: high === 'met', scoreRange: [least, most], mustAsk }
  },
  // A record's own criterion, stricter than the statement of 2017: made of the general parts.
  criterionI1(given: SignsGiven) {
    const artery = given.maxZ === null ? undefined : quantity(given.maxZ, '{SD}')
    const { verdict } = allMet([
      countTo('feverDays', given.feverDays, '>=', 5),
      anyMet([
        atLeastMet(4, signsOf(given)),
        comparedTo('maxZ', artery, '>=', { value: '2.5', unit: '{SD}' }),
      ]),
    ])
    return { result: word(verdict) }
  },
  atLeast({ k, met, unknown, notMet }: Record<'k' | 'met' | 'unknown' | 'notMet', number>) {
    const verdicts = [
      ...Array<Verdict>(met).fill('met'),
      ...Array<Verdict>(unknown).fill('unknown'),
      ...Array<Verdict>(notMet).fill('not met'),
    ]
    return { result: word(atLeast(k, verdicts)) }
  },
}

interface RiskGiven {
  readonly sodium: number | null
  readonly ast: number | null
  readonly illnessDayAtTreatment: number
  readonly neutrophilPercent: number
  readonly crpMgPerDl: number
  readonly ageMonths: number
  readonly platelets10e9: number
}

interface SignsGiven {
  readonly feverDays: number
  readonly signs?: number
  readonly signsMet?: number
  readonly signsUnknown?: number
  readonly maxZ: number | null
}

function quantity(value: number, unit: string): Quantity {
  return { value: String(value), unit }
}

function surfaceOf(formula: SurfaceFormula, { heightCm, weightKg }: ArteryGiven) {
  const height = heightCm === null ? undefined : quantity(heightCm, 'cm')
  return bodySurface(formula, height, quantity(weightKg, 'kg'))
}

function surfaceNumber(formula: SurfaceFormula, given: ArteryGiven): number | undefined {
  const surface = surfaceOf(formula, given)
  return isClinicalProblem(surface) ? undefined : Number(surface.quantity.value)
}

function scoreOf(model: CoronaryModel, given: ArteryGiven) {
  const { bsa = 'haycock', segment, mm } = given
  const surface = surfaceOf(bsa === 'duBois' ? 'dubois' : bsa, given)
  if (isClinicalProblem(surface)) return surface
  const sex = given.sex === 'm' ? 'male' : 'female'
  return coronaryZ(model, { segment, sex, diameter: quantity(mm, 'mm'), surface })
}

function signsOf({ signs, signsMet = 0, signsUnknown = 0 }: SignsGiven): ClinicalFinding[] {
  const met = signs ?? signsMet
  return Array.from({ length: 5 }, (_, at) =>
    saidOf(`sign ${at}`, at < met ? true : at < met + signsUnknown ? undefined : false),
  )
}

function word(verdict: Verdict): string {
  return verdict === 'not met' ? 'notMet' : verdict
}
