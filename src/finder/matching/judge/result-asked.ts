import { measuresNamedIn } from '../../eligibility/measures.ts'
import { truthOf } from '../../eligibility/truth.ts'
import type { Bound } from '../../eligibility/comparisons.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import type { Evidence, Measured, Patient } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Case, Judgement } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'
import { normalResults, testsIn } from './normal-results.ts'
import { hasOtherWaysIn } from './one-way-in.ts'
import { usualOf } from './unremarkable.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A result that a criterion asks for in words or in figures, against one that the record gives or calls normal: "elevated troponin"
 * and "troponin is normal", "abnormal ECG", "infiltrate on chest x-ray" and a normal one, "creatinine > 2 mg/dL" and "normal
 * creatinine". Words are held against the usual values of adults, with a tenth between. Rule `result-asked@1`.
 */
export function resultAskedVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient } = one
  if (kind === 'unspecified' || text.length > longest || turning.test(text)) return undefined
  if (hasOtherWaysIn(text) || severalThings.test(text)) return undefined
  const found = byWords(one) ?? byTest(text, patient) ?? byNormal(text, patient)
  if (!found) return undefined
  return {
    verdict: found.isSo === (kind === 'inclusion') ? 'met' : 'not met',
    reason: 'stated facts',
    evidence: [found.evidence],
  }
}

const longest = 120
const turning =
  /\b(?:no|not|non|without|never|except\w*|unless|other than|if|history|previous\w*|prior|past|within|after|before|since|during|change\w*|from baseline|family|persist\w*|despite|may|might|times|uln|x the)\b/i
const severalThings =
  /[;]|\b(?:or|and|and\/or)\b(?! (?:equal|higher|more|greater|less|above|below))/i

interface Told {
  readonly isSo: boolean
  readonly evidence: Evidence
}

/** "Elevated CRP", "low hemoglobin", "abnormal glucose": one measure and a word for its value. */
function byWords({ text, patient, vocabulary }: Case): Told | undefined {
  const way = ways.find(({ asked }) => asked.test(text))
  // "High blood pressure" is an illness, and treated it is no high value.
  if (!way || /\d/.test(text) || diseasesAsked(text, vocabulary).length > 0) return undefined
  const [code, ...more] = new Set(measuresNamedIn(text))
  if (code === undefined || more.length > 0) return undefined
  const rest = askedWords(text.replace(way.asked, ' '))
  if (rest.some((word) => !idle.test(word) && measuresNamedIn(word).length === 0)) return undefined
  const usual = usualOf(code)
  const said = usual && saidOf(code, usual, patient)
  if (!said || said.is === 'unsure') return undefined
  return { isSo: way.is.includes(said.is), evidence: said.evidence }
}

const idle =
  /^(?:serum|plasma|blood|level|value|concentration|count|test|result|clinically|significant\w*|total|cell|white|red|protein|reactive|fraction|ejection|left|ventricular|resting|high|sensitivity|cardiac|troponin|saturation|oxygen|sugar|rate|sedimentation)$/i

type Level = 'high' | 'low' | 'normal' | 'unsure'

const ways: readonly { readonly asked: RegExp; readonly is: readonly Level[] }[] = [
  {
    asked:
      /\b(?:elevated|raised|increased|high|(?:above|over|exceeds?|exceeding|(?:greater|higher|more) than) (?:the )?(?:upper (?:limit|end) of )?(?:the )?normal(?: (?:range|limit|values?))?)\b/i,
    is: ['high'],
  },
  {
    asked:
      /\b(?:low|decreased|reduced|depressed|(?:below|under|(?:less|lower) than) (?:the )?(?:lower (?:limit|end) of )?(?:the )?normal(?: (?:range|limit|values?))?)\b/i,
    is: ['low'],
  },
  { asked: /\babnormal(?:it(?:y|ies))?\b/i, is: ['high', 'low'] },
  { asked: /\bnormal\b/i, is: ['normal'] },
]

function saidOf(
  code: string,
  usual: MeasureReading,
  patient: Patient,
): { readonly is: Level; readonly evidence: Evidence } | undefined {
  const values = patient.measures.filter(({ what, earlier }) => what === code && !earlier)
  const [value, ...more] = values
  if (value) return more.length > 0 || !isGrown(patient) ? undefined : levelOf(value, usual)
  const normal = normalResults(patient).find(({ codes }) => codes.includes(code))
  return normal && { is: 'normal', evidence: normal.evidence }
}

function isGrown({ age, pregnant }: Patient): boolean {
  return age !== undefined && age.minDays >= 16 * 365.25 && pregnant?.value !== 'yes'
}

function levelOf(value: Measured, usual: MeasureReading): { is: Level; evidence: Evidence } {
  const { evidence, interpretation } = value
  if (interpretation) return { is: interpretation, evidence }
  const { min, max, ...unbounded } = usual
  const isIn = (reading: MeasureReading) => truthOf(reading, { labs: [value] }) === 'met'
  if (isIn(usual)) return { is: 'normal', evidence }
  if (max && isIn({ ...unbounded, min: moved(max, 1.1) })) return { is: 'high', evidence }
  if (min && isIn({ ...unbounded, max: moved(min, 0.9) })) return { is: 'low', evidence }
  return { is: 'unsure', evidence }
}

/** A temperature is not measured from nothing: a tenth of a degree is much. */
function moved({ value }: Bound, by: number): Bound {
  const size = Number(value)
  const isTemperature = size > 34 && size < 40
  return {
    value: String(isTemperature ? size : Math.round(size * by * 100) / 100),
    inclusive: true,
  }
}

/** A test that is normal is neither abnormal nor shows anything: "ST elevation on ECG", "positive rheumatoid factor". */
function byTest(text: string, patient: Patient): Told | undefined {
  if (!asksFinding.test(text) || /\b(?:normal|negative)\b/i.test(text)) return undefined
  const [test, ...more] = testsIn(text)
  if (test === undefined || more.length > 0) return undefined
  const normal = normalResults(patient).find(({ tests }) => tests.includes(test))
  return normal && { isSo: false, evidence: normal.evidence }
}

const asksFinding =
  /\b(?:abnormal\w*|positive|elevated|raised|increased|high)\b|\b(?:on|by|in|at)\s+(?:an? |the )?(?:\w+ )?(?:ecg|ekg|electrocardiogra\w+|chest (?:x-?\s?ray|radiograph\w*)|cxr|echo\w*|urinalysis|(?:head|brain) (?:ct|mri)|mammogra\w+|colonoscop\w+|eeg)\b/i

/** A value in figures, of a measure that the record calls normal and gives no value of. */
function byNormal(text: string, patient: Patient): Told | undefined {
  // Most records call nothing normal: for them no criterion is read again.
  if (normalResults(patient).length === 0) return undefined
  const [reading, ...more] = valuesAsked(text, patient).filter(({ type }) => type !== 'question')
  if (reading?.type !== 'measure' || more.length > 0 || reading.negated) return undefined
  const [code, ...others] = reading.codes
  if (code === undefined || others.length > 0) return undefined
  if (askedWords(withoutParts(text, [reading.span])).length > 3) return undefined
  if (patient.measures.some(({ what }) => what === code)) return undefined
  const normal = normalResults(patient).find(({ codes }) => codes.includes(code))
  const usual = normal && usualOf(code)
  if (!usual) return undefined
  const isSo = ofUsual(reading, usual)
  return isSo === undefined ? undefined : { isSo, evidence: normal.evidence }
}

/** Whether a bound on one side holds for all usual values, or for none. */
function ofUsual(reading: MeasureReading, usual: MeasureReading): boolean | undefined {
  if ((reading.min === undefined) === (reading.max === undefined)) return undefined
  const at = (bound: Bound | undefined) =>
    bound &&
    truthOf(reading, {
      labs: [{ what: usual.codes[0] ?? '', value: bound.value, unit: usual.unit }],
    })
  const [so, notSo] = reading.min ? [at(usual.min), at(usual.max)] : [at(usual.max), at(usual.min)]
  if (so === 'met') return true
  return notSo === 'not met' ? false : undefined
}
