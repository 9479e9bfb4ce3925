import type { Patient } from '../patient/patient.ts'
import { ageOnDay } from './age-on-day.ts'
import type { BundleEntry } from './entries.ts'
import type { Problems } from './problems.ts'
import { patientShape } from './shapes.ts'
import { sideOf } from './times.ts'

/** Age, sex and death as a FHIR Patient gives them. */
export function readPerson(
  entry: BundleEntry,
  today: string,
  problems: Problems,
): Pick<Patient, 'age' | 'sex' | 'deceased'> {
  const { place } = entry
  const read = patientShape.safeParse(entry.resource)
  if (!read.success) {
    problems.add(place, 'shape', read.error.issues[0]?.path.join('.'), '')
    return {}
  }
  const { gender = '', birthDate, deceasedBoolean, deceasedDateTime } = read.data
  const sex = /^female$/i.test(gender) ? 'FEMALE' : /^male$/i.test(gender) ? 'MALE' : undefined
  // A time of birth is more than is asked.
  const age = birthDate && ageOnDay(birthDate.replace(/T.*$/, ''), today, place)
  if (birthDate !== undefined && !age) problems.add(place, 'birthDate', birthDate)
  const isLater = sideOf(deceasedDateTime, today) === 'future'
  if (isLater) problems.add(place, 'date', deceasedDateTime, '')
  const isDead = deceasedBoolean === true || (deceasedDateTime !== undefined && !isLater)
  return {
    ...(age && { age }),
    ...(sex && { sex: { value: sex, evidence: { resource: place, text: `gender ${gender}` } } }),
    ...(isDead && { deceased: { value: true, evidence: { resource: place, text: 'deceased' } } }),
  }
}
