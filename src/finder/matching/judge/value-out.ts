import { truthOf } from '../../eligibility/truth.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { labOf } from './facts-of.ts'
import { isOfTimeBefore } from './contradicted.ts'
import type { Case, Judgement } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * An exclusion by a value, of who has it: "Renal failure (eGFR < 60 mL/min)", "heart rate > 120 bpm at rest". What stands beside the
 * value in its part of the exclusion may only name the measure, when it is taken, or what such a value is called. Every
 * value of the record that is not of before must be within the bounds. Rule `value-out@1`.
 */
export function valueOutVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || text.length > longest || patient.measures.length === 0)
    return undefined
  if (!/\d/.test(text) || turning.test(text)) return undefined
  const readings = valuesAsked(text, patient).filter(
    (reading): reading is MeasureReading => reading.type === 'measure',
  )
  for (const part of partsOf(text)) {
    const own = readings.filter(({ span }) => span.start >= part.start && span.end <= part.end)
    const evidence = own.length > 0 ? heldBy(own, part, text, patient) : []
    if (evidence.length > 0) return { verdict: 'not met', reason: 'stated facts', evidence }
  }
  return undefined
}

const longest = 600

interface Part {
  readonly start: number
  readonly end: number
}

/** Of parts joined by "or", each keeps out by itself; a decimal comma joins. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let start = 0
  for (const { index, 0: found } of text.matchAll(divider)) {
    parts.push({ start, end: index })
    start = index + found.length
  }
  return [...parts, { start, end: text.length }]
}

const divider =
  /;|(?<!\d),|,(?!\d)|\.(?=\s|$)|\band\/or\b|\bor\b(?! (?:equal|greater|less|more|higher|lower|above|below)\b)/gi

/** What shows that all values of a part are so of the person; empty where one is not, or where more is asked. */
function heldBy(
  readings: readonly MeasureReading[],
  part: Part,
  text: string,
  patient: Patient,
): readonly Evidence[] {
  const rest = withoutParts(
    text.slice(part.start, part.end),
    readings.map(({ span }) => ({ start: span.start - part.start, end: span.end - part.start })),
  ).replace(untilToday, ' ')
  if (/\d/.test(rest.replace(times, ' ')) || otherTime.test(rest)) return []
  const codes = readings.flatMap((reading) => reading.codes)
  if (!askedWords(rest).every((word) => idle.test(word) || isNameFor(word, codes))) return []
  if (isOfOtherSex(rest, patient)) return []
  const found = readings.map((reading) =>
    isOfTimeBefore(text, reading) ? [] : valuesWithin(reading, text, patient),
  )
  return found.every((each) => each.length > 0) ? found.flat().slice(0, 4) : []
}

/** One of several measures ("AST, ALT or bilirubin") is enough; of those joined by "and" each must be so. */
function valuesWithin(
  reading: MeasureReading,
  text: string,
  { measures }: Patient,
): readonly Evidence[] {
  if (reading.negated) return []
  const each = reading.codes.map((code) => {
    const now = measures.filter(({ what, earlier }) => what === code && !earlier)
    const one = { ...reading, codes: [code] }
    const isSo = now.every((lab) => truthOf(one, { labs: [labOf(lab)] }) === 'met')
    return isSo ? now.map(({ evidence }) => evidence) : []
  })
  const isAll =
    each.length > 1 && /\band\b|&/i.test(text.slice(reading.span.start, reading.span.end))
  return isAll && each.some((found) => found.length === 0) ? [] : each.flat()
}

function isOfOtherSex(rest: string, { sex }: Patient): boolean {
  const women = /\b(?:wom[ae]n|females?|girls?)\b/i.test(rest)
  const men = /\b(?:m[ae]n|males?|boys?)\b/i.test(rest)
  if (women === men) return false
  return sex === undefined || (sex.value === 'FEMALE') !== women
}

function isNameFor(word: string, codes: readonly string[]): boolean {
  return names.some(([of, name]) => name.test(word) && codes.some((code) => of.includes(code)))
}

/** What such a value is called, by the measures that it is told from. */
const names: readonly (readonly [readonly string[], RegExp])[] = [
  [
    ['egfr', 'creatinine', 'creatinineClearance'],
    /^(?:renal|kidney|nephropathy|function|failure|insufficiency|impair\w*|dysfunction|severe\w*|moderate\w*|advanced|significant\w*|reduced|decreased|abnormal|poor|ckd|glomerular|filtration|rate|clearance|estimated|chronic|egfr|gfr)$/,
  ],
  [['hemoglobin', 'hematocrit'], /^(?:ana?emia|hemoglobin|severe|significant\w*)$/],
  [['platelets'], /^(?:thrombo(?:cyto)?penia|platelets?|severe)$/],
  [['neutrophils', 'leukocytes'], /^(?:neutropenia|leu[ck]openia|leu[ck]ocytosis|severe)$/],
  [['potassium'], /^(?:hyperkal\w+|hypokal\w+|potassium)$/],
  [['sodium'], /^(?:hyponatr\w+|hypernatr\w+|sodium)$/],
  [
    ['systolicPressure', 'diastolicPressure', 'map'],
    /^(?:arterial|blood|pressure|systolic|diastolic|sbp|dbp|hypertension|hypotension|uncontrolled|severe|poorly|controlled|seated|sitting|supine|office|clinic|automated|aobpm|mean)$/,
  ],
  [['bmi'], /^(?:obes\w*|morbid\w*|severe|body|mass|index|underweight|overweight)$/],
  [
    ['hba1c', 'glucose', 'fasting glucose'],
    /^(?:uncontrolled|poorly|controlled|hyperglyc\w+|gly\w+|hemoglobin|diabete|mellitus)$/,
  ],
  [
    ['lvef'],
    /^(?:left|ventric\w*|ejection|fraction|systolic|dysfunction|reduced|impaired|lvef|echocardiogra\w*|echo)$/,
  ],
  [['heartRate'], /^(?:bradycardia|tachycardia|heart|rate|sinus|beats?|pulse)$/],
  [['temperature'], /^(?:fever|febrile|pyrexia|body|temperature)$/],
  [['oxygenSaturation'], /^(?:hypox\w+|saturation|oxygen)$/],
  [
    ['alt', 'ast', 'bilirubin', 'alkalinePhosphatase', 'ggt'],
    /^(?:liver|hepatic|function|dysfunction|impair\w*|abnormal\w*|elevated|transaminases?|enzymes?)$/,
  ],
]

const idle =
  /^(?:rest|resting|serum|plasma|blood|level|value|concentration|count|total|measured|estimated|calculated|result|laboratory|severe|abnormal\w*|elevated|low|high|increased|decreased|reduced|uncontrolled|room|air|minute|per|first|consent|random\w*|enrol\w*|upon|admission|office|automated|mean|score|index)$/

const turning =
  /\b(?:no|not|never|without|except\w*|unless|other than|if|despite|family|mothers?|fathers?|donors?|plan\w*|expected|after|following|during|allowed|permitted|both|all of|at least (?:one|two|three|\d) of|two of|unknown|unavailable|missing)\b/i
const otherTime =
  /\b(?:histor\w*|previous\w*|prior|past|ever|last|within|before|since|nadir|peak|onset|diagnosis|birth|and|with|plus|for at least|persist\w*|sustained|repeated\w*|consecutive|occasions?|ambulatory|home|standing|orthostatic|percentile|predicted|change|drop|rise|times)\b/i
/** A value of today is within every window that ends today. */
const untilToday =
  /\bwithin (?:\d{1,3}|\p{L}+) (?:days?|weeks?|months?|years?)(?: before screening)?(?=\W|$)/giu
const times = /\b(?:day|visit|cycle) -?\d+\b/gi
