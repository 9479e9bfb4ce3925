import type { CountRange } from '../time/days.ts'
import type { Quantity } from '../quantity/quantity.ts'
import type { BodySurface } from './body-surface.ts'
import {
  type CoronaryModel,
  type CoronaryModelRules,
  type CoronarySegment,
  coronaryModels,
} from './coronary-models.ts'
import { floatQuantity, type InputLimits, measuredIn } from './measured.ts'
import { type ClinicalProblem, type Sex, isClinicalProblem } from './problems.ts'

/** What is measured, and in whom. */
export interface CoronaryMeasure {
  readonly segment: CoronarySegment
  readonly diameter?: Quantity | undefined
  readonly surface?: BodySurface | undefined
  /** Only some models need it. */
  readonly sex?: Sex | undefined
  /** Completed months, as `ageOn` gives them; says whether the model was made for the age. */
  readonly ageMonths?: CountRange | undefined
}

/** Why a Z score is looked at with care. */
export type CoronaryFlag =
  /** Larger or smaller than the model's table: its last row was used. */
  | 'surfaceBeyondTable'
  | 'youngerThanModel'
  | 'olderThanModel'
  /** Whether the age is the model's is not known. */
  | 'ageNotKnown'
  /** Under 0.7 or over 15 mm: it may be so, and it may be a slip of the decimal point. */
  | 'unusualDiameter'
  /** The model was made with another formula of body surface. */
  | 'otherSurfaceFormula'

/** A Z score, in `{SD}`, with the model and the formula it was worked out by. */
export interface CoronaryScore {
  readonly rule: string
  readonly surfaceRule: string
  readonly quantity: Quantity
  readonly flags: readonly CoronaryFlag[]
  /** True where a person must say whether it may be used. */
  readonly mustAsk: boolean
}

/**
 * The Z score of a coronary artery's inner diameter by one model. A segment that the model lacks is a problem: no other
 * stands in for it. So is a missing input, and a diameter that no artery has (0.1 to 60 mm).
 */
export function coronaryZ(
  model: CoronaryModel,
  measure: CoronaryMeasure,
): CoronaryScore | ClinicalProblem {
  const { segment, diameter, surface, sex } = measure
  const rules = coronaryModels[model]
  const score = rules.segments[segment]
  if (!score)
    return { problem: 'noSuchSegment', model, segment, segments: Object.keys(rules.segments) }
  const inputs = missingOf(measure, rules)
  if (inputs.length > 0 || !surface) return { problem: 'missingInput', inputs }
  const mm = measuredIn(diameter, diameterLimits)
  if (isClinicalProblem(mm)) return mm
  const m2 = measuredIn(surface.quantity, surfaceLimits)
  if (isClinicalProblem(m2)) return m2
  // A model that does not need the sex does not look at it.
  const { z, isBeyond = false } = score(mm.number, m2.number, sex ?? 'male')
  const flags = [
    ...(isBeyond ? (['surfaceBeyondTable'] as const) : []),
    ...(mm.number < 0.7 || mm.number > 15 ? (['unusualDiameter'] as const) : []),
    ...ageFlags(measure.ageMonths, rules),
    ...(surface.rule === rules.surfaceRule ? [] : (['otherSurfaceFormula'] as const)),
  ]
  const mustAsk = flags.some((flag) => asking.has(flag))
  const quantity = floatQuantity(z, '{SD}')
  return { rule: rules.rule, surfaceRule: surface.rule, quantity, flags, mustAsk }
}

const asking: ReadonlySet<CoronaryFlag> = new Set<CoronaryFlag>([
  'surfaceBeyondTable',
  'youngerThanModel',
  'olderThanModel',
  'unusualDiameter',
])
/** What any artery has; between them and the usual, a person is asked. */
export const diameterLimits: InputLimits = {
  name: 'diameter',
  unit: 'mm',
  least: '0.1',
  most: '60',
}
const surfaceLimits: InputLimits = { name: 'surface', unit: 'm2', least: '0.03', most: '4' }

function missingOf(
  { diameter, surface, sex }: CoronaryMeasure,
  { needsSex }: CoronaryModelRules,
): readonly string[] {
  return [
    ...(diameter ? [] : ['diameter']),
    ...(surface ? [] : ['surface']),
    ...(needsSex && !sex ? ['sex'] : []),
  ]
}

function ageFlags(
  age: CountRange | undefined,
  { months }: CoronaryModelRules,
): readonly CoronaryFlag[] {
  if (!months) return []
  if (!age) return ['ageNotKnown']
  if (age.most < months.least) return ['youngerThanModel']
  if (age.least >= months.below) return ['olderThanModel']
  return age.least < months.least || age.most >= months.below ? ['ageNotKnown'] : []
}
