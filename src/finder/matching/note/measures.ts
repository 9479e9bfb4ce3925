import { measuresBefore } from '../../eligibility/measures.ts'
import { dimensionOf, readUnit } from '../../eligibility/ucum.ts'
import type { Measured } from '../patient/patient.ts'
import type { Sentence } from './sentences.ts'

/** Laboratory and vital values in a sentence: "Hb of 9.0 g/dL", "WBC 25,000", "BP 110/75", "T: 39.5 C". */
export function measuresIn(sentence: Sentence): Measured[] {
  const { text, start, end } = sentence
  const evidence = { text, start, end }
  const found: Measured[] = []
  const taken = pressures(text, (what, value) =>
    found.push({ what, value, unit: 'mm[Hg]', evidence }),
  )
  for (const match of text.matchAll(number)) {
    if (found.length >= mostInSentence) break
    if (taken.some(({ from, to }) => match.index >= from && match.index < to)) continue
    const one = measureAt(text, match.index, match[0])
    if (one) found.push({ ...one, evidence })
  }
  return found
}

const mostInSentence = 80

const number =
  /(?<![\p{L}\d.,/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\p{L}\d.,/-])\d{1,7}(?:\.\d{1,4})?/gu

function measureAt(
  text: string,
  at: number,
  digits: string,
): Pick<Measured, 'what' | 'value' | 'unit'> | undefined {
  const value = digits.replaceAll(',', '')
  const from = Math.max(0, at - 70)
  const before = expanded(text.slice(from, at))
  if (
    /[<>≥≤]\s*$/.test(before) ||
    /\b(?:from|between|normal|range|goal|target)\b[^,;]*$/i.test(before)
  )
    return undefined
  if (!/\p{L}/u.test(before)) return undefined
  const unit = readUnit(text.slice(at + digits.length, at + digits.length + 40))?.unit
  const dimension = unit ? dimensionOf(unit) : undefined
  if (unit && dimension && dimension !== 'time' && dimension !== 'calendar time') {
    const named = measuresBefore(before, dimension)
    const [what] = named?.codes ?? []
    return what && named?.codes.length === 1 ? { what, value, unit } : undefined
  }
  return unit ? undefined : withUsualUnit(before, value, text.slice(at + digits.length))
}

/**
 * A value without a unit is taken only where its size leaves one unit that people use. Rule `usual-unit@1`:
 * WBC 25,000 is a count per microlitre and 11.2 thousands of them; "glucose 140" is mg/dL.
 */
function withUsualUnit(
  before: string,
  value: string,
  after: string,
): Pick<Measured, 'what' | 'value' | 'unit'> | undefined {
  if (/^\s*(?:%|[/x×*-]\s?\d|days?|weeks?|months?|years?|times)/i.test(after)) return undefined
  const size = Number(value)
  let asked = ''
  let named: ReturnType<typeof measuresBefore>
  for (const { dimension, what, unit, least, most } of usual) {
    if (size < least || size > most) continue
    if (dimension !== asked) named = measuresBefore(before, dimension)
    asked = dimension
    if (named?.codes.length === 1 && named.codes[0] === what) return { what, value, unit }
  }
  return undefined
}

const usual = `hemoglobin|mass concentration|g/dL|3|22
leukocytes|number concentration|/uL|500|200000
leukocytes|number concentration|10*9/L|0.5|99
platelets|number concentration|/uL|3000|2000000
platelets|number concentration|10*9/L|5|2000
neutrophils|number concentration|/uL|100|50000
glucose|mass concentration|mg/dL|40|1500
creatinine|mass concentration|mg/dL|0.2|15
bilirubin|mass concentration|mg/dL|0.1|40
potassium|amount concentration|mmol/L|2|8
sodium|amount concentration|mmol/L|110|170
ldl|mass concentration|mg/dL|25|400
hdl|mass concentration|mg/dL|12|150
cholesterol|mass concentration|mg/dL|60|600
triglycerides|mass concentration|mg/dL|30|3000
temperature|temperature|Cel|34|43
temperature|temperature|[degF]|93|110
heartRate|rate|/min|25|250
bmi|body mass index|kg/m2|10|80
inr|number|1|0.5|15
ecog|number|1|0|5
karnofsky|number|1|10|100
ast|catalytic concentration|U/L|3|10000
alt|catalytic concentration|U/L|3|10000`
  .split('\n')
  .map((line) => {
    const [what = '', dimension = '', unit = '', least, most] = line.split('|')
    return { what, dimension, unit, least: Number(least), most: Number(most) }
  })

/** Vital signs' short names, as the measures know them; lengths kept apart from places, which are not used. */
function expanded(text: string): string {
  return text
    .replace(/\bT\s*[:=]?\s*$|\btemp\b/i, 'temperature ')
    .replace(/\b(?:HR|P)\s*[:=]?\s*$/, 'heart rate ')
    .replace(/\b(?:EF|LVEF)\b/, 'ejection fraction')
    .replace(/\b(?:sats?|O2 sats?|SaO2)\b/i, 'oxygen saturation')
    .replace(/\b(?:Glc|FBS|FPG)\b/, 'glucose')
    .replace(/\bTG\b/, 'triglycerides')
    .replace(/\bCr\b/, 'creatinine')
    .replace(/\bPlts?\b/i, 'platelets')
    .replace(/\bHct\b/i, 'hematocrit')
    .replace(/\bNa\b/, 'sodium')
    .replace(/\bK\b/, 'potassium')
    .replace(/[:=]\s*$/, ' ')
}

function pressures(
  text: string,
  add: (what: string, value: string) => void,
): { from: number; to: number }[] {
  const taken: { from: number; to: number }[] = []
  for (const match of text.matchAll(pressure)) {
    const [whole, systolic = '', diastolic = ''] = match
    taken.push({ from: match.index, to: match.index + whole.length })
    if (Number(systolic) <= Number(diastolic)) continue
    add('systolicPressure', systolic)
    add('diastolicPressure', diastolic)
  }
  return taken
}

const pressure =
  /\b(?:bp|blood pressures?|pressure)\b[^\d;.]{0,24}(\d{2,3}) ?(?:\/|over) ?(\d{2,3})(?!\d)/gi
