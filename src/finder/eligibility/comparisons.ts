import { figures, figureValue, type NumberFound, numbersIn, thousandsRead } from './numbers.ts'
import { boundAfter, type Operator, operatorBefore } from './operators.ts'
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
  for (const number of numbersIn(text)) {
    if (number.start < (found.at(-1)?.end ?? 0)) continue
    found.push(...comparisonsAt(text, number, found.at(-1)))
  }
  return withSharedUnits(
    text,
    [...found, ...upperLimitsIn(text)].toSorted((a, b) => a.start - b.start),
  )
}

/** "Above the upper limit of normal", "> ULN", "≤ ULN": once the limit, though no number is written. */
function upperLimitsIn(text: string): Comparison[] {
  if (!/uln|upper/i.test(text)) return []
  return [...text.matchAll(upperLimit)].flatMap((match): Comparison[] => {
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    const operator = operatorBefore(before)
    if (!operator || operator.isPeriod || operator.side === 'equal') return []
    const start = match.index - operator.length
    const end = match.index + match[0].length
    return [{ start, end, ...boundsOf(operator, '1'), unit: '{ULN}', saysAge: false }]
  })
}

/** One, or two where the ends of a range have units of their own: "15 days to 2 years". */
function comparisonsAt(
  text: string,
  number: NumberFound,
  before: Comparison | undefined,
): Comparison[] {
  const { start: at, written, isWord } = number
  const operator = operatorBefore(text.slice(Math.max(0, at - 60), at))
  const first = withUnit(text, number.end)
  if (isWord && !isTime(first.unit)) return []
  if (!operator || operator.side === 'min') {
    const range = rangeFrom(text, number, first, operator)
    if (range) return range
  }
  const after = boundAfter(text.slice(first.end, first.end + 48))
  const inherited = operator || after ? undefined : inheritedBounds(text, number, first, before)
  if (inherited) return [inherited]
  const ago = operator || after ? undefined : timeAgo(text, at, first)
  if (!operator && !after && ago === undefined) return []
  if (operator?.isPeriod && !isTime(first.unit)) return []
  const value = thousandsRead(written, number.value, first.unit)
  const age = agePattern.exec(text.slice(first.end, first.end + 24))
  const end = Math.max(first.end + (after?.length ?? 0), first.end + (age?.[0].length ?? 0))
  return [
    {
      start: at - (operator?.length ?? ago ?? 0),
      end,
      ...(operator ? boundsOf(operator, value) : sideOf(after?.side ?? 'max', value)),
      ...(first.unit && { unit: first.unit }),
      ...((operator?.isPeriod || ago !== undefined) && { isPeriod: true }),
      saysAge:
        age !== null ||
        first.isAge ||
        operator?.isAge === true ||
        /^(?:old|young)/i.test(after?.word ?? ''),
    },
  ]
}

interface Valued {
  readonly end: number
  readonly unit?: string
  readonly isAge: boolean
}

/** The unit at a place of a text, with its abbreviation in brackets: "kilogram (kg)". */
function withUnit(text: string, at: number): Valued {
  const rest = text.slice(at, at + 80)
  const found = readUnit(rest)
  if (!found) return { end: at, isAge: false }
  const isAge = /^[ -]?y\.?o/i.test(rest)
  const again = /^ ?[[(][^[\]()\d]{1,12}[\])]/.exec(rest.slice(found.length))
  const isAgain = again !== null && readUnit(again[0].replace(/[[\]() ]/g, '')) !== undefined
  const length = found.length + (isAgain ? again[0].length : 0)
  return { end: at + length, unit: found.unit, isAge }
}

/** "Surgery 30 days prior to entry", "in the 18 months before": how long ago, without another word. Characters before the number. */
function timeAgo(text: string, at: number, { end, unit }: Valued): number | undefined {
  if (!isTime(unit)) return undefined
  if (!/^\s?(?:prior|before|preceding|previous|ago|avant)\b/i.test(text.slice(end, end + 12)))
    return undefined
  const lead = /\b(?:in|during|within|over|for) (?:the )?$/i.exec(
    text.slice(Math.max(0, at - 12), at),
  )
  return lead?.[0].length ?? 0
}

/** In "at least 3 weeks (6 weeks for nitrosoureas)" the second number has the words of the first. */
function inheritedBounds(
  text: string,
  { start, value, written }: NumberFound,
  { end, unit }: Valued,
  before: Comparison | undefined,
): Comparison | undefined {
  if (!before || !unit || dimensionKind(unit) !== dimensionKind(before.unit)) return undefined
  if (!/^[^()\d;]{0,80}\((?:or )?$/.test(text.slice(before.end, start))) return undefined
  if ((before.min === undefined) === (before.max === undefined)) return undefined
  const { inclusive } = before.min ?? before.max ?? { inclusive: true }
  const bound = { value: thousandsRead(written, value, unit), inclusive }
  return {
    start,
    end,
    ...(before.min ? { min: bound } : { max: bound }),
    unit,
    saysAge: false,
    ...(before.isPeriod && { isPeriod: true }),
  }
}

function dimensionKind(unit: string | undefined): string | undefined {
  return isTime(unit) ? 'time' : dimensionOf(unit ?? '1')
}

/** "18 to 75 years", "18 years - 75 years", and "between 18 and 75" where "between" comes before. */
function rangeFrom(
  text: string,
  { start: at, value: low, written }: NumberFound,
  first: Valued,
  operator: Operator | undefined,
): Comparison[] | undefined {
  const between = betweenPattern.exec(text.slice(Math.max(0, at - 24), at))
  const joint = (between ? betweenJoint : rangeJoint).exec(text.slice(first.end, first.end + 40))
  if (!joint) return undefined
  if (operator && !/^\W/.test(joint[0].trim())) return undefined
  const [whole, digits = ''] = joint
  const high = figureValue(digits)
  if (high === undefined) return undefined
  const second = withUnit(text, first.end + whole.length)
  const age = agePattern.exec(text.slice(second.end, second.end + 24))
  const start = at - (between?.[1]?.length ?? operator?.length ?? 0)
  const end = second.end + (age?.[0].length ?? 0)
  const saysAge = age !== null || first.isAge || second.isAge || /\bage/i.test(between?.[0] ?? '')
  const unit = first.unit ?? second.unit
  const min = { value: thousandsRead(written, low, unit), inclusive: operator?.inclusive ?? true }
  const isBelow = /than|under|below|</i.test(whole)
  const max = { value: thousandsRead(digits, high, unit), inclusive: !isBelow }
  if (first.unit && second.unit && first.unit !== second.unit) {
    if (!isTime(first.unit) || !isTime(second.unit)) return undefined
    return [
      { start, end: first.end, min, unit: first.unit, saysAge },
      { start: first.end, end, max, unit: second.unit, saysAge },
    ]
  }
  if (Number(max.value) < Number(min.value)) return undefined
  return [{ start, end, min, max, ...(unit && { unit }), saysAge }]
}

function isTime(unit: string | undefined): boolean {
  return unit !== undefined && (dimensionOf(unit) ?? '').endsWith('time')
}

function boundsOf({ side, inclusive }: Operator, value: string): { min?: Bound; max?: Bound } {
  const bound = { value, inclusive }
  if (side === 'equal') return { min: bound, max: bound }
  return side === 'min' ? { min: bound } : { max: bound }
}

function sideOf(side: 'min' | 'max', value: string): { min?: Bound; max?: Bound } {
  const bound = { value, inclusive: true }
  return side === 'max' ? { max: bound } : { min: bound }
}

/** In "> 18 and < 60 years" the unit is given once, after the last number; in "≥ 19 years, < 75 years of age" the age is. */
function withSharedUnits(text: string, found: readonly Comparison[]): Comparison[] {
  return found.map((comparison, index) => {
    const next = found[index + 1]
    if (!next?.unit || next.start - comparison.end > 12) return comparison
    const between = text.slice(comparison.end, next.start)
    if (!/^[\s,;]*(?:and|but|to|-|–|&|et|or)?[\s,]*$/.test(between)) return comparison
    if (comparison.unit) {
      const isSame = comparison.unit === next.unit && !comparison.isPeriod
      return isSame && next.saysAge ? { ...comparison, saysAge: true } : comparison
    }
    const calendar = dimensionOf(next.unit)
    return calendar ? { ...comparison, unit: next.unit, saysAge: next.saysAge } : comparison
  })
}

const upperLimit =
  /\b(?:(?:the |institutional |laboratory |local )+)?(?:ULN|upper (?:limits? of (?:the )?normal|normal limits?))\b/gi
const rangeJoint = new RegExp(
  String.raw`^ ?(?:-|–|—|‑|~|to|through|à|bis|until|up to) ?(?:(?:less than|under|below|younger than|<) ?)?(${figures})(?![\d])`,
  'i',
)
const betweenJoint = new RegExp(
  String.raw`^ ?(?:-|–|—|‑|~|to|through|and|et|à|bis|until|up to|y|und|&) ?(?:≤ ?|(?:less than|under|below|younger than|<) ?)?(${figures})(?![\d])`,
  'i',
)
const betweenPattern =
  /\b(?:ages?:? |aged:? |âgée?s? )?((?:between|entre|zwischen|from)(?: the)?(?: ages?)?(?: of)? )$|\b(?:ages?:?|aged) ?$/i
const agePattern = /^[ -]?(?:of age|old\b|in age|d['’]âge|\(age\)|de edad|alt\b)/i
