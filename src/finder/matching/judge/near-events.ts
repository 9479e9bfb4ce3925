import type { Evidence, Patient } from '../patient/patient.ts'
import { hospitalStay, testsAndProcedures, testsAsked, wasInHospital } from '../patient/events.ts'
import { furtherMatters } from '../patient/further-matters.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { onceAText } from './once-a-text.ts'

/**
 * Stays in a hospital, tests and procedures that a criterion names and a sentence tells of, in whichever language and however short
 * ("Hosp for ADHF", « scinti négative », "liver bx"): whatever came of it, silence it is not. Rule `near-event@1`.
 */
export function nearEvents({ text, patient }: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  if (patient.source !== 'note') return []
  const { ofStays, tests } = askedOf(text)
  if (!ofStays && tests.length === 0) return []
  const told = toldOf(patient)
  return [...(ofStays ? told.stays : []), ...tests.flatMap((one) => told.tests.get(one) ?? [])]
}

const askedOf = onceAText((text) => ({
  ofStays: hospitalStay.asked.test(text),
  tests: testsAsked(text),
}))

/** The sentences that tell of a stay and of each kind of test, once a patient. */
const toldOf = onceAPatient(({ lines }: Patient) => {
  const all = lines.slice(0, mostLines).map(({ evidence }) => evidence)
  return {
    stays: all.filter(({ text }) => wasInHospital(text)),
    tests: new Map(
      [...testsAndProcedures, ...furtherMatters].map((one) => [
        one,
        all.filter(({ text }) => one.said.test(text)),
      ]),
    ),
  }
})

const mostLines = 400
