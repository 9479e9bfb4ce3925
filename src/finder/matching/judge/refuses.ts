import type { Evidence, Patient } from '../patient/patient.ts'
import { firstSaying } from './first-saying.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { aboutRefusal, aboutWilling } from './words.ts'

/** Who is said not to want to take part or to sign, where a criterion asks for that will. Rule `refuses@1`. */
export function refusesVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind === 'unspecified' || !/\b(?:consent|participat|take part|study|trial)/i.test(text))
    return undefined
  const isAsked = kind === 'exclusion' ? aboutRefusal.test(text) : aboutWilling.test(text)
  const evidence = isAsked && text.length < 300 ? refusal(patient) : undefined
  return evidence && { verdict: 'not met', reason: 'stated will', evidence: [evidence] }
}

const refusal = onceAPatient((patient: Patient): Evidence | undefined => {
  const found = firstSaying(patient, ({ evidence }) => refuses.test(evidence.text))
  const isTaken = found && patient.lines.some(({ evidence }) => agrees.test(evidence.text))
  return isTaken ? undefined : found
})

const refuses =
  /\b(?:he|she|they|patient|parents?|mother|father|il|elle|patiente?)\b[^.;]{0,12}\b(?:refuses?|refused|declines?|declined|does not want|do not want|is not willing|are not willing|ne veut pas|refuse) (?:to )?(?:\w+ ){0,3}(?:consent|participate|take part|study|trial|participer|étude|signer)\b/i
const agrees =
  /\b(?:agrees?|agreed|consented|will (?:provide|give) (?:informed )?consent|willing to|accepte)\b/i
