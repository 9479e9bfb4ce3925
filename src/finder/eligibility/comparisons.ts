import { decimalText, readDecimal } from './decimal.ts'
import { dimensionOf, readUnit } from './ucum.ts'

/** One end of a range; `value` is an exact decimal. */
export interface Bound {
  readonly value: string
  /** True when the value itself is within: "at least", "≤"; false for "more than", "<". */
  readonly inclusive: boolean
}

/** What a value is compared with, and where the comparison is in the text. */
export interface Comparison {
  readonly start: number
  readonly end: number
  readonly min?: Bound
  readonly max?: Bound
  /** UCUM; undefined where none is written. */
  readonly unit?: string
  /** True for "18 years or older" and "≥ 18 years old", which can only be an age. */
  readonly saysAge: boolean
  /** True for "within 6 months". */
  readonly isPeriod?: boolean
}

/** Finds "≥ 38 °C", "between 18 and 75 years", "0-2", "50 kg or more" in a criterion, in order. */
export function comparisonsIn(text: string): Comparison[] {
  const found: Comparison[] = []
  numberPattern.lastIndex = 0
  for (let match = numberPattern.exec(text); match; match = numberPattern.exec(text)) {
    const comparison = comparisonAt(text, match.index, match[0])
    if (!comparison) continue
    found.push(comparison)
    numberPattern.lastIndex = Math.max(comparison.end, numberPattern.lastIndex)
  }
  return withSharedUnits(text, found)
}

function comparisonAt(text: string, at: number, digits: string): Comparison | undefined {
  const value = numberText(digits)
  if (value === undefined) return undefined
  const operator = operatorBefore(text.slice(Math.max(0, at - 48), at))
  const first = withUnit(text, at + digits.length)
  if (!operator || operator.side === 'min') {
    const range = rangeFrom(text, at, value, first, operator)
    if (range) return range
  }
  const after = afterPattern.exec(text.slice(first.end, first.end + 40))
  if (!operator && !after) return undefined
  if (operator?.isPeriod && !isTime(first.unit)) return undefined
  const age = agePattern.exec(text.slice(first.end, first.end + 24))
  const end = Math.max(first.end + (after?.[0].length ?? 0), first.end + (age?.[0].length ?? 0))
  return {
    start: at - (operator?.length ?? 0),
    end,
    ...(operator ? boundsOf(operator, value) : boundsAfter(after?.[1] ?? '', value)),
    ...(first.unit && { unit: first.unit }),
    ...(operator?.isPeriod && { isPeriod: true }),
    saysAge:
      age !== null ||
      first.isAge ||
      operator?.isAge === true ||
      /^(?:old|young)/i.test(after?.[1] ?? ''),
  }
}

interface Operator {
  readonly side: 'min' | 'max' | 'equal'
  readonly inclusive: boolean
  readonly length: number
  /** "within", "in the last": said of time only. */
  readonly isPeriod: boolean
  /** "under age 18". */
  readonly isAge: boolean
}

interface Valued {
  readonly end: number
  readonly unit?: string
  readonly isAge: boolean
}

function withUnit(text: string, at: number): Valued {
  const rest = text.slice(at, at + 64)
  const found = readUnit(rest)
  if (!found) return { end: at, isAge: false }
  const isAge = /^[ -]?y\.?o/i.test(rest)
  return { end: at + found.length, unit: found.unit, isAge }
}

/** "18 to 75 years", "18 years - 75 years", and "between 18 and 75" where "between" comes before. */
function rangeFrom(
  text: string,
  at: number,
  low: string,
  first: Valued,
  operator: Operator | undefined,
): Comparison | undefined {
  const between = betweenPattern.exec(text.slice(Math.max(0, at - 24), at))
  const joint = (between ? betweenJoint : rangeJoint).exec(text.slice(first.end, first.end + 40))
  if (!joint) return undefined
  if (operator && !/^\W/.test(joint[0].trim())) return undefined
  const [whole, digits = ''] = joint
  const high = numberText(digits)
  if (high === undefined) return undefined
  const second = withUnit(text, first.end + whole.length)
  const age = agePattern.exec(text.slice(second.end, second.end + 24))
  const unit = first.unit ?? second.unit
  const top = topBound(high, first.unit, second.unit)
  if (!top || Number(top.value) < Number(low)) return undefined
  return {
    start: at - (between?.[1]?.length ?? operator?.length ?? 0),
    end: second.end + (age?.[0].length ?? 0),
    min: { value: low, inclusive: operator?.inclusive ?? true },
    max: top,
    ...(unit && { unit }),
    saysAge: age !== null || first.isAge || second.isAge || /\bage/i.test(between?.[0] ?? ''),
  }
}

/** In "3 months to 16 years" the years become months: sixteen years old is under 204 months. */
function topBound(
  high: string,
  low: string | undefined,
  unit: string | undefined,
): Bound | undefined {
  if (low === undefined || unit === undefined || low === unit)
    return { value: high, inclusive: true }
  if (low !== 'mo' || unit !== 'a' || !/^\d{1,3}$/.test(high)) return undefined
  return { value: String((Number(high) + 1) * 12), inclusive: false }
}

function operatorBefore(before: string): Operator | undefined {
  for (const [side, inclusive, pattern] of operators) {
    const match = pattern.exec(before)
    if (match)
      return {
        side,
        inclusive,
        length: match[0].length,
        isPeriod: false,
        isAge: /\bage|\bold|\byoung/i.test(match[0]),
      }
  }
  const period = periodPattern.exec(before)
  if (period)
    return { side: 'max', inclusive: true, length: period[0].length, isPeriod: true, isAge: false }
  return undefined
}

function isTime(unit: string | undefined): boolean {
  return unit !== undefined && (dimensionOf(unit) ?? '').endsWith('time')
}

function boundsOf({ side, inclusive }: Operator, value: string): { min?: Bound; max?: Bound } {
  const bound = { value, inclusive }
  if (side === 'equal') return { min: bound, max: bound }
  return side === 'min' ? { min: bound } : { max: bound }
}

function boundsAfter(word: string, value: string): { min?: Bound; max?: Bound } {
  const bound = { value, inclusive: true }
  return /young|under|less|below|lower|few|small/i.test(word) ? { max: bound } : { min: bound }
}

/** In "> 18 and < 60 years" the unit is given once, after the last number. */
function withSharedUnits(text: string, found: readonly Comparison[]): Comparison[] {
  return found.map((comparison, index) => {
    const next = found[index + 1]
    if (comparison.unit || !next?.unit || next.start - comparison.end > 12) return comparison
    const between = text.slice(comparison.end, next.start)
    if (!/^[\s,;]*(?:and|but|to|-|–|&|et|or)?[\s,]*$/.test(between)) return comparison
    const calendar = dimensionOf(next.unit)
    return calendar ? { ...comparison, unit: next.unit, saysAge: next.saysAge } : comparison
  })
}

function numberText(digits: string): string | undefined {
  const value = readDecimal(digits)
  return value && decimalText(value)
}

const digits = String.raw`(?:\d{1,3}(?:[, ]\d{3})+(?![\d])(?:\.\d+)?|\d{1,15}(?:[.,]\d{1,6})?)`
const numberPattern = new RegExp(String.raw`(?<![\p{L}\d.,^/-])${digits}(?![\d])`, 'gu')
const rangeJoint = new RegExp(
  String.raw`^ ?(?:-|–|—|‑|~|to|through|à|bis|until|up to) ?(${digits})(?![\d])`,
  'i',
)
const betweenJoint = new RegExp(
  String.raw`^ ?(?:-|–|—|‑|to|and|et|y|und|&) ?(?:≤ ?)?(${digits})(?![\d])`,
  'i',
)
const betweenPattern =
  /\b(?:ages?:? |aged:? |âgée?s? )?((?:between|entre|zwischen|from)(?: the)?(?: ages?)?(?: of)? )$|\b(?:ages?:?|aged) ?$/i
const periodPattern =
  /\b(?:within|in|during|over|for)?\s?(?:the )?(?:within|past|last|previous|prior|preceding|dans les|innerhalb von)\s(?:the )?(?:(?:past|last|previous|preceding) )?$/i
const afterPattern =
  /^ ?(?:of age|old|in age|d['’]âge)? ?,? ?(?:or|and|\/|et|ou|y|und) ?(older|over|above|more|greater|up|higher|plus|younger|under|less|below|lower|fewer|älter|más|mayores)\b/i
const agePattern = /^[ -]?(?:of age|old\b|in age|d['’]âge|\(age\)|de edad|alt\b)/i

const operators: readonly (readonly ['min' | 'max' | 'equal', boolean, RegExp])[] = [
  ['min', true, /(?:≥|⩾|≧|>\s?=|=\s?>|> ?or ?=|> or equal to|>\/=|<u>>\/u>)\s*(?:to )?$/i],
  ['max', true, /(?:≤|⩽|≦|<\s?=|=\s?<|< ?or ?=|< or equal to|<\/=)\s*(?:to )?$/i],
  [
    'max',
    true,
    /\b(?:not|no|never)\s*(?:be )?(?:>|greater than|more than|higher than|above|over|exceed(?:ing|s)?|in excess of|older than|larger than|longer than)\s*$/i,
  ],
  [
    'min',
    true,
    /\b(?:not|no)\s*(?:be )?(?:<|less than|lower than|below|under|fewer than|younger than|smaller than)\s*$/i,
  ],
  [
    'min',
    true,
    /(?:\b(?:at least|a minimum of|minimum(?: of)?|au moins|mindestens|al menos|(?:greater|more|higher|older) than or equal(?: to)?|equal(?: to)? or (?:greater|more|higher|older) than|superior or equal to|sup[ée]rieure? ou [ée]gale? à))\s*(?:age )?(?:of )?(?:the )?$/i,
  ],
  [
    'max',
    true,
    /\b(?:at most|up to|a maximum of|maximum(?: of)?|(?:less|lower|fewer|younger) than or equal(?: to)?|equal(?: to)? or (?:less|lower|younger) than|inf[ée]rieure? ou [ée]gale? à)\s*(?:age )?(?:of )?$/i,
  ],
  [
    'min',
    false,
    /(?:[>＞]|\b(?:greater than|more than|higher than|older than|larger than|longer than|above|over|exceed(?:s|ing)?|in excess of|plus de|älter als|mayor(?:es)? de|sup[ée]rieure? à)(?: (?:the )?ages?(?: of)?)?)\s*$/i,
  ],
  [
    'max',
    false,
    /(?:[<＜]|\b(?:less than|lower than|fewer than|younger than|smaller than|shorter than|below|under|moins de|jünger als|menor(?:es)? de|inf[ée]rieure? à)(?: (?:the )?ages?(?: of)?)?)\s*$/i,
  ],
  ['equal', true, /=\s*$/],
]
