/**
 * A decimal number, exactly: `digits` divided by ten to the power of `scale`. Boundaries are compared
 * without floating point, so 38.0 is never above 38 and 0.1 + 0.2 never matters.
 */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/**
 * Reads `38`, `38.0`, `2,5`, `1,500`, `100 000`. A comma before exactly three digits divides thousands,
 * as registry texts are English, unless a lone zero comes before it (`0,375`).
 */
export function readDecimal(text: string): Decimal | undefined {
  let plain = text.trim().replace(/[ \u00a0\u202f](?=\d{3})/g, '')
  if (/^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) plain = plain.replaceAll(',', '')
  plain = plain.replace(',', '.')
  if (!/^-?\d{1,18}(?:\.\d{1,18})?$/.test(plain)) return undefined
  const [whole = '', fraction = ''] = plain.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

/** The decimal a number prints as; undefined for what is not an ordinary number. */
export function toDecimal(value: number | string): Decimal | undefined {
  return readDecimal(String(value))
}

/** Negative, zero or positive as `one` is less than, equal to or greater than `other`. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const scale = Math.max(one.scale, other.scale)
  const difference = raised(one, scale) - raised(other, scale)
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** The product, exact. */
export function multiply(one: Decimal, other: Decimal): Decimal {
  return { digits: one.digits * other.digits, scale: one.scale + other.scale }
}

/** The sum, exact. */
export function add(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale)
  return { digits: raised(one, scale) + raised(other, scale), scale }
}

/** Reads what `decimalText` wrote: a point, no commas or blanks, and as many digits as an exact result needs. */
export function readPlainDecimal(text: string): Decimal | undefined {
  if (!plain.test(text)) return undefined
  const point = text.indexOf('.')
  if (point === -1) return { digits: BigInt(text), scale: 0 }
  const digits = BigInt(text.slice(0, point) + text.slice(point + 1))
  return { digits, scale: text.length - point - 1 }
}

/**
 * Negative, zero or positive as one decimal's text is less than, equal to or greater than another's; undefined where one
 * is none. Exact: fifteen digits have a float of their own each, in their order, and longer ones are compared as decimals.
 */
export function comparePlainDecimals(one: string, other: string): number | undefined {
  if (one.length <= 15 && other.length <= 15)
    return plain.test(one) && plain.test(other) ? Number(one) - Number(other) : undefined
  const [first, second] = [readPlainDecimal(one), readPlainDecimal(other)]
  return first && second && compareDecimals(first, second)
}

const plain = /^-?\d{1,200}(?:\.\d{1,200})?$/

/** As people write it: `38`, `2.5`. */
export function decimalText({ digits, scale }: Decimal): string {
  const negative = digits < 0n
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  const fraction = text.slice(text.length - scale).replace(/0+$/, '')
  return (negative ? '-' : '') + whole + (fraction && `.${fraction}`)
}

function raised(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale)
}
