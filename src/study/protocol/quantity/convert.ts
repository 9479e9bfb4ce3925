import { comparePlainDecimals } from '../../../finder/eligibility/decimal.ts'
import {
  type Fraction,
  compareFractions,
  exactDecimal,
  minusFraction,
  overFraction,
  plusFraction,
  timesFraction,
  toPlaces,
} from '../../../finder/eligibility/fraction.ts'
import type { UnitMeaning } from '../../../finder/eligibility/ucum-code.ts'
import {
  type DerivedQuantity,
  type Quantity,
  type QuantityProblem,
  isQuantityProblem,
  exactNumberOf,
  quantityText,
  unitOf,
} from './quantity.ts'

/**
 * The same quantity in another unit: 100.4 [degF] is 38 Cel, 11 [lb_av] is 4.98951607 kg. A problem when the units
 * measure different things: mg/dL and mmol/L, which need the substance, or `{SD}` and anything. Rule `ucum@1`:
 * factors of UCUM 2.1, exact.
 */
export function convertQuantity(
  quantity: Quantity,
  unit: string,
): DerivedQuantity | QuantityProblem {
  const amount = amountIn(quantity, unit)
  return isQuantityProblem(amount) ? amount : derivedQuantity(amount, unit)
}

/** The number that a quantity is in a unit, exactly; a problem when the units measure different things. */
export function amountIn(quantity: Quantity, unit: string): Fraction | QuantityProblem {
  const amount = exactNumberOf(quantity)
  const from = unitOf(quantity.unit)
  const to = unitOf(unit)
  if (isQuantityProblem(amount)) return amount
  if (isQuantityProblem(from)) return from
  if (isQuantityProblem(to)) return to
  if (quantity.unit === unit) return amount
  if (from.dimension !== to.dimension)
    return { problem: 'unlikeUnits', unit: quantity.unit, other: unit }
  const inUnit = overFraction(toBase(amount, from), to.factor)
  return inUnit ? minusFraction(inUnit, to.plus) : { problem: 'divisionByZero' }
}

/**
 * -1, 0 or 1 as the first quantity is less than, equal to or greater than the second, exactly and across units:
 * 38.0 Cel and 100.4 [degF] are equal to 38 Cel. A problem when they measure different things.
 */
export function compareQuantities(
  one: Quantity,
  other: Quantity,
): { readonly order: -1 | 0 | 1 } | QuantityProblem {
  if (one.unit === other.unit && !isQuantityProblem(unitOf(one.unit))) {
    const order = comparePlainDecimals(one.value, other.value)
    if (order !== undefined) return { order: order === 0 ? 0 : order < 0 ? -1 : 1 }
  }
  const first = exactNumberOf(one)
  const second = amountIn(other, one.unit)
  if (isQuantityProblem(first)) return first
  if (isQuantityProblem(second)) return second
  return { order: compareFractions(first, second) }
}

/** An exact number as a quantity: rounded to 24 places, half to even, where no decimal is exactly it. */
export function derivedQuantity(amount: Fraction, unit: string): DerivedQuantity {
  const exact = exactDecimal(amount)
  const value = quantityText(exact ?? toPlaces(amount, 24))
  return { value, unit, isExact: exact !== undefined }
}

function toBase(amount: Fraction, { plus, factor }: UnitMeaning): Fraction {
  return timesFraction(plusFraction(amount, plus), factor)
}
