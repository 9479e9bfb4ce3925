import type { z } from 'zod'
import { measuresBefore } from '../../eligibility/measures.ts'
import { dimensionOf, readUnit } from '../../eligibility/ucum.ts'
import type { Evidence, Measured } from '../patient/patient.ts'
import { codesOf, type observationShape, type Valued, codedWords } from './shapes.ts'

/** A FHIR Observation, as far as it is read. */
export type Observation = z.infer<typeof observationShape>

/** The values of an observation and its components that are known measures in known units. */
export function measuredIn(observation: Observation, evidence: Evidence): Measured[] {
  const at = observation.effectiveDateTime
  const high = observation.referenceRange?.find((range) => range.high)?.high
  return [observation, ...(observation.component ?? [])].flatMap((part) => {
    const one = measureOf(part)
    if (!one) return []
    const upper = part === observation && high?.value !== undefined && unitOf(high) === one.unit
    return [
      { ...one, evidence, ...(at && { at }), ...(upper && { upperLimit: String(high?.value) }) },
    ]
  })
}

function measureOf(part: Valued): Pick<Measured, 'what' | 'value' | 'unit'> | undefined {
  const quantity = part.valueQuantity
  if (quantity?.comparator) return undefined
  const value = quantity?.value ?? part.valueInteger
  if (value === undefined) return undefined
  const unit = quantity ? (unitOf(quantity) ?? (quantity.unit ? undefined : '1')) : '1'
  const dimension = unit && dimensionOf(unit)
  if (!unit || !dimension) return undefined
  const what = measureByCode(part, dimension)
  return what ? { what, value: String(value), unit } : undefined
}

function unitOf({ code, unit }: { code?: string | undefined; unit?: string | undefined }) {
  for (const written of [code, unit]) {
    if (!written) continue
    if (dimensionOf(written)) return written
    const same = sameUnits[written]
    if (same) return same
    const read = readUnit(` ${written.replace(/[{}]/g, '')}`)
    if (read && read.length >= written.replace(/[{}]/g, '').length) return read.unit
  }
  return undefined
}

/** Other spellings that UCUM allows. */
const sameUnits: Readonly<Record<string, string>> = {
  '10*3/mm3': '10*3/uL',
  '/mm3': '/uL',
  '{cells}/uL': '/uL',
  'm[iU]/L': 'mU/L',
  '[IU]/L': 'U/L',
  '{score}': '1',
  'mL/min/{1.73_m2}': 'mL/min/{1.73_m2}',
  'mL/min/1.73.m2': 'mL/min/{1.73_m2}',
}

/** By LOINC where it is one of the few listed, else by the words. */
function measureByCode({ code }: Valued, dimension: string): string | undefined {
  for (const one of codesOf(code)) if (loinc[one]) return loinc[one]
  const named = measuresBefore(`${codedWords(code)} `, dimension)
  return named?.codes.length === 1 ? named.codes[0] : undefined
}

const loinc: Readonly<Record<string, string>> = {
  '29463-7': 'weight',
  '8302-2': 'height',
  '39156-5': 'bmi',
  '8480-6': 'systolicPressure',
  '8462-4': 'diastolicPressure',
  '8867-4': 'heartRate',
  '8310-5': 'temperature',
  '2708-6': 'spo2',
  '59408-5': 'spo2',
  '718-7': 'hemoglobin',
  '777-3': 'platelets',
  '6690-2': 'leukocytes',
  '751-8': 'neutrophils',
  '2160-0': 'creatinine',
  '1975-2': 'bilirubin',
  '1920-8': 'ast',
  '1742-6': 'alt',
  '4548-4': 'hba1c',
  '1988-5': 'crp',
  '33914-3': 'egfr',
  '62238-1': 'egfr',
  '98979-8': 'egfr',
  '2823-3': 'potassium',
  '2951-2': 'sodium',
  '1751-7': 'albumin',
  '10230-1': 'lvef',
  '89247-1': 'ecog',
  '89262-0': 'ecog',
  '89243-0': 'karnofsky',
}
