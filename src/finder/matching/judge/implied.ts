import { truthOf } from '../../eligibility/truth.ts'
import type { Bound } from '../../eligibility/comparisons.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding, Measured, Patient } from '../patient/patient.ts'
import { kindsOf } from './facts-of.ts'
import { findingsByCare, measuresByCare } from './implied-by-care.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * A patient with what their values and diseases say of one another by definition: obesity is a BMI from 30 kg/m2 in adults,
 * of class III from 40 (WHO, Technical Report Series 894, 2000); the stage of a chronic kidney disease follows from the eGFR
 * (KDIGO 2012: G1 from 90, G2 from 60, G3 from 30, G4 from 15, G5 below); a heart failure is one of reduced ejection fraction to 40 %,
 * of preserved from 50 % (ESC 2021). Nothing is concluded against what is said.
 * Rule `implied@1`.
 */
export const withImplied = onceAPatient((patient, vocabulary: Vocabulary): Patient => {
  const findings = [
    ...obesityOf(patient, vocabulary),
    ...heartFailureOf(patient, vocabulary),
    ...findingsByCare(patient, vocabulary),
  ]
  const measures = [
    ...bmiOf(patient, vocabulary),
    ...stageOf(patient, vocabulary),
    ...measuresByCare(patient),
  ]
  if (findings.length + measures.length === 0) return patient
  return {
    ...patient,
    findings: [...patient.findings, ...findings],
    measures: [...patient.measures, ...measures],
  }
})

function isAdult({ age }: Patient): boolean {
  return age !== undefined && age.minDays >= 18 * 365.25
}

/** The one value of today of a measure. */
function valueOf({ measures }: Patient, code: string): Measured | undefined {
  const own = measures.filter(({ what, earlier }) => what === code && !earlier)
  return own.length === 1 ? own[0] : undefined
}

/** Whether a value is from `low` on and below `high`, both in `unit`. */
function isWithin(one: Measured, unit: string, low: string, high?: string): boolean {
  const bound = (value: string, inclusive: boolean): Bound => ({ value, inclusive })
  const reading: MeasureReading = {
    type: 'measure',
    codes: [one.what],
    min: bound(low, true),
    ...(high !== undefined && { max: bound(high, false) }),
    unit,
    span: { start: 0, end: 0 },
    rule: 'implied@1',
    negated: false,
  }
  return truthOf(reading, { labs: [one] }) === 'met'
}

function saysOf(term: string, { findings }: Patient, vocabulary: Vocabulary): readonly Finding[] {
  const kinds = kindsOf(term, vocabulary)
  return findings.filter((one) => one.of === 'patient' && kinds.has(one.term))
}

/** Pregnancy adds weight: nothing is concluded from it. */
function obesityOf(patient: Patient, vocabulary: Vocabulary): Finding[] {
  const bmi = valueOf(patient, 'bmi')
  if (!bmi || !isAdult(patient) || patient.pregnant?.value === 'yes') return []
  if (saysOf('Obesity', patient, vocabulary).length > 0) return []
  const told = (term: string, presence: Finding['presence']): Finding => ({
    term,
    words: `bmi ${bmi.value}`,
    presence,
    when: 'now',
    of: 'patient',
    evidence: bmi.evidence,
    rule: 'implied@1',
  })
  if (isWithin(bmi, 'kg/m2', '40')) return [told('Obesity, Morbid', 'present')]
  // Some call 35 severe already.
  if (isWithin(bmi, 'kg/m2', '35', '40')) return [told('Obesity', 'present')]
  if (isWithin(bmi, 'kg/m2', '30', '35'))
    return [told('Obesity', 'present'), told('Obesity, Morbid', 'absent')]
  return isWithin(bmi, 'kg/m2', '1', '30') ? [told('Obesity', 'absent')] : []
}

function bmiOf(patient: Patient, vocabulary: Vocabulary): Measured[] {
  if (patient.measures.some(({ what }) => what === 'bmi') || !isAdult(patient)) return []
  const said = saysOf('Obesity', patient, vocabulary)
  const [obese] = said
  if (!obese || patient.pregnant?.value === 'yes') return []
  if (said.some(({ presence, when }) => presence !== 'present' || when !== 'now')) return []
  return [{ what: 'bmi', value: '30', unit: 'kg/m2', comparator: '>=', evidence: obese.evidence }]
}

/** Between 40 and 50 % it is neither. */
function heartFailureOf(patient: Patient, vocabulary: Vocabulary): Finding[] {
  const lvef = valueOf(patient, 'lvef')
  const said = saysOf('Heart Failure', patient, vocabulary)
  if (!lvef || said.length === 0) return []
  if (patient.measures.some(({ what, earlier }) => what === 'lvef' && earlier)) return []
  if (said.some(({ presence, when }) => presence !== 'present' || when !== 'now')) return []
  if (said.some(({ term }) => /systolic|diastolic/i.test(term))) return []
  const term = isWithin(lvef, '%', '1', '40')
    ? 'Heart Failure, Systolic'
    : isWithin(lvef, '%', '50') && 'Heart Failure, Diastolic'
  if (!term) return []
  const { evidence } = lvef
  const words = `lvef ${lvef.value}`
  return [
    { term, words, presence: 'present', when: 'now', of: 'patient', evidence, rule: 'implied@1' },
  ]
}

function stageOf(patient: Patient, vocabulary: Vocabulary): Measured[] {
  if (patient.measures.some(({ what }) => what === 'ckdStage')) return []
  const egfr = valueOf(patient, 'egfr')
  const said = chronicOfKidney.flatMap((term) => saysOf(term, patient, vocabulary))
  const isChronic = said.some(({ presence, when }) => presence === 'present' && when === 'now')
  if (!egfr || !isChronic || egfr.comparator !== undefined || egfr.upTo !== undefined) return []
  const unit = 'mL/min/{1.73_m2}'
  const value = egfr.unit === 'mL/min' ? { ...egfr, unit } : egfr
  const stage = stages.find(([, low, high]) => isWithin(value, unit, low, high))
  return stage ? [{ what: 'ckdStage', value: stage[0], unit: '1', evidence: egfr.evidence }] : []
}

/** Illnesses that are a chronic kidney disease by themselves. */
const chronicOfKidney = [
  'Renal Insufficiency, Chronic',
  'Polycystic Kidney Diseases',
  'Diabetic Nephropathies',
] as const

const stages: readonly (readonly [stage: string, low: string, high?: string])[] = [
  ['1', '90'],
  ['2', '60', '90'],
  ['3', '30', '60'],
  ['4', '15', '30'],
  ['5', '0', '15'],
]
