import { addQuantities } from '../quantity/arithmetic.ts'
import { compareQuantities } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import { diameterLimits } from './coronary-z.ts'
import { measuredIn } from './measured.ts'
import { type ClinicalProblem, isClinicalProblem } from './problems.ts'

/** The rule of the classes; its source is with `coronaryClass`. */
export const coronaryClassRule = 'coronary-class-aha-2017@1'

/** From no involvement to a large (giant) aneurysm. */
export type CoronaryClass = 'none' | 'dilation' | 'small' | 'medium' | 'large'

/** A Z score in `{SD}`, with the model it was worked out by where that is known. */
export interface ScoredArtery {
  readonly quantity: Quantity
  readonly rule?: string
}

/** The class, or those it can be when something is not known. */
export interface CoronaryClassed {
  readonly rule: typeof coronaryClassRule
  readonly klass?: CoronaryClass
  readonly possible: readonly CoronaryClass[]
  readonly missing: readonly ('z' | 'diameter' | 'firstZ')[]
}

/**
 * The class of a coronary artery by Z score and inner diameter: none below 2; dilation from 2 to below 2.5, or below 2
 * at first and a fall of at least 1 since; small from 2.5 to below 5; medium from 5 to below 10 and below 8 mm; large from
 * 10, or from 8 mm. `firstZ` is that of the first echocardiogram: `null` says that this one is the first, and
 * nothing that it is not known. A problem for two models, whose Z scores are not compared, and
 * for a diameter that no artery has.
 * Source: McCrindle BW et al., American Heart Association, Circulation 2017;135:e927-e999, table 4.
 */
export function coronaryClass(artery: {
  readonly z?: ScoredArtery | undefined
  readonly diameter?: Quantity | undefined
  readonly firstZ?: ScoredArtery | null | undefined
}): CoronaryClassed | ClinicalProblem {
  const { z, diameter, firstZ } = artery
  const measured = diameter && measuredIn(diameter, diameterLimits)
  if (measured && isClinicalProblem(measured)) return measured
  const wide = diameter && isAtLeast(diameter, { value: '8', unit: 'mm' })
  if (wide && isClinicalProblem(wide)) return wide
  if (wide?.is) return classed(['large'])
  if (!z) return classed(every, ['z', ...(wide ? [] : (['diameter'] as const))])
  const byScore = classesOfScore(z, firstZ)
  if (isClinicalProblem(byScore)) return byScore
  const open = byScore.length > 1 ? (['firstZ'] as const) : []
  if (wide || byScore.includes('large')) return classed(byScore, open)
  return classed([...byScore, 'large'], [...open, 'diameter'])
}

const every: readonly CoronaryClass[] = ['none', 'dilation', 'small', 'medium', 'large']

/** From the highest: the first that the Z score reaches. */
const limits: readonly (readonly [string, CoronaryClass])[] = [
  ['10', 'large'],
  ['5', 'medium'],
  ['2.5', 'small'],
  ['2', 'dilation'],
]

function classesOfScore(
  z: ScoredArtery,
  firstZ: ScoredArtery | null | undefined,
): readonly CoronaryClass[] | ClinicalProblem {
  for (const [limit, name] of limits) {
    const reached = isAtLeast(z.quantity, { value: limit, unit: '{SD}' })
    if (isClinicalProblem(reached)) return reached
    if (reached.is) return [name]
  }
  if (firstZ === null) return ['none']
  if (firstZ === undefined) return ['none', 'dilation']
  return classesOfFall(z, firstZ)
}

/** Below 2 now: dilation where it was below 2 at first and fell by at least 1. */
function classesOfFall(
  z: ScoredArtery,
  firstZ: ScoredArtery,
): readonly CoronaryClass[] | ClinicalProblem {
  if (z.rule !== undefined && firstZ.rule !== undefined && z.rule !== firstZ.rule)
    return { problem: 'differentModels', models: [firstZ.rule, z.rule] }
  const fallen = addQuantities(z.quantity, { value: '1', unit: '{SD}' })
  if (isQuantityProblem(fallen)) return fallen
  const fell = isAtLeast(firstZ.quantity, fallen)
  const wasHigh = isAtLeast(firstZ.quantity, { value: '2', unit: '{SD}' })
  if (isClinicalProblem(fell)) return fell
  if (isClinicalProblem(wasHigh)) return wasHigh
  return [fell.is && !wasHigh.is ? 'dilation' : 'none']
}

function isAtLeast(one: Quantity, limit: Quantity): { readonly is: boolean } | ClinicalProblem {
  const compared = compareQuantities(one, limit)
  return isQuantityProblem(compared) ? compared : { is: compared.order >= 0 }
}

function classed(
  possible: readonly CoronaryClass[],
  missing: CoronaryClassed['missing'] = [],
): CoronaryClassed {
  const [sole, ...more] = possible
  const klass = more.length === 0 && sole !== undefined ? { klass: sole } : {}
  return { rule: coronaryClassRule, ...klass, possible, missing }
}
