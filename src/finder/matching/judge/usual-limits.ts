import { ageReached } from '../../registry/ages.ts'
import type { Patient } from '../patient/patient.ts'

type Measured = Patient['measures'][number]

/**
 * The lowest and the highest upper limit of normal that laboratories give for a value of an adult, in its own unit; undefined
 * where none is listed. What is told with both of them is told whatever the laboratory: 28 U/L is below three times any. Rule
 * `usual-limit@1`.
 */
export function usualUpperLimits(
  { what, unit }: Pick<Measured, 'what' | 'unit'>,
  age: Patient['age'],
): readonly [string, string] | undefined {
  if (!age || ageReached({ value: 18, unit: 'year' }, age.minDays) !== 'met') return undefined
  return rows.find(([code, of]) => code === what && of === unit)?.[2]
}

const rows: readonly (readonly [string, string, readonly [string, string]])[] = [
  ['alt', 'U/L', ['25', '75']],
  ['ast', 'U/L', ['25', '60']],
  ['alp', 'U/L', ['90', '150']],
  ['ggt', 'U/L', ['30', '100']],
  ['bilirubin', 'umol/L', ['15', '26']],
  ['bilirubin', 'mg/dL', ['0.9', '1.5']],
  ['creatinine', 'umol/L', ['80', '125']],
  ['creatinine', 'mg/dL', ['0.9', '1.4']],
]
