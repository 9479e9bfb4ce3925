import type { Evidence, Patient } from '../patient/patient.ts'
import { hospitalStay, testsAsked, wasInHospital } from '../patient/events.ts'
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
  const stays = ofStays ? staysOf(patient) : []
  return [
    ...stays,
    ...tests.flatMap(({ said }) =>
      patient.lines
        .slice(0, mostLines)
        .flatMap(({ evidence }) => (said.test(evidence.text) ? [evidence] : [])),
    ),
  ]
}

const askedOf = onceAText((text) => ({
  ofStays: hospitalStay.asked.test(text),
  tests: testsAsked(text),
}))

const staysOf = onceAPatient(({ lines }: Patient): readonly Evidence[] =>
  lines
    .slice(0, mostLines)
    .flatMap(({ evidence }) => (wasInHospital(evidence.text) ? [evidence] : [])),
)

const mostLines = 400
