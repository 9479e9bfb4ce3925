import type { Patient } from '../patient/patient.ts'
import { firstSaying } from './first-saying.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * Taking part in another study, as an exclusion, of somebody of whom the record says that they are in one now. Rule
 * `other-study@1`.
 */
export function otherStudyVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !aboutStudies.test(text)) return undefined
  const evidence = inStudy(patient)
  if (!evidence) return undefined
  const isPlain = !turning.test(text) && askedWords(text).every((word) => idle.test(word))
  return isPlain
    ? { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
    : { verdict: 'unknown', reason: 'near what the person has', evidence: [evidence] }
}

const aboutStudies =
  /\b(?:another|other|concurrent\w*|simultaneous\w*|concomitant\w*|different|any|investigational|interventional|clinical)\b[^.;]{0,40}\b(?:study|studies|trials?|research)\b|\b(?:autre|une) (?:étude|recherche|essai)\b/i
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|observational|registry|if|family|this study|present study|same|within|last|past|previous\w*|prior|device|ago|days?|weeks?|months?|autre que)\b/i
const idle =
  /^(?:participat\w*|simultaneous\w*|concurrent\w*|concomitant\w*|another|different|investigational|interventional|enrol\w*|therapeutic|research|drug|involv\w*|tak\w*|part|same|currently|medical|study|trial|include|included|engag\w*|autre|étude|recherche|essai|clinique|participation|un|une)$/i

const inStudy = onceAPatient((patient: Patient) =>
  firstSaying(
    patient,
    ({ affirmed, evidence }) => said.test(affirmed) && !notSo.test(evidence.text),
  ),
)

const said =
  /\b(?:is|currently|now|already|been)\b[^.;]{0,20}\b(?:in|enrol\w+ in|participating in|part of|taking part in|included in) (?:an?|another) (?:\w+ ){0,4}(?:trial|clinical study|drug study|study of)\b|\b(?:takes part|participates) in (?:an?|another) (?:\w+ ){0,4}(?:trial|study)\b|\bparticipe (?:actuellement )?à (?:un|une) (?:autre )?(?:essai|étude)\b/i
const notSo =
  /\b(?:no|not|never|was|were|ended|finished|ago|considered|wants|would|screened|mother|father|brother|sister|wife|husband|pas|aucun)\b/i
