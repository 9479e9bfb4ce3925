import type { Evidence, Evidenced } from '../patient/patient.ts'
import { assertionOf } from './assertion.ts'
import { cuesIn } from './reach.ts'
import type { NoteSentence } from './note-sentence.ts'
import { pregnancyInFrench } from './pregnancy-fr.ts'
import { smokingIn } from './smoking.ts'
import { isOfOthers } from './whose.ts'

/** Pregnancy, smoking and what else a note says in set words. */
export interface PersonCircumstances {
  pregnant?: Evidenced<'yes' | 'no'>
  lactating?: Evidenced<'yes' | 'no'>
  cannotConceive?: Evidenced<true>
  smoking?: Evidenced<'current' | 'former' | 'never'>
  consents?: Evidenced<true>
  noncompliant?: Evidenced<true>
}

/** Reads the circumstances of a note; what is said first stays. `isObstetric` tells that weeks are of a pregnancy. */
export function circumstancesIn(
  sentences: readonly NoteSentence[],
  isObstetric: boolean,
): PersonCircumstances {
  const found: PersonCircumstances = {}
  // Weeks alone are of a pregnancy only where none is denied.
  const hasWeeks = isObstetric && !sentences.some(({ text }) => notPregnant.test(text))
  for (const sentence of sentences) {
    const { text, start, end } = sentence
    const evidence: Evidence = { text, start, end }
    if (sentence.section === 'family') continue
    if (!sentence.whose.isChild) pregnancyIn(sentence, evidence, found, hasWeeks)
    const smoking = smokingIn(sentence)
    if (smoking) found.smoking ??= { value: smoking, evidence }
    if (agrees.test(text) && !cannotAgree.test(text)) found.consents ??= { value: true, evidence }
    if (refuses.test(text)) found.noncompliant ??= { value: true, evidence }
  }
  return found
}

function pregnancyIn(
  sentence: NoteSentence,
  evidence: Evidence,
  found: PersonCircumstances,
  isObstetric: boolean,
): void {
  const { text } = sentence
  const own = (match: RegExpExecArray | null) =>
    match !== null &&
    !isOfOthers(sentence, cuesIn(sentence), match.index, match.index + match[0].length)
  const told = sentence.language === 'fr' ? pregnancyInFrench(text) : undefined
  const isToldOfOther = told && isOfOthers(sentence, cuesIn(sentence), told.start, told.end)
  const isFormer = formerlyPregnant.test(text) || asksPregnant.test(text)
  if (notPregnant.test(text) || (told?.value === 'no' && !isToldOfOther))
    found.pregnant ??= { value: 'no', evidence }
  else if (told && !isToldOfOther && !isFormer) found.pregnant ??= { value: 'yes', evidence }
  else if (own(isPregnant.exec(text) ?? (isObstetric ? weeks.exec(text) : null)) && !isFormer)
    found.pregnant ??= { value: 'yes', evidence }
  nursingIn(sentence, evidence, found)
  if (pastChildbearing.test(text)) {
    const at = text.search(pastChildbearing)
    const said = assertionOf(sentence, at, at + 8)
    const isPlan = /pr[ée]vu|planned|to have|projet/i.test(text)
    if (said.presence === 'present' && said.of === 'patient' && !isPlan)
      found.cannotConceive ??= { value: true, evidence }
  }
}

function nursingIn(sentence: NoteSentence, evidence: Evidence, found: PersonCircumstances): void {
  const { text } = sentence
  const nursing = nurses.exec(text)
  if (
    !nursing ||
    /\b(?:compatible|safe|contre-indiqu\w+) (?:with|en|avec|in) (?:breast|l['’]?allait)/i.test(text)
  )
    return
  const [from, to] = [nursing.index, nursing.index + nursing[0].length]
  const { presence, of } = assertionOf(sentence, from, to)
  if (of === 'family') return
  const isOver =
    /^[^.;,]{0,24}\b(?:stopped|ended|finished|ceased|arr[êe]t[ée]|termin[ée])/i.test(
      text.slice(to),
    ) || /(?:n['’]|ne |arr[êe]t de l['’]|stopped |non-)$/i.test(text.slice(0, from))
  if (presence === 'absent' || isOver) found.lactating ??= { value: 'no', evidence }
  else if (presence === 'present') found.lactating ??= { value: 'yes', evidence }
}

const nurses =
  /(?<!\p{L})(?:breast-?\s?feed(?:ing|s)|lactating|nursing (?:her|a) (?:baby|infant|child|son|daughter)|allaite(?:ment)?(?: maternel)?(?: exclusif| en cours| mixte)?|allaitante)(?!\p{L})/iu

const notPregnant =
  /(?<!\p{L})(?:not (?:currently )?pregnant|non-?pregnant|denies (?:being )?pregnan\w+|pregnan(?:t|cy)(?: test)?\s?(?::|is|was|came back)? ?(?:\p{L}+ )?(?:negative|neg|no)(?!\p{L})|(?:negative|neg) (?:urine |serum )?(?:pregnancy test|(?:β|ß|b|beta)?-?hcg|upt)|(?:hcg|upt|u-?hcg)\s?(?:is |was |:)?\s?(?:negative|neg|<\s?\d)|(?:βhcg|ßhcg|b-?hcg|β-hcg)\s?(?:n[ée]g\w*|neg\w*|<\s?\d)|pas (?:enceinte|de grossesse)|non enceinte|(?:test de )?grossesse\s?:?\s?(?:n[ée]gatif|n[ée]g|non)(?!\p{L})|(?:ß|β|b)?-?hcg n[ée]gati(?:f|ve)s?|(?:ß|β|b)hcg n[ée]g)/iu
const isPregnant =
  /(?<!\p{L})(?:(?:is|currently|now|she['’]s|primigravida|am) pregnant|pregnant (?:woman|female|lady|patient|girl)|(?:at )?\d{1,2} ?(?:\+ ?\d )?(?:weeks?|wks?)[’' -]{0,2}(?:of )?(?:gestation(?!al age)|pregnan\w+)|\d{1,2}(?:\+\d)?\/40|gravid|(?<=(?:is|now|currently|,|^) ?)in her (?:first|second|third|fourth) pregnancy|in her (?:first|second|third) trimester|G\d+ ?P\d+(?: ?\+ ?\d)?,? (?:(?:presenting|presents|seen|admitted|now|currently|who is) )?(?:at )?\d{1,2}(?: ?\+ ?\d)? ?(?:w(?:eeks?|ks?)?)?|\p{L}+ pregnancy is found|pregnant,? \d|intrauterine pregnancy|IUP|(?:hcg|upt)\s?(?:is |was |:)?\s?(?:positive|pos)(?!\p{L})|b[êe]ta-?hcg positifs?|hcg positi(?:f|ve)s?|test de grossesse positif|[1-3]e? trimestre de (?:la )?grossesse|G\d ?P\d,? (?:[àa] terme|à \d)|grossesse \p{L}+ de \d|antenatal (?:clinic|visit|booking)|booking visit|primigeste|twin pregnancy|ectopic pregnancy|pregnancy test (?:is |was )?positive|(?:(?<!m[èe]re |maman )enceinte)|\d{1,2} ?SA(?: ?\+ ?\d)?|grossesse (?:de \d|g[ée]mellaire|en cours|[ée]volutive|spontan[ée]e|actuelle)|au (?:premier|deuxi[èe]me|troisi[èe]me|1er|2e|3e) trimestre)(?!\p{L})/iu
const weeks =
  /(?<![\d+])\d{1,2}(?:\s?\+\s?\d)? ?(?:weeks?|wks?)(?!\p{L})(?! (?:ago|postpartum|post|after|old|later|history))/iu
/** « Enceinte ? »: asked, not said. */
const asksPregnant =
  /(?<!\p{L})(?:enceinte|grossesse|pregnant|pregnancy)\s?\?|\?\s?(?:enceinte|grossesse|pregnant|pregnancy)(?!\p{L})/iu
const formerlyPregnant =
  /(?<!\p{L})(?:was born|born|delivered|history of|previous|infant|newborn|neonate|gave birth|years? ago|post-?\s?natal|postpartum|post-partum(?! \?)|accouch\w+ (?:le|il|en)|n[ée]e? (?:à|a) \d|désir de grossesse|projet de grossesse)(?!\p{L})/iu
const pastChildbearing =
  /(?<!\p{L})(?:post-?\s?menopaus\w+|menopausal(?! symptoms)|menopause at|hysterectomy|tubal ligation|sterili[sz]ed|prepubertal|pre-?menarch\w+|m[ée]nopaus[ée]e|m[ée]nopause(?= confirm| depuis| à \d)|hyst[ée]rectomie|hyst[ée]rectomis[ée]e|ligature des trompes|pr[ée]pub[èe]re|impub[èe]re)/iu

const cannotAgree =
  /(?<!\p{L})(?:cannot|can not|can['’]t|unable to|not able to|did not|does not|not yet|refus\w+ to|declin\w+ to|without|ne peut|incapable de|refuse de|pas (?:d['’]accord|encore))(?!\p{L})[^.;,]{0,40}(?:consent|participate|take part|participer|accord)/iu
const agrees =
  /(?<!\p{L})(?:will (?:provide|give|sign)|(?:has |have )?(?:provided|gave|given|signed)|agrees? to(?: give| sign| provide)?|willing to (?:give|provide|sign))(?!\p{L})[^.]{0,30}(?:informed consent|consent)(?!\p{L})|(?<!\p{L})(?:agrees?|wants?|is willing|are willing) to (?:participate|take part)|consent(?:ement)?[^.]{0,30}(?:sign[ée]|obtained|given|obtenu|recueilli|donn[ée])|(?<!\p{L})(?:consented|(?:he|she|they|patient) consents?)(?!\p{L})|(?<!\p{L})gives? (?:written |informed |her |his )*consent(?!\p{L})|d['’]accord pour participer|accepte de participer/iu
const refuses =
  /\b(?:not|poorly|non-?)\s?(?:compliant|adherent)|non-?(?:compliance|adherence)|poor (?:compliance|adherence)|refus(?:es|ed) (?:treatment|medication)\b|prend mal (?:son traitement|ses m[ée]dicaments)|oublie (?:souvent|r[ée]guli[èe]rement) (?:de prendre )?(?:son traitement|ses m[ée]dicaments)|mauvaise (?:observance|compliance)|non observante?|inobservan\w+|mal observant\w*/i
