import { readCriterion } from '../../eligibility/readings.ts'
import { truthOf } from '../../eligibility/truth.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import type { Measured } from '../patient/patient.ts'

/** The areas of medicine a value belongs to, and what is unremarkable in an adult, as criteria write it. */
const usual = `
near kidney: creatinine ≤ 1.2 mg/dL
near kidney: eGFR ≥ 60 mL/min/1.73 m2
near kidney: creatinine clearance ≥ 60 mL/min
near pressure: systolic blood pressure between 90 and 139 mmHg
near pressure: diastolic blood pressure between 50 and 89 mmHg
wide heart, near rhythm: heart rate between 50 and 100 bpm
wide heart, near heart failure: LVEF ≥ 55 %
wide heart, near heart failure: BNP < 100 pg/mL
wide infection, near fever: temperature between 35.0 and 37.9 °C
wide infection: CRP ≤ 10 mg/L
wide infection: leukocytes between 4.0 and 11.0 x 10^9/L
wide lung, near breathing: oxygen saturation ≥ 95 %
near weight: BMI between 18.5 and 29.9 kg/m2
near anemia: hemoglobin between 12.0 and 17.5 g/dL
wide bleeding, near blood cells: platelets between 150 and 450 x 10^9/L
wide bleeding: INR ≤ 1.2
wide immune deficiency, near blood cells: neutrophils ≥ 1.5 x 10^9/L
wide immune deficiency, near blood cells: lymphocytes ≥ 1.0 x 10^9/L
wide immune deficiency, near blood cells: CD4 ≥ 500 cells/mm3
near liver: bilirubin ≤ 1.2 mg/dL
near liver: AST ≤ 40 U/L
near liver: ALT ≤ 40 U/L
near liver: albumin ≥ 3.5 g/dL
near liver: alkaline phosphatase ≤ 130 U/L
near liver: GGT ≤ 60 U/L
near pancreas: lipase ≤ 60 U/L
near diabetes: glucose between 70 and 125 mg/dL
near diabetes: HbA1c < 6.5 %
near blood salts: potassium between 3.5 and 5.1 mmol/L
near blood salts: sodium between 135 and 145 mmol/L
near blood salts: calcium between 8.5 and 10.5 mg/dL
near lipids: LDL < 160 mg/dL
near lipids: triglycerides < 200 mg/dL`

interface Usual {
  readonly areas: readonly string[]
  readonly reading: MeasureReading
}

let read: readonly Usual[] | undefined

function usualValues(): readonly Usual[] {
  return usual
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [areas = '', text = ''] = line.split(': ')
      const reading = readCriterion({ text }, () => []).find((one) => one.type === 'measure')
      return reading ? [{ areas: areas.split(', '), reading }] : []
    })
}

/** What is unremarkable of a measure in an adult; two where a criterion's words gave two. Missing where nothing is listed. */
export function usualOf(code: string): MeasureReading | undefined {
  read ??= usualValues()
  return read.find(({ reading }) => reading.codes.length === 1 && reading.codes[0] === code)
    ?.reading
}

/**
 * The areas of medicine that a value speaks for: none where the laboratory calls it normal, or where it lies in the
 * usual range of adults. A value that cannot be compared speaks for its area. Rule `unremarkable@1`.
 */
export function areasOfValue({ what, interpretation, ...value }: Measured): readonly string[] {
  if (interpretation === 'normal') return []
  const ofScore = areasOfScores.get(what)
  if (ofScore) return ofScore
  read ??= usualValues()
  const lab = { what, ...value }
  return read
    .filter(({ reading }) => reading.codes.includes(what))
    .filter(
      ({ reading }) => interpretation !== undefined || truthOf(reading, { labs: [lab] }) !== 'met',
    )
    .flatMap(({ areas }) => areas)
}

/** Scores by which one asks after an illness: whatever the score, it is of that area. */
const areasOfScores: ReadonlyMap<string, readonly string[]> = new Map(
  `
near memory, wide brain: mmse, moca, adasCog, cdr, amts
wide mind, near suicide: phq9, hamd, madrs, bdi, epds
wide mind: gad7, hads, ymrs, pcl5, ybocs
wide mind, near psychosis: panss
near stroke, wide brain: nihss
wide brain: edss, updrs, hoehnYahr, alsfrs, gcs, mg-adl, qmg
near alcohol and drugs: audit, CIWA-Ar score, dast, cows
wide autoimmune, near joints: das28, cdai, sdai, basdai, asdas, basfi, haq
wide autoimmune: sledai
near skin disease, wide skin: pasi, easi, scorad, dlqi
near sleep: epworth, ahi, isi, psqi
near liver: meld, childPugh
wide lung: fev1, fvc, dlco, fev1Ratio, mmrc, cat
near kidney: urineProteinRatio, urineAlbuminRatio, urineProtein, ckdStage`
    .trim()
    .split('\n')
    .flatMap((line): (readonly [string, readonly string[]])[] => {
      const [areas = '', codes = ''] = line.split(': ')
      const list = areas.split(', ')
      return codes.split(', ').map((code) => [code, list])
    }),
)
