import type { Evidence, Evidenced } from '../patient/patient.ts'
import type { Sentence } from './sentences.ts'
import { assertionOf } from './assertion.ts'

/** Pregnancy, smoking and what else a note says in set words. */
export interface PersonCircumstances {
  pregnant?: Evidenced<'yes' | 'no'>
  lactating?: Evidenced<'yes' | 'no'>
  cannotConceive?: Evidenced<true>
  smoking?: Evidenced<'current' | 'former' | 'never'>
  consents?: Evidenced<true>
  noncompliant?: Evidenced<true>
}

/** Reads the circumstances of a note; what is said first stays. */
export function circumstancesIn(sentences: readonly Sentence[]): PersonCircumstances {
  const found: PersonCircumstances = {}
  for (const { text, start, end } of sentences) {
    const evidence: Evidence = { text, start, end }
    pregnancyIn(text, evidence, found)
    smokingIn(text, evidence, found)
    if (agrees.test(text)) found.consents ??= { value: true, evidence }
    if (refuses.test(text)) found.noncompliant ??= { value: true, evidence }
  }
  return found
}

function pregnancyIn(text: string, evidence: Evidence, found: PersonCircumstances): void {
  if (notPregnant.test(text)) found.pregnant ??= { value: 'no', evidence }
  else if (isPregnant.test(text) && !formerlyPregnant.test(text))
    found.pregnant ??= { value: 'yes', evidence }
  const nursing =
    /\b(?:breast-?\s?feeding|lactating|nursing (?:her|a) (?:baby|infant|child))\b/i.exec(text)
  if (nursing) {
    const { presence, when } = assertionOf(text, nursing.index, nursing.index + nursing[0].length)
    if (presence === 'absent') found.lactating ??= { value: 'no', evidence }
    else if (presence === 'present' && when === 'now')
      found.lactating ??= { value: 'yes', evidence }
  }
  if (pastChildbearing.test(text)) found.cannotConceive ??= { value: true, evidence }
}

const notPregnant =
  /\b(?:not (?:currently )?pregnant|non-?pregnant|denies (?:being )?pregnan\w+|pregnancy test (?:is|was|came back)? ?(?:\w+ )?negative|negative (?:urine |serum )?(?:pregnancy test|b?-?hcg)|hcg (?:is |was )?negative)\b/i
const isPregnant =
  /\b(?:(?:is|currently|now) pregnant|pregnant (?:woman|female|lady|patient|girl)|(?:at )?\d{1,2} ?(?:\+ ?\d )?(?:weeks?|wks?)[’' -]{0,2}(?:of )?(?:gestation(?!al age)|pregnan\w+)|gravid\b|in her (?:first|second|third|fourth) (?:pregnancy|trimester)|G\d+ ?P\d+ at \d|\w+ pregnancy is found)\b/i
const formerlyPregnant =
  /\b(?:born|was born|delivered|history of|previous|her mother|infant|newborn|neonate|gave birth|ago)\b/i
const pastChildbearing =
  /\b(?:post-?\s?menopaus\w+|menopausal|menopause at|hysterectomy|tubal ligation|sterili[sz]ed|prepubertal|pre-?menarch\w+)\b/i

function smokingIn(text: string, evidence: Evidence, found: PersonCircumstances): void {
  if (/\bfamily\b/i.test(text) && !/\bdenies\b/i.test(text)) return
  if (never.test(text)) found.smoking ??= { value: 'never', evidence }
  else if (former.test(text)) found.smoking ??= { value: 'former', evidence }
  else if (current.test(text)) found.smoking ??= { value: 'current', evidence }
}

const never =
  /\b(?:non-?\s?smok\w+|never (?:been a )?smoke\w*|(?:does|do|did|has|will|wo)(?:n['’]t| not|es not) (?:\w+ ){0,3}smok\w+|den(?:ies|ied) (?:\w+,? ){0,4}?(?:smoking|tobacco)|no (?:history of )?(?:smoking|tobacco)|negative for (?:\w+,? ){0,3}smoking|neither smok\w+)\b/i
const former =
  /\b(?:(?:ex|former|past|previous)[- ]?smok\w+|quit smoking|stopped smoking|smoked (?:until|in the past)|(?:history of|hx of) (?:smoking|tobacco))\b/i
const current =
  /\b(?:(?:current|heavy|active|chronic|light) smok\w+|(?:is|was) a smoker|smoker\b|smok(?:es|ing) \d|smokes\b|has smoked|\bsmoking history|pack[- ]years?|tobacco (?:abuse|use))/i

const agrees =
  /\b(?:will (?:provide|give|sign)|(?:has |have )?(?:provided|gave|given|signed)|agrees? to(?: give| sign| provide)?|willing to (?:give|provide|sign))\b[^.]{0,30}\b(?:informed consent|consent)\b|\bagrees? to (?:participate|take part)\b/i
const refuses =
  /\b(?:not|poorly|non-?)\s?(?:compliant|adherent)|non-?(?:compliance|adherence)|poor (?:compliance|adherence)|refus(?:es|ed) (?:treatment|medication)\b/i
