import { compareDecimals, decimalText, readDecimal } from '../../../finder/eligibility/decimal.ts'

/** Numbers that are the same for the same seed on every machine. */
export interface Drawing {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  /** A decimal between two, in whole steps, with the digits of the step: 6.0 to 9.0 by 0.1. */
  readonly decimal: (range: DecimalRange) => string
  /** The same things in another order. */
  readonly shuffled: <Thing>(things: readonly Thing[]) => Thing[]
}

/** From where to where, both included, and how fine. */
export interface DecimalRange {
  readonly from: string
  readonly to: string
  readonly step: string
}

/** Draws by a counter that is well mixed (the mixing of SplitMix32): no state but how many were drawn. */
export function drawingOf(seed: number): Drawing {
  let drawn = seed >>> 0
  const next = (): number => {
    drawn = (drawn + 0x9e3779b9) >>> 0
    let mixed = drawn
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const below = (count: number): number => Math.floor((next() / 2 ** 32) * count)
  return {
    below,
    decimal: (range) => steppedDecimal(range, below),
    shuffled: (things) => {
      const mixed = [...things]
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = below(at + 1)
        const [one, two] = [mixed[at], mixed[other]]
        if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one]
      }
      return mixed
    },
  }
}

/** Throws RangeError when the range is no range of decimals. */
function steppedDecimal(
  { from, to, step }: DecimalRange,
  below: (count: number) => number,
): string {
  const [low, high, by] = [readDecimal(from), readDecimal(to), readDecimal(step)]
  if (!low || !high || !by || by.digits <= 0n || compareDecimals(low, high) > 0)
    throw new RangeError(`from ${from} to ${to} by ${step} is no range of decimals`)
  const scale = Math.max(low.scale, high.scale, by.scale)
  const whole = (one: typeof low): bigint => one.digits * 10n ** BigInt(scale - one.scale)
  const steps = Number((whole(high) - whole(low)) / whole(by))
  const digits = whole(low) + whole(by) * BigInt(below(steps + 1))
  const text = decimalText({ digits, scale })
  const places = Math.max(low.scale, by.scale)
  const [, fraction = ''] = text.split('.')
  if (fraction.length >= places || places === 0) return text
  return `${text}${fraction === '' ? '.' : ''}${'0'.repeat(places - fraction.length)}`
}
