import type { Quantity } from '../quantity/quantity.ts'
import { floatQuantity, type InputLimits, measuredIn } from './measured.ts'
import { type ClinicalProblem, isClinicalProblem } from './problems.ts'

/** The formulas of body surface. Which one counts is said by the protocol, never by us. */
export type SurfaceFormula = 'haycock' | 'mosteller' | 'dubois'

/** A body surface in m2 and the rule it was worked out by. */
export interface BodySurface {
  readonly rule: string
  readonly quantity: Quantity
}

/** The rule of each formula, with its version. */
export const surfaceRules: Readonly<Record<SurfaceFormula, string>> = {
  haycock: 'bsa-haycock@1',
  mosteller: 'bsa-mosteller@1',
  dubois: 'bsa-dubois@1',
}

/**
 * Body surface in m2 from height and weight in any unit of theirs. A problem when one is missing, of another kind, or
 * not of a human being. Sources: Haycock GB et al., J Pediatr 1978;93:62-66; Mosteller RD, N Engl J Med 1987;317:1098;
 * Du Bois D, Du Bois EF, Arch Intern Med 1916;17:863-871.
 */
export function bodySurface(
  formula: SurfaceFormula,
  height: Quantity | undefined,
  weight: Quantity | undefined,
): BodySurface | ClinicalProblem {
  const cm = measuredIn(height, heightLimits)
  const kg = measuredIn(weight, weightLimits)
  const inputs = [cm, kg].flatMap((one) =>
    isClinicalProblem(one) && one.problem === 'missingInput' ? one.inputs : [],
  )
  if (inputs.length > 0) return { problem: 'missingInput', inputs }
  if (isClinicalProblem(cm)) return cm
  if (isClinicalProblem(kg)) return kg
  const massIndex = kg.number / (cm.number / 100) ** 2
  if (massIndex < leastMassIndex || massIndex > mostMassIndex)
    return { problem: 'notPlausibleTogether', inputs: ['height', 'weight'] }
  const surface = formulas[formula](cm.number, kg.number)
  return { rule: surfaceRules[formula], quantity: floatQuantity(surface, 'm2') }
}

const formulas: Readonly<Record<SurfaceFormula, (cm: number, kg: number) => number>> = {
  haycock: (cm, kg) => 0.024265 * cm ** 0.3964 * kg ** 0.5378,
  mosteller: (cm, kg) => Math.sqrt((cm * kg) / 3600),
  dubois: (cm, kg) => 0.007184 * cm ** 0.725 * kg ** 0.425,
}

/** Wide on purpose: from the smallest child born alive to the tallest and heaviest people known. */
const heightLimits: InputLimits = { name: 'height', unit: 'cm', least: '20', most: '275' }
const weightLimits: InputLimits = { name: 'weight', unit: 'kg', least: '0.2', most: '650' }
const leastMassIndex = 5
const mostMassIndex = 200
