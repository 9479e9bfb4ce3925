import { compareDecimals, toDecimal } from './decimal.ts'
import type { MeasureReading, Reading } from './reading.ts'
import { dimensionOf, inBase } from './ucum.ts'

/**
 * A reading whose limit no person's value can be near: "haemoglobin < 11 mg/dL", "platelets < 100,000 x 10^9/L". The unit is
 * not what was meant, so it is kept by its name alone, with which nothing known is compared. Rule `plausible@1`.
 */
export function plausibly(reading: Reading): Reading {
  if (reading.type !== 'measure' || reading.codes.every((code) => isPlausible(code, reading)))
    return reading
  return { ...reading, codes: [], name: reading.name ?? reading.codes.join('/') }
}

function isPlausible(code: string, { min, max, unit }: MeasureReading): boolean {
  return (ranges.get(code) ?? []).every((range) => {
    if (dimensionOf(range.unit) !== dimensionOf(unit)) return true
    return [min, max].every((bound) => bound === undefined || isWithin(bound.value, unit, range))
  })
}

interface Range {
  readonly least: string
  readonly most: string
  readonly unit: string
}

function isWithin(value: string, unit: string, range: Range): boolean {
  const [given, least, most] = [
    based(value, unit),
    based(range.least, range.unit),
    based(range.most, range.unit),
  ]
  if (!given || !least || !most) return true
  return compareDecimals(given, least) >= 0 && compareDecimals(given, most) <= 0
}

function based(value: string, unit: string): ReturnType<typeof inBase> {
  const decimal = toDecimal(value)
  return decimal && inBase(decimal, unit)
}

/** Code, the least and the most that a limit is set at, unit: wide of what is ever measured in a living person. */
const table = `
hemoglobin 2 26 g/dL|hemoglobin 1 17 mmol/L
platelets 1 3000 10*9/L
neutrophils 0 100 10*9/L
lymphocytes 0 500 10*9/L
leukocytes 0.1 1000 10*9/L
eosinophils 0 100 10*9/L
cd4 0 5 10*9/L
creatinine 0.1 25 mg/dL|creatinine 5 2500 umol/L
bilirubin 0.1 60 mg/dL|bilirubin 1 1200 umol/L
glucose 10 1500 mg/dL|glucose 0.5 90 mmol/L
fasting glucose 10 1500 mg/dL|fasting glucose 0.5 90 mmol/L
albumin 0.5 8 g/dL
potassium 1 12 mmol/L
sodium 90 200 mmol/L
calcium 3 25 mg/dL|calcium 0.7 6 mmol/L
cholesterol 40 2000 mg/dL|cholesterol 1 50 mmol/L
ldl 10 2000 mg/dL|ldl 0.2 50 mmol/L
hdl 5 200 mg/dL|hdl 0.1 6 mmol/L
triglycerides 10 20000 mg/dL|triglycerides 0.1 230 mmol/L
bmi 8 100 kg/m2
weight 0.3 500 kg
height 20 260 cm
temperature 25 45 Cel
systolicPressure 30 320 mm[Hg]
diastolicPressure 25 220 mm[Hg]
heartRate 20 320 /min
lvef 5 95 %
spo2 40 100 %
hba1c 3 22 %|hba1c 10 220 mmol/mol
qtc 250 750 ms
egfr 1 250 mL/min|egfr 1 250 mL/min/{1.73_m2}
creatinineClearance 1 300 mL/min|creatinineClearance 1 300 mL/min/{1.73_m2}
ecog 0 5 1
karnofsky 0 100 1
nyha 1 4 1
inr 0.5 20 1`

const ranges = new Map<string, readonly Range[]>(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const rows = line.split('|').map((row) => {
        const [, code = '', least = '', most = '', unit = ''] =
          /^(.+) ([\d.]+) ([\d.]+) (\S+)$/.exec(row) ?? []
        return { code, least, most, unit }
      })
      return [rows[0]?.code ?? '', rows]
    }),
)
