/**
 * The unit a value of a measure has where none is written and only one is usual for a value of that size: a BMI of 30 is
 * kg/m2, an HbA1c of 7 is %, and of 53 mmol/mol. Undefined where two would do. Rule `usual-unit@1`.
 */
export function usualUnitOf(code: string, value: string): string | undefined {
  const size = Number(value)
  return usualUnits[code]?.find(([, least, most]) => size >= least && size <= most)?.[0]
}

const pressure: readonly (readonly [string, number, number])[] = [['mm[Hg]', 30, 260]]
const cellsPerVolume: readonly (readonly [string, number, number])[] = [
  ['10*9/L', 0, 99],
  ['/uL', 200, 200_000],
]
const usualUnits: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
  bmi: [['kg/m2', 10, 80]],
  egfr: [['mL/min/{1.73_m2}', 5, 150]],
  creatinineClearance: [['mL/min', 5, 200]],
  hba1c: [
    ['%', 4, 20],
    ['mmol/mol', 21, 200],
  ],
  systolicPressure: pressure,
  diastolicPressure: pressure,
  heartRate: [['/min', 30, 250]],
  lvef: [['%', 5, 100]],
  spo2: [['%', 50, 100]],
  qtc: [['ms', 300, 700]],
  temperature: [
    ['Cel', 30, 45],
    ['[degF]', 86, 113],
  ],
  neutrophils: cellsPerVolume,
  leukocytes: cellsPerVolume,
  cd4: [['/uL', 10, 2000]],
  platelets: [
    ['10*9/L', 5, 1500],
    ['/uL', 5000, 1_500_000],
  ],
  psa: [['ng/mL', 0.01, 500]],
}
