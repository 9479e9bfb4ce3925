import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { daysOfCount } from './spans-of-time.ts'
import { agoOf, windowOf } from './time-window.ts'
import { askedWords, betweenThings } from './words.ts'

/**
 * Taking part in another study, as an exclusion, of somebody of whom the record says that they are in one now, or were in one within
 * the time asked. Rule `other-study@2`.
 */
export function otherStudyVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !aboutStudies.test(text)) return undefined
  const said = studyOf(patient)
  if (!said) return undefined
  const { evidence } = said
  const isAsked =
    !turning.test(text) &&
    text.split(betweenThings).some((part) => {
      const windowed = aboutStudies.test(part) ? windowOf(windowLast(part)) : undefined
      if (!windowed || !askedWords(windowed.rest).every((word) => idle.test(word))) return false
      if (!ofStudies.test(part) && !ofMedicine.test(evidence.text)) return false
      if (said.isNow) return true
      return windowed.days !== undefined && said.most !== undefined && said.most <= windowed.days
    })
  return isAsked
    ? { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
    : { verdict: 'unknown', reason: 'near what the person has', evidence: [evidence] }
}

/** "Has participated within the prior 3 months in another study": the window may stand before what it is of. */
function windowLast(part: string): string {
  const found = inside.exec(part)
  return found ? `${part.replace(found[0], ' ')} within ${found.groups?.['length'] ?? ''}` : part
}

const inside =
  /\b(?:with)?in (?:the )?(?:last |past |previous |prior |preceding )?(?<length>(?:\d{1,3}|one|two|three|four|six|twelve) (?:days?|weeks?|months?|years?)) (?=in |of )/i

const aboutStudies =
  /\b(?:another|other|concurrent\w*|simultaneous\w*|concomitant\w*|different|any|investigational|interventional|clinical|experimental|drug|currently|participat\w*|enrol\w*)\b[^.;]{0,60}\b(?:study|studies|trials?|research|protocols?)\b|\binvestigational (?:\w+ ){0,2}(?:agents?|drugs?|products?|medicin\w*|treatments?|devices?)\b|\b(?:autre|une) (?:étude|recherche|essai)\b/i
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|observational|registry|non-?interventional|if|family|this study|present study|same (?:study|trial|drug)|previous(?:ly)? (?:in|enrolled in) this|likely|affect\w*|interfer\w*|long-?term|autre que)\b/i
const idle =
  /^(?:participat\w*|simultaneous\w*|concurrent\w*|concomitant\w*|another|different|investigational|interventional|experimental|enrol\w*|research|drug|pharmacological|involv\w*|tak\w*|part|same|medical|medicin\w*|medicat\w*|protocol|include|included|engag\w*|product|agent|device|treatment|therap\w*|receiv\w*|use[ds]?|using|planned|exposure|autre|etude|recherche|essai|clinique|une|field|already|fewer|previous\w*|ongoing|former)$/i

interface StudyTold {
  readonly isNow: boolean
  /** How many days ago it was, at most. */
  readonly most?: number
  readonly evidence: Evidence
}

const studyOf = onceAPatient(({ lines }: Patient): StudyTold | undefined => {
  const some = lines
    .slice(0, 400)
    .filter(({ evidence }) => named.test(evidence.text) && !notSo.test(evidence.text))
  const now = some.find(({ evidence: { text } }) => isNow.test(text) && !ended.test(text))
  if (now) return { isNow: true, evidence: now.evidence }
  for (const { evidence } of some) {
    const found = was.exec(evidence.text)
    const ago = found && agoOf(evidence, found[0])
    if (found)
      return { isNow: false, evidence, ...(ago ? { most: ago.most } : mostOf(evidence.text)) }
  }
  return undefined
})

/** "That ended six weeks ago": whose end is said apart from the study's name. */
function mostOf(text: string): { most?: number } {
  const { count = '', unit = '' } = endedAgo.exec(text)?.groups ?? {}
  const [whole, one] = [daysOfCount(count, unit), daysOfCount('1', unit)]
  return whole === undefined || one === undefined ? {} : { most: whole + one }
}

const study = String.raw`(?:(?:\p{L}+[- ]){0,4}(?:trial|clinical study|drug study|study (?:of|with|on|testing)|interventional study|study))`
const essai = String.raw`(?:(?:autre |même )?(?:essai|étude|protocole)(?: clinique| thérapeutique| interventionnelle| de recherche)?)`
const ofStudies = /\b(?:trials?|study|studies|research|essais?|études?|protocole)\b/iu
const named = /\b(?:trial|study|studies|essais?|études?|protocole|investigational|experimental)\b/iu
const isNow = new RegExp(
  String.raw`\b(?:is|are|currently|now|already|been)\b[^.;]{0,24}\b(?:in|enrol\w+ in|participating in|part of|taking part in|included in|randomi[sz]ed in) (?:an?|another) ${study}\b|\b(?:takes part|participates) in (?:an?|another) ${study}\b|(?<!\p{L})(?:participe|inclus(?:e)?|enrôlée?) (?:actuellement |déjà |aussi |également )*(?:à|dans) (?:un|une) ${essai}(?!\p{L})|(?<!\p{L})(?:actuellement|déjà) (?:inclus(?:e)?|enrôlée?) dans (?:un|une) ${essai}(?!\p{L})`,
  'iu',
)
const was = new RegExp(
  String.raw`\b(?:took part|participated|was (?:enrol\w+|included)|had been (?:enrol\w+|included)) in (?:an?|another) ${study}\b|\b(?:received|was given|took) (?:an?|another) (?:investigational|experimental) \p{L}+|(?<!\p{L})(?:a participé|a pris part|a été inclus(?:e)?)(?: (?:récemment|aussi))?(?: il y a [^.;,]{3,18})? (?:à|dans) (?:un|une) ${essai}(?!\p{L})`,
  'iu',
)
const ended = /\b(?:ended|finished|completed|until|left|terminée?|fini)\b/i
/** Who is given something in a study, and not only asked or observed. */
const ofMedicine =
  /\b(?:drugs?|agent|vaccin\w*|medicine|medication|investigational|experimental|placebo|médicaments?|expérimental\w*|molécule)\b/i
const endedAgo =
  /\b(?:ended|finished|completed|left|last (?:dose|injection|visit|tablet)|dernière (?:dose|injection|visite))\b[^.;]{0,20}?\b(?<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?<unit>days?|weeks?|months?|years?) ago\b/i
const notSo =
  /\b(?:no|not|never|considered|considering|wants|would|wishes|screened|observational|registry|mother|father|brother|sister|wife|husband|son|daughter|pas|aucune?|jamais|ni|observationnelle|registre|souhaite|voudrait|propos\w*)\b/i
