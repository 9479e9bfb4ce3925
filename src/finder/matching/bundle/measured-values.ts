import { usualUnitOf } from '../../eligibility/usual-units.ts'
import { dimensionOf } from '../../eligibility/ucum.ts'
import type { Comparator } from '../../eligibility/facts.ts'
import type { Evidence, Measured } from '../patient/patient.ts'
import { codedWords, codesOf } from './coded.ts'
import type { Within } from './gathering.ts'
import { measureNamed } from './measure-names.ts'
import type { FhirQuantity, Valued } from './shapes.ts'
import { knownUnit } from './units.ts'

/** A value as it is written: a number or a bound or a range, and its unit as far as it is known. */
interface Written {
  readonly value: string
  readonly comparator?: Comparator
  readonly upTo?: string
  /** As UCUM, where it is known. */
  readonly unit?: string
  /** As it is written. */
  readonly unitWords: string
}

/**
 * The measured value of an observation or of a part of it. What is a known measure but cannot be read is kept as it is
 * written, and said. Undefined where it is no known measure, or nothing was measured.
 */
export function observedValue(
  part: Valued,
  evidence: Evidence,
  within: Within,
): Measured | undefined {
  const written = writtenValue(part)
  const dimension = written?.unit === undefined ? undefined : dimensionOf(written.unit)
  const what = measureNamed(part.code, dimension)
  if (what === undefined) return undefined
  const { problems, entry } = within
  const interpretation = interpretationOf(part)
  const name = codedWords(part.code) || what
  if (!written) {
    const words = unreadWords(part)
    const isSign = /fever|febrile|fi[èe]vre/i.test(name)
    if (isSign || (words === '' && !interpretation)) return undefined
    problems.add(entry.place, 'value', `${name} ${words}`)
    const shown = { what, value: words.slice(0, 80), unit: '' }
    return { ...shown, ...(interpretation && { interpretation }), evidence }
  }
  const { value, comparator, upTo, unitWords } = written
  const usual = unitWords === '' ? (isPlain.has(what) ? '1' : usualUnitOf(what, value)) : undefined
  const unit = written.unit ?? usual
  if (unit === undefined) problems.add(entry.place, 'unit', `${name} ${value} ${unitWords}`)
  const known = { what, value, unit: unit ?? unitWords }
  const upper = upperLimit(part, known.unit)
  return {
    ...known,
    ...(comparator && { comparator }),
    ...(upTo !== undefined && { upTo }),
    ...(upper !== undefined && { upperLimit: upper }),
    ...(interpretation && { interpretation }),
    evidence,
  }
}

/** A value that is no number, as it is written. */
function unreadWords({
  valueCodeableConcept,
  valueString,
  valueQuantity: quantity,
}: Valued): string {
  const words = codedWords(valueCodeableConcept) || valueString
  if (words !== undefined && words !== '') return words
  if (quantity?.value === undefined) return ''
  return [quantity.comparator, quantity.value, quantity.unit ?? quantity.code].join(' ').trim()
}

/** Scales, which have no unit. */
const isPlain: ReadonlySet<string> = new Set([
  'ecog',
  'karnofsky',
  'lansky',
  'inr',
  'ckdStage',
  'zScore',
])

function writtenValue(part: Valued): Written | undefined {
  const { valueQuantity: quantity, valueRange, valueInteger, valueString } = part
  if (quantity) return quantityValue(quantity)
  if (valueRange?.low || valueRange?.high) return rangeValue(valueRange.low, valueRange.high)
  if (valueInteger !== undefined) return { value: String(valueInteger), unitWords: '' }
  if (valueString !== undefined) return textValue(valueString)
  const grade = gradeOf(part)
  return grade === undefined ? undefined : { value: grade, unit: '1', unitWords: '' }
}

function quantityValue(quantity: FhirQuantity): Written | undefined {
  const { value, comparator } = quantity
  const number = numberIn(value)
  if (number === undefined || (comparator && !comparators.has(comparator))) return undefined
  const unit = knownUnit(quantity.code, quantity.unit)
  return {
    value: number,
    ...(isComparator(comparator) && { comparator }),
    ...(unit !== undefined && { unit }),
    unitWords: (quantity.unit ?? quantity.code ?? '').trim().slice(0, 40),
  }
}

const comparators: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])

function isComparator(text: string | undefined): text is Comparator {
  return text !== undefined && comparators.has(text)
}

/** A range with one end is a bound. */
function rangeValue(
  low: FhirQuantity | undefined,
  high: FhirQuantity | undefined,
): Written | undefined {
  const [from, to] = [low && quantityValue(low), high && quantityValue(high)]
  if (from && to) return from.unit === to.unit ? { ...from, upTo: to.value } : undefined
  if (from) return { ...from, comparator: '>=' }
  return to && { ...to, comparator: '<=' }
}

/** "4.1 mg/dL", "< 0.5", "38,5 °C". */
function textValue(text: string): Written | undefined {
  const [, sign = '', digits = '', unitWords = ''] =
    /^\s*([<>]=?|[≤≥])?\s*(\d{1,9}(?:[.,]\d{1,9})?)(?![\d.,/:-])\s*((?:[^\d\s]|\b10[*^Ee]).{0,38})?$/.exec(
      text,
    ) ?? []
  const value = numberIn(digits)
  if (value === undefined) return undefined
  const comparator = sign.replace('≤', '<=').replace('≥', '>=')
  const unit = knownUnit(unitWords)
  return {
    value,
    ...(isComparator(comparator) && { comparator }),
    ...(unit !== undefined && { unit }),
    unitWords: unitWords.trim(),
  }
}

/** A number, also where it is written as text. A comma before three digits may divide thousands: it is not read. */
function numberIn(value: number | string | undefined): string | undefined {
  if (value === undefined) return undefined
  const text = String(value).trim()
  if (/^-?\d{1,18}(?:\.\d{1,18})?$/.test(text)) return text
  return /^\d{1,9},(?:\d{1,2}|\d{4,9})$/.test(text) ? text.replace(',', '.') : undefined
}

/** "ECOG performance status - grade 1" and the answers of LOINC to it. */
function gradeOf({ valueCodeableConcept: coded }: Valued): string | undefined {
  for (const code of codesOf(coded)) {
    const grade = ecogGrades.indexOf(code.toUpperCase())
    if (grade >= 0) return String(grade)
  }
  const numbers = codedWords(coded).match(/\d+/g) ?? []
  return numbers.length === 1 ? numbers[0] : undefined
}

const ecogGrades = ['LA9622-7', 'LA9623-5', 'LA9624-3', 'LA9625-0', 'LA9626-8', 'LA9627-6']

function interpretationOf({ interpretation }: Valued): Measured['interpretation'] {
  const codes = (interpretation ?? []).flatMap((one) => codesOf(one))
  if (codes.some((code) => /^(?:h|hh|hu|>)$/.test(code))) return 'high'
  if (codes.some((code) => /^(?:l|ll|lu|<)$/.test(code))) return 'low'
  return codes.includes('n') ? 'normal' : undefined
}

/** The laboratory's own upper limit: of the normal range, in the unit of the value, where only one is given. */
function upperLimit({ referenceRange = [] }: Valued, unit: string): string | undefined {
  const highs = referenceRange.flatMap(({ high, type }) => {
    const isNormal = codesOf(type).every((code) => code === 'normal')
    const limit = isNormal && high && !high.comparator ? numberIn(high.value) : undefined
    if (!high || limit === undefined) return []
    const own = high.code ?? high.unit
    return own === undefined || knownUnit(high.code, high.unit) === unit ? [limit] : []
  })
  return new Set(highs).size === 1 ? highs[0] : undefined
}
