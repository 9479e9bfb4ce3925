import type { Decimal } from './decimal.ts'

/** A number as the quotient of two whole ones, exactly: what division and degrees Fahrenheit need. `below` is above zero. */
export interface Fraction {
  readonly above: bigint
  readonly below: bigint
}

/**
 * How a number between two steps is rounded. `down` goes toward zero and `up` away from it; `nearest-…` says what
 * becomes of a half: `half-up` goes away from zero, `half-down` toward it, `half-even` to the even step.
 */
export type RoundingMode =
  | 'down'
  | 'up'
  | 'nearest-half-up'
  | 'nearest-half-down'
  | 'nearest-half-even'

/** A decimal as a fraction. */
export function fractionOf({ digits, scale }: Decimal): Fraction {
  return { above: digits, below: 10n ** BigInt(scale) }
}

/** The product, exact. */
export function timesFraction(one: Fraction, other: Fraction): Fraction {
  return { above: one.above * other.above, below: one.below * other.below }
}

/** The quotient, exact; undefined when dividing by zero. */
export function overFraction(one: Fraction, other: Fraction): Fraction | undefined {
  if (other.above === 0n) return undefined
  const sign = other.above < 0n ? -1n : 1n
  return { above: one.above * other.below * sign, below: one.below * other.above * sign }
}

/** The sum, exact. */
export function plusFraction(one: Fraction, other: Fraction): Fraction {
  return {
    above: one.above * other.below + other.above * one.below,
    below: one.below * other.below,
  }
}

/** The difference, exact. */
export function minusFraction(one: Fraction, other: Fraction): Fraction {
  return plusFraction(one, { above: -other.above, below: other.below })
}

/** -1, 0 or 1 as `one` is less than, equal to or greater than `other`: exactly. */
export function compareFractions(one: Fraction, other: Fraction): -1 | 0 | 1 {
  const difference = one.above * other.below - other.above * one.below
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** The multiple of `step` (above zero) that the number is rounded to; undefined for a step that is not above zero. */
export function roundFraction(
  value: Fraction,
  step: Decimal,
  mode: RoundingMode,
): Decimal | undefined {
  if (step.digits <= 0n) return undefined
  const above = value.above * 10n ** BigInt(step.scale)
  const steps = wholeSteps(above, value.below * step.digits, mode)
  return { digits: steps * step.digits, scale: step.scale }
}

/** The number to so many decimal places, half to even. */
export function toPlaces(value: Fraction, places: number): Decimal {
  const digits = wholeSteps(value.above * 10n ** BigInt(places), value.below, 'nearest-half-even')
  return { digits, scale: places }
}

/** The decimal that is the same number, or undefined where none is (one third). */
export function exactDecimal(value: Fraction): Decimal | undefined {
  const shared = greatestDivisor(value.above < 0n ? -value.above : value.above, value.below)
  const below = value.below / shared
  const scale = powersToTen(below)
  if (scale === undefined) return undefined
  return { digits: ((value.above / shared) * 10n ** BigInt(scale)) / below, scale }
}

function wholeSteps(above: bigint, below: bigint, mode: RoundingMode): bigint {
  const sign = above < 0n ? -1n : 1n
  const size = above * sign
  const low = size / below
  const rest = size % below
  if (rest === 0n) return sign * low
  return sign * (goesUp(mode, low, rest * 2n - below) ? low + 1n : low)
}

/** Whether the size goes to the higher step; `overHalf` is below, at or above zero as the rest is beside a half. */
function goesUp(mode: RoundingMode, low: bigint, overHalf: bigint): boolean {
  switch (mode) {
    case 'down':
      return false
    case 'up':
      return true
    case 'nearest-half-up':
      return overHalf >= 0n
    case 'nearest-half-down':
      return overHalf > 0n
    case 'nearest-half-even':
      return overHalf === 0n ? low % 2n === 1n : overHalf > 0n
  }
}

function greatestDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** The power of ten that is a multiple of the number, if it is made of twos and fives alone. */
function powersToTen(below: bigint): number | undefined {
  let rest = below
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n; twos++) rest /= 2n
  for (; rest % 5n === 0n; fives++) rest /= 5n
  return rest === 1n ? Math.max(twos, fives) : undefined
}
