import { decimalText, readPlainDecimal } from '../../../finder/eligibility/decimal.ts'
import { type Fraction, fractionOf } from '../../../finder/eligibility/fraction.ts'
import { type UnitMeaning, readUnitCode } from '../../../finder/eligibility/ucum-code.ts'
import { readUnit } from '../../../finder/eligibility/ucum.ts'

/** A measured or worked-out value: a decimal as text, so that nothing is lost in between, and its UCUM unit. */
export interface Quantity {
  /** A decimal with a point, as it was written: `38.0`, `7.35`. */
  readonly value: string
  /** The UCUM code: `kg`, `mg/kg`, `Cel`, `10*9/L`; `1` for a plain number. */
  readonly unit: string
}

/** Why a quantity cannot be read or used; a door puts it into words. */
export type QuantityProblem =
  | { readonly problem: 'notANumber'; readonly value: string }
  /** `1,500` is one and a half here and fifteen hundred there. */
  | { readonly problem: 'ambiguousComma'; readonly value: string }
  /** `meant` is the UCUM code that the words look like: `Cel` for `°C`. */
  | { readonly problem: 'unknownUnit'; readonly unit: string; readonly meant?: string }
  /** The units measure different things, or converting needs to know the substance. */
  | { readonly problem: 'unlikeUnits'; readonly unit: string; readonly other: string }
  /** A temperature is on a scale: it is compared and converted, not added or multiplied. */
  | { readonly problem: 'scaleNotAmount'; readonly unit: string }
  /** No denominator of the rate is of the multiplier's kind: `mg/kg` by `cm`. */
  | { readonly problem: 'noSuchDenominator'; readonly unit: string; readonly other: string }
  | { readonly problem: 'divisionByZero' }
  | { readonly problem: 'stepNotAboveZero'; readonly value: string }

/** A value worked out by division or conversion: when no decimal is exactly it, it has 24 places and says so. */
export interface DerivedQuantity extends Quantity {
  readonly isExact: boolean
}

/**
 * Reads a value and its UCUM unit. A decimal comma is read where it can be nothing else (`38,5`); `1,500` is a
 * problem, and so are a word, an exponent, a blank and a unit that is not a UCUM code.
 */
export function readQuantity(value: string | number, unit: string): Quantity | QuantityProblem {
  const text = String(value).trim()
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) return { problem: 'ambiguousComma', value: text }
  if (!/^-?\d{1,18}(?:[.,]\d{1,18})?$/.test(text)) return { problem: 'notANumber', value: text }
  if (!readUnitCode(unit)) return unknownUnit(unit)
  const isNegative = text.startsWith('-') && /[1-9]/.test(text)
  const size = text.replace(/^-?0*(?=\d)/, '').replace(',', '.')
  return { value: isNegative ? `-${size}` : size, unit }
}

/** True for what went wrong instead of a quantity, or instead of what is made of one. */
export function isQuantityProblem<Result extends object>(
  result: Result | QuantityProblem,
): result is QuantityProblem {
  return 'problem' in result
}

/** A quantity in base units, exactly, with what its unit means. */
export interface BaseQuantity {
  readonly amount: Fraction
  readonly meaning: UnitMeaning
}

/** The number of a quantity, exactly, without its unit; a problem when its text is no decimal. */
export function exactNumberOf({ value }: Quantity): Fraction | QuantityProblem {
  const decimal = readPlainDecimal(value)
  return decimal ? fractionOf(decimal) : { problem: 'notANumber', value }
}

/** What a unit means, or a problem that names it and the code it may have been meant for. */
export function unitOf(unit: string): UnitMeaning | QuantityProblem {
  return readUnitCode(unit) ?? unknownUnit(unit)
}

/** A decimal's text for a quantity: no zeros at its end. */
export const quantityText = decimalText

function unknownUnit(unit: string): QuantityProblem {
  const found = readUnit(unit)
  const isWhole = found && found.length === unit.length
  const meant = isWhole && readUnitCode(found.unit) ? found.unit : undefined
  return { problem: 'unknownUnit', unit, ...(meant !== undefined && { meant }) }
}
