import type { Patient } from '../patient/patient.ts'

/**
 * What is worked out of a patient once, though many criteria of many studies ask for it; gone with the patient. What else
 * the work is given must be the same for all who ask of one patient.
 */
export function onceAPatient<T, Rest extends readonly unknown[]>(
  work: (patient: Patient, ...rest: Rest) => T,
): (patient: Patient, ...rest: Rest) => T {
  const known = new WeakMap<Patient, { readonly made: T }>()
  return (patient, ...rest) => {
    const before = known.get(patient)
    if (before) return before.made
    const made = work(patient, ...rest)
    known.set(patient, { made })
    return made
  }
}
