import { amountIn, compareQuantities, convertQuantity } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import type { ClinicalProblem } from './problems.ts'

/** An input of a formula: its unit there, and the limits outside of which it is a slip of the pen. */
export interface InputLimits {
  readonly name: string
  readonly unit: string
  readonly least: string
  readonly most: string
}

/**
 * The number of an input in a formula's unit: converted exactly, then as a float, which powers and roots need. A
 * problem when it is missing, of another kind, or nothing that a person can have.
 */
export function measuredIn(
  quantity: Quantity | undefined,
  limits: InputLimits,
): { readonly number: number } | ClinicalProblem {
  const { name, unit, least, most } = limits
  if (!quantity) return { problem: 'missingInput', inputs: [name] }
  const converted = convertQuantity(quantity, unit)
  if (isQuantityProblem(converted)) return converted
  const low = compareQuantities(quantity, { value: least, unit })
  const high = compareQuantities(quantity, { value: most, unit })
  if (isQuantityProblem(low)) return low
  if (isQuantityProblem(high)) return high
  if (low.order < 0 || high.order > 0)
    return { problem: 'notPlausible', input: name, ...plain(quantity), least, most }
  return { number: Number(converted.value) }
}

/** A float as a quantity, with every digit that tells it from its neighbours and no exponent. */
export function floatQuantity(number: number, unit: string): Quantity {
  const short = String(number)
  const value = short.includes('e') ? number.toFixed(24).replace(/\.?0+$/, '') : short
  return { value: value === '-0' ? '0' : value, unit }
}

/** True where a quantity is of a unit's kind. */
export function isOfKind(quantity: Quantity, unit: string): boolean {
  return !isQuantityProblem(amountIn(quantity, unit))
}

function plain({ value, unit }: Quantity): Quantity {
  return { value, unit }
}
