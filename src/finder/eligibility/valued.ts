import type { Comparison } from './comparisons.ts'
import { isNoLevel } from './longer-names.ts'
import { measureAfter, measureNamedBefore, measuresBefore } from './measures.ts'
import { usualUnitOf } from './usual-units.ts'
import { nameAfter, nameBefore } from './named-values.ts'
import type { MeasureReading } from './reading.ts'
import { dimensionOf } from './ucum.ts'

/**
 * What a comparison is of, when it is no age and no time: a measure of ours named before or after it, with the usual unit
 * where none is written; else whatever the words beside it name. `from` is where its part of the text begins.
 */
export function measuredValue(
  text: string,
  from: number,
  comparison: Comparison,
): MeasureReading | undefined {
  const start = Math.max(from, comparison.start - 120)
  const before = text.slice(start, comparison.start)
  const noLevel = noLevelBefore(before, start, comparison)
  if (noLevel) return noLevel
  const dimension = dimensionOf(comparison.unit ?? '1') ?? 'number'
  return (
    withoutUnit(before, start, comparison) ??
    measureBefore(before, start, comparison, dimension) ??
    measureBehind(text, comparison, dimension) ??
    byUnit(before, comparison, dimension) ??
    named(text, before, start, comparison)
  )
}

/**
 * An age that is not the person's age today: at diagnosis, of the bones, of a pregnancy. It is read as a value of that name.
 */
export function otherAge(
  text: string,
  clause: number,
  comparison: Comparison,
): MeasureReading | undefined {
  const before =
    /\b(?:gestational|bone|mental|corrected|corrected gestational|menstrual|post-?menstrual|conceptional) age\b[^,;\d]{0,30}$/i.exec(
      text.slice(clause, comparison.start),
    )
  const rest = text.slice(comparison.end)
  const after =
    /^ ?(?:of age |old )?(?:at|of|from) (?:the )?(?:time of )?(?:(?:first|initial) )?(?:diagnosis|onset|birth|menarche|menopause)\b|^ ?(?:of )?(?:(?:corrected )?gestational age|gestation|corrected GA|GA)\b/i.exec(
      rest,
    )
  if (!before && !after) return undefined
  const start = before ? clause + before.index : comparison.start
  const end = comparison.end + (after?.[0].length ?? 0)
  const name = before
    ? (/^[\w\s-]*? age/i.exec(before[0])?.[0] ?? 'age')
    : `age ${after?.[0].trim().replace(/^(?:of age|old) /i, '') ?? ''}`
  return valueOf(comparison, { codes: [], name, start, end })
}

interface Found {
  readonly codes: readonly string[]
  readonly either?: boolean
  readonly name?: string
  readonly start: number
  readonly end: number
  readonly unit?: string
}

function valueOf(comparison: Comparison, found: Found): MeasureReading {
  const { min, max } = comparison
  const { codes, either, name, start, end } = found
  return {
    type: 'measure',
    codes,
    ...(either && { either }),
    ...(name && { name }),
    ...(min && { min }),
    ...(max && { max }),
    unit: found.unit ?? comparison.unit ?? '1',
    span: { start, end },
    rule: name === undefined ? 'measure@1' : 'named-value@1',
    negated: false,
  }
}

/** "Responsiveness of FEV1 ≥ 10 %": a value of that name, and none of the measure. */
function noLevelBefore(
  before: string,
  from: number,
  comparison: Comparison,
): MeasureReading | undefined {
  const found = measureNamedBefore(before)
  // An INR is a ratio by its name.
  if (!found || found.codes.includes('inr')) return undefined
  const isUpper = comparison.unit === '{ULN}' || (!comparison.min && comparison.max !== undefined)
  const [lead, rest] = [before.slice(0, found.start), before.slice(found.end)]
  if (!isNoLevel(lead, rest, { isUpper })) return undefined
  const word = /(?:[\p{L}-]+ )?[\p{L}-]+ (?:of|in|from|between|to|for)\b[^.;]*$/u.exec(lead)
  const start = word?.index ?? found.start
  const name = before.slice(start, word ? found.end : before.length).replace(/[^\p{L}\d]+$/u, '')
  return valueOf(comparison, { codes: [], name, start: from + start, end: comparison.end })
}

function withoutUnit(
  before: string,
  from: number,
  comparison: Comparison,
): MeasureReading | undefined {
  if (comparison.unit) return undefined
  const found = measureNamedBefore(before)
  const [code = ''] = found?.codes ?? []
  const size = comparison.min?.value ?? comparison.max?.value ?? ''
  const unit = usualUnitOf(code, size)
  if (!found || !unit) return undefined
  const { end } = comparison
  return valueOf(comparison, { codes: [code], start: from + found.start, end, unit })
}

function measureBefore(
  before: string,
  from: number,
  comparison: Comparison,
  dimension: string,
): MeasureReading | undefined {
  const found = measuresBefore(before, dimension)
  if (!found) return undefined
  const { codes, either } = found
  const { end } = comparison
  return valueOf(comparison, { codes, either, start: from + found.start, end })
}

/** "≥ 50 kg body weight". */
function measureBehind(
  text: string,
  comparison: Comparison,
  dimension: string,
): MeasureReading | undefined {
  const { start, end } = comparison
  const found = measureAfter(text.slice(end, end + 30), dimension)
  if (!found || found.start > 14 || /[,;.]/.test(text.slice(end, end + found.start)))
    return undefined
  return valueOf(comparison, { codes: found.codes, start, end: end + found.end })
}

function byUnit(
  before: string,
  comparison: Comparison,
  dimension: string,
): MeasureReading | undefined {
  const code = own[dimension]
  if (!code) return undefined
  // So many kg/m2 of muscle, or less of them than a body has.
  const size = Number(comparison.max?.value ?? comparison.min?.value)
  if (
    code === 'bmi' &&
    (size < leastBmi || /\b(?:muscle|lean|fat\w*|mass) (?:mass|index)\b/i.test(before))
  )
    return undefined
  const { start, end } = comparison
  return valueOf(comparison, { codes: [code], start, end })
}

const leastBmi = 12

/** Units that name what is measured by themselves. */
const own: Readonly<Record<string, string>> = {
  'body mass index': 'bmi',
  temperature: 'temperature',
  'standard deviations': 'zScore',
  'indexed clearance': 'egfr',
}

function named(
  text: string,
  before: string,
  from: number,
  comparison: Comparison,
): MeasureReading | undefined {
  const hasUnit = comparison.unit !== undefined
  const { start, end } = comparison
  // "… disease At least 1.5 cm": a capital begins another sentence.
  const isOther = /^[A-Z][a-z]/.test(text.slice(start, start + 2)) && /\S/.test(before)
  const found = isOther ? undefined : nameBefore(before, hasUnit)
  if (found)
    return valueOf(comparison, { codes: [], name: found.name, start: from + found.start, end })
  const behind = hasUnit ? nameAfter(text.slice(end, end + 80)) : undefined
  if (!behind) return undefined
  return valueOf(comparison, { codes: [], name: behind.name, start, end: end + behind.end })
}
