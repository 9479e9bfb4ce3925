import { tokens } from '../../vocabulary/fold.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { firstSaying } from './first-saying.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { aboutRefusal, aboutWilling } from './words.ts'

/** Who is said not to want to take part or to sign, where a criterion asks for that will. Rule `refuses@1`. */
export function refusesVerdict({ text, kind, patient }: Case): Judgement | undefined {
  const refused = kind === 'inclusion' ? refusedOf(text, patient) : undefined
  if (refused) return { verdict: 'not met', reason: 'stated will', evidence: [refused] }
  if (kind === 'unspecified' || !/\b(?:consent|participat|take part|study|trial)/i.test(text))
    return undefined
  const unable = isOwnConsent(text) ? notAble(patient) : undefined
  if (unable && (kind === 'inclusion') !== lacking.test(text) && text.length < 200)
    return { verdict: 'not met', reason: 'stated will', evidence: [unable] }
  const isAsked = kind === 'exclusion' ? aboutRefusal.test(text) : aboutWilling.test(text)
  const evidence = isAsked && text.length < 300 ? refusal(patient) : undefined
  return evidence && { verdict: 'not met', reason: 'stated will', evidence: [evidence] }
}

/** "Willing to receive injections", of who refuses any injection. */
function refusedOf(text: string, { treatments }: Patient): Evidence | undefined {
  const asked = willingTo.exec(text)?.[1]
  if (asked === undefined || text.length > 200 || /\b(?:or|if|unless|not)\b/i.test(text))
    return undefined
  const words = new Set(tokens(asked))
  return treatments.find(
    ({ course, name }) => course === 'refused' && tokens(name).every((word) => words.has(word)),
  )?.evidence
}

const willingTo =
  /\b(?:willing|agree\w*|accept\w*|prepared|consent\w*)(?: and able)? to (?:receive|undergo|take|have|accept|start|use|initiate)\b([^.;]{3,80})/i

const refusal = onceAPatient((patient: Patient): Evidence | undefined => {
  const found = firstSaying(patient, ({ evidence }) => refuses.test(evidence.text))
  const isTaken = found && patient.lines.some(({ evidence }) => agrees.test(evidence.text))
  return isTaken ? undefined : found
})

/** Who is said not to be able to agree: no will of others is in the note. */
const notAble = onceAPatient((patient: Patient): Evidence | undefined => {
  const found = firstSaying(patient, ({ evidence }) => cannot.test(evidence.text))
  const isForThem = found && patient.lines.some(({ evidence }) => byOthers.test(evidence.text))
  return isForThem ? undefined : found
})

/** Who signs for another, or when something else is asked, is another matter. */
function isOwnConsent(text: string): boolean {
  return (
    /\bconsent\b/i.test(text) &&
    !/\d|\b(?:parents?|guardians?|representatives?|surrogate|proxy|caregivers?|relatives?|next of kin|time of (?:\w+ )*(?:informed )?consent|legally|deferred|assent)\b/i.test(
      text.replace(/\bunder guardianship\b/i, ' '),
    )
  )
}

const lacking =
  /\b(?:unable|inability|not able|cannot|can not|incapa\w*|lack\w*|without|not capable|impossib\w*)\b/i
const cannot =
  /\b(?:cannot|can not|can['’]t|unable to|not able to|lacks (?:the )?capacity to|incapable of|no capacity to) (?:\w+ ){0,3}consent(?:ing)?\b|(?<!\p{L})(?:ne peut (?:pas )?|incapable de |hors d['’]état de )(?:\p{L}+ ){0,4}consent(?:ir|ement)(?!\p{L})/iu
const byOthers =
  /\b(?:surrogate|proxy|next of kin|(?:his|her|their) (?:wife|husband|son|daughter|mother|father|parents?|guardian|family) (?:has |have )?(?:consent|sign|agree)\w*|représentant|tuteur|tutrice)\b/i
const refuses =
  /\b(?:he|she|they|patient|parents?|mother|father|il|elle|patiente?)\b[^.;]{0,12}\b(?:refuses?|refused|declines?|declined|does not want|do not want|is not willing|are not willing|ne veut pas|refuse) (?:to )?(?:\w+ ){0,3}(?:consent|participate|take part|study|trial|participer|étude|signer)\b/i
const agrees =
  /\b(?:agrees?|agreed|consented|will (?:provide|give) (?:informed )?consent|willing to|accepte)\b/i
