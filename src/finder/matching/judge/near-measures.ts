import type { Evidence } from '../patient/patient.ts'
import type { Case } from './judgement.ts'
import { measuresAsked } from './measures-asked.ts'

/** Values of the same measure, or of one that bears on it, whichever the criterion asks for. */
export function nearMeasures({
  text,
  patient,
}: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  if (patient.measures.length === 0) return []
  const codes = new Set(measuresAsked(text, patient).flatMap((code) => [code, ...alike(code)]))
  return patient.measures.filter(({ what }) => codes.has(what)).map(({ evidence }) => evidence)
}

/** Measures that bear on one another: what is known of one is not silence about the other. */
const families: readonly (readonly string[])[] = [
  ['weight', 'birthWeight', 'bmi', 'height'],
  ['glucose', 'fasting glucose', '2-hour glucose', 'hba1c'],
  ['creatinine', 'creatinineClearance', 'egfr', 'ckdStage'],
  ['hemoglobin', 'hematocrit', 'ferritin'],
  ['systolicPressure', 'diastolicPressure', 'map', 'otherPressure'],
  ['leukocytes', 'neutrophils', 'lymphocytes', 'eosinophils'],
  ['cholesterol', 'ldl', 'hdl', 'triglycerides'],
  ['ast', 'alt', 'ggt', 'bilirubin', 'directBilirubin', 'alkalinePhosphatase'],
  ['bnp', 'ntProBnp', 'lvef'],
  ['fev1', 'fev1Ratio', 'fvc'],
  ['ecog', 'karnofsky', 'lansky'],
  ['inr', 'prothrombin'],
  ['urine', 'urineProteinRatio', 'urineAlbuminRatio', 'urineProtein'],
]

function alike(code: string): readonly string[] {
  return families.find((family) => family.includes(code)) ?? []
}
