import type { Patient } from '../finder/matching/patient/patient.ts'

/** How a note says a disease or symptom stands, as `present now patient`; undefined where it names none. */
export function said({ findings }: Patient, term: string): string | undefined {
  const found = findings.find((one) => one.term === term)
  return found && `${found.presence} ${found.when} ${found.of}`
}

/** How a note says a treatment stands, by the beginning of its name, as `present history failed`. */
export function taken({ treatments }: Patient, name: string): string | undefined {
  const found = treatments.find((one) => one.name.startsWith(name))
  return found && [found.presence, found.when, found.course].filter(Boolean).join(' ')
}
