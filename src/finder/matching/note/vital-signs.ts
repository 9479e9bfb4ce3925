import type { Evidence, Finding, Measured, PatientAge } from '../patient/patient.ts'

/**
 * What the latest vital signs of a note amount to, with the value as the evidence. Rule `vital-sign@1`:
 * fever from 38.0 °C (Brighton Collaboration, 2004); tachycardia above 100 a minute from 16 years on, in children above
 * the awake heart rates of the Pediatric Advanced Life Support provider manual (2016, 2020); hypotension below 90 mm[Hg]
 * from 10 years on, in children below that manual's limits, which from 1 to 10 years are 70 + 2 x the age in years.
 */
export function vitalFindings(
  measures: readonly Measured[],
  age: PatientAge | undefined,
): Finding[] {
  const found: Finding[] = []
  const add = (term: string, { what, value, unit, evidence }: Measured): void => {
    const words = `${what} ${value} ${unit}`
    found.push({
      term,
      words,
      presence: 'present',
      when: 'now',
      of: 'patient',
      evidence: told(evidence),
      rule: 'vital-sign@1',
    })
  }
  for (const one of measures) {
    if (one.earlier) continue
    const value = Number(one.value)
    if (one.what === 'temperature' && celsius(value, one.unit) >= 38) add('Fever', one)
    if (!age) continue
    if (one.what === 'heartRate' && value > fastest(age.maxDays)) add('Tachycardia', one)
    if (one.what === 'systolicPressure' && value < lowest(age.minDays)) add('Hypotension', one)
  }
  return [...new Map(found.map((one) => [one.term, one])).values()]
}

function told(evidence: Evidence): Evidence {
  return evidence
}

function celsius(value: number, unit: string): number {
  return unit === '[degF]' ? Math.round(((value - 32) / 1.8) * 100) / 100 : value
}

/** The upper limit of the awake heart rate; of an age that spans two, the higher. */
function fastest(days: number): number {
  if (days < 28) return 205
  if (days < 365) return 180
  if (days < 3 * 365) return 140
  if (days < 6 * 365) return 120
  if (days < 12 * 365) return 118
  return 100
}

/** The systolic pressure below which it is low; of an age that spans two, the lower. */
function lowest(days: number): number {
  if (days < 28) return 60
  if (days < 365) return 70
  const years = Math.floor(days / 365.25)
  return years < 10 ? 70 + 2 * years : 90
}
