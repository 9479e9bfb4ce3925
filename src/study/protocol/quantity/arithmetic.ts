import { readPlainDecimal } from '../../../finder/eligibility/decimal.ts'
import {
  type Fraction,
  type RoundingMode,
  minusFraction,
  overFraction,
  plusFraction,
  roundFraction,
  timesFraction,
} from '../../../finder/eligibility/fraction.ts'
import { amountIn, derivedQuantity } from './convert.ts'
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
 * A rate by what it is a rate of: 6 mg/kg by 7.35 kg is 44.1 mg, 30 mg/m2 by 0.5 m2 is 15 mg, 2 mg/kg/d by 5 kg is
 * 10 mg/d. The multiplier is converted first (pounds into kilograms). A problem when the rate has no such denominator.
 */
export function scaleQuantity(rate: Quantity, by: Quantity): DerivedQuantity | QuantityProblem {
  const unit = unitOf(rate.unit)
  const number = exactNumberOf(rate)
  if (isQuantityProblem(unit)) return unit
  if (isQuantityProblem(number)) return number
  const [above = '', ...below] = rate.unit.split('/')
  for (const [at, denominator] of below.entries()) {
    const amount = amountIn(by, denominator)
    if (isQuantityProblem(amount)) {
      if (amount.problem === 'unlikeUnits') continue
      return amount
    }
    const rest = [above, ...below.filter((_, place) => place !== at)].join('/')
    return derivedQuantity(timesFraction(number, amount), rest === '' ? '1' : rest)
  }
  return { problem: 'noSuchDenominator', unit: rate.unit, other: by.unit }
}

/**
 * How many times a strength's denominator holds a dose, to a step: 24.8 mg at 150 mg/mL is 0.165… mL, by 0.01 mL down
 * 0.16 mL. Without a step it is exact, or has 24 places and says so. The exact number is rounded, once.
 */
export function volumeOf(
  dose: Quantity,
  strength: Quantity,
  rounding?: { readonly step: string; readonly mode: RoundingMode },
): DerivedQuantity | QuantityProblem {
  const [above = '', unit = '', ...more] = strength.unit.split('/')
  if (unit === '' || more.length > 0)
    return { problem: 'noSuchDenominator', unit: strength.unit, other: dose.unit }
  const amount = amountIn(dose, above)
  const number = exactNumberOf(strength)
  if (isQuantityProblem(amount)) return amount
  if (isQuantityProblem(number)) return number
  const volume = overFraction(amount, number)
  if (!volume) return { problem: 'divisionByZero' }
  return rounding ? rounded(volume, unit, rounding) : derivedQuantity(volume, unit)
}

/** A quantity to a multiple of `step`, in its own unit: 24.8 mg by 5 down is 20 mg. A dose may so become 0. */
export function roundQuantity(
  quantity: Quantity,
  step: string,
  mode: RoundingMode,
): DerivedQuantity | QuantityProblem {
  const number = exactNumberOf(quantity)
  return isQuantityProblem(number) ? number : rounded(number, quantity.unit, { step, mode })
}

/** The sum in the unit of the first; temperatures are not added. */
export function addQuantities(one: Quantity, other: Quantity): DerivedQuantity | QuantityProblem {
  return together(one, other, plusFraction)
}

/** The first less the second, in the unit of the first; temperatures are not subtracted. */
export function subtractQuantities(
  one: Quantity,
  other: Quantity,
): DerivedQuantity | QuantityProblem {
  return together(one, other, minusFraction)
}

/** How many times the second the first is, as a plain number: 4 of 9 is 0.444…; a problem where the second is zero. */
export function ratioOfQuantities(
  one: Quantity,
  other: Quantity,
): DerivedQuantity | QuantityProblem {
  return together(one, other, overFraction, '1')
}

/** A quantity so many times: 10 mg twice is 20 mg; temperatures are not multiplied. */
export function timesQuantity(
  quantity: Quantity,
  times: string,
): DerivedQuantity | QuantityProblem {
  const number = amountOfAmount(quantity, quantity.unit)
  const factor = exactNumberOf({ value: times, unit: '1' })
  if (isQuantityProblem(number)) return number
  if (isQuantityProblem(factor)) return factor
  return derivedQuantity(timesFraction(number, factor), quantity.unit)
}

function together(
  one: Quantity,
  other: Quantity,
  combine: (one: Fraction, other: Fraction) => Fraction | undefined,
  unit: string = one.unit,
): DerivedQuantity | QuantityProblem {
  const first = amountOfAmount(one, one.unit)
  const second = amountOfAmount(other, one.unit)
  if (isQuantityProblem(first)) return first
  if (isQuantityProblem(second)) return second
  const result = combine(first, second)
  return result ? derivedQuantity(result, unit) : { problem: 'divisionByZero' }
}

/** The number of an amount in a unit; a scale with a zero of its own, as a thermometer's, is a problem. */
function amountOfAmount(quantity: Quantity, unit: string): Fraction | QuantityProblem {
  const meaning = unitOf(quantity.unit)
  if (isQuantityProblem(meaning)) return meaning
  if (meaning.plus.above !== 0n) return { problem: 'scaleNotAmount', unit: quantity.unit }
  return amountIn(quantity, unit)
}

function rounded(
  amount: Fraction,
  unit: string,
  { step, mode }: { readonly step: string; readonly mode: RoundingMode },
): DerivedQuantity | QuantityProblem {
  const size = readPlainDecimal(step)
  const result = size && roundFraction(amount, size, mode)
  if (!result) return { problem: 'stepNotAboveZero', value: step }
  return { value: quantityText(result), unit, isExact: true }
}
