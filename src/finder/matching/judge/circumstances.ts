import type { Evidence, Patient } from '../patient/patient.ts'
import {
  aboutNonCompliance,
  aboutPregnancy,
  aboutRefusal,
  aboutWilling,
  askedWords,
  isOfTakingPart,
} from './words.ts'
import type { Case, Judgement } from './judgement.ts'

/**
 * Pregnancy, nursing and contraception ask nothing of a male (contraception aside, once grown), of a child
 * under 8 years, of a woman who cannot conceive, or from 60 years. Rule `childbearing@1`.
 */
export function pregnancyVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (!aboutPregnancy.test(text) || !isMainlyThat(text)) return undefined
  const out = notAsked(text, patient)
  if (out && kind === 'exclusion' && hasOtherPart(text)) return undefined
  if (out) return { verdict: 'not applicable', reason: 'pregnancy', evidence: [out] }
  const { pregnant, lactating } = patient
  if (kind === 'inclusion' && pregnant && asksNoPregnancy(text, pregnant.value))
    return told(pregnant.value === 'no' ? 'met' : 'not met', pregnant)
  if (kind === 'exclusion' && pregnant?.value === 'yes' && keepsPregnantOut(text))
    return told('not met', pregnant)
  if (kind === 'inclusion' && lactating && asksNursing.test(text))
    return told(lactating.value === 'yes' ? 'met' : 'not met', lactating)
  const isOfNursing = /\b(?:lactat|breast-?\s?f|nursing)/i.test(text) && !nursesNot.test(text)
  if (kind === 'exclusion' && isOfNursing && lactating?.value === 'yes')
    return told('not met', lactating)
  const isOnly =
    /\bpregnan/i.test(text) &&
    (!/\btest\b/i.test(text) ||
      /^\W*(?:\w+ ){0,3}positive (?:\w+ ){0,2}pregnancy test\W*$/i.test(text)) &&
    !/\b(?:lactat|breast|nursing|child-?\s?bearing|contracep|plan|wish|desire|intend)/i.test(text)
  if (kind === 'exclusion' && isOnly && pregnant?.value === 'no') return told('met', pregnant)
  return { verdict: 'unknown', reason: 'pregnancy', evidence: pregnant ? [pregnant.evidence] : [] }
}

function told(
  verdict: Judgement['verdict'],
  { evidence }: { readonly evidence: Evidence },
): Judgement {
  return { verdict, reason: 'pregnancy', evidence: [evidence] }
}

/** Whoever is pregnant is not what a text asks beside other things; who is not must be all that it asks. */
function asksNoPregnancy(text: string, isPregnant: 'yes' | 'no'): boolean {
  if (onlyNotPregnant.test(text)) return true
  return deniesPregnancy(text) && (isPregnant === 'yes' || askedWords(text).every(isOfTest))
}

const onlyNotPregnant =
  /^\W*(?:wom[ae]n |females? |patients? |subjects? |who |are |is |must |be |currently )*(?:not|non-?) ?pregnant\W*(?:wom[ae]n|females?)?\W*$/i

function isOfTest(word: string): boolean {
  return /^(?:pregnan\w*|test|negative|serum|urine|blood|child-?bear\w*|child|bear\w*|potential|reproductive|result|confirm\w*)$/.test(
    word,
  )
}

/** Every pregnancy keeps out: a part that says only "pregnant", not "pregnancy with twins" or "pregnant within a year". */
function keepsPregnantOut(text: string): boolean {
  if (
    /\b(?:unless|except\w*|if|other than|partners?|negative|not|non|history|previous\w*)\b/i.test(
      text,
    )
  )
    return false
  return text
    .replaceAll(/\([^()]*\)/g, ' ')
    .split(/[,;/.]|\b(?:and\/or|or|and)\b/i)
    .some((part) => /\bpregnan/i.test(part) && isOnlyPregnancy(part))
}

function isOnlyPregnancy(part: string): boolean {
  if (
    /\d|\b(?:with|by|within|during|after|before|in|wish\w*|plan\w*|intend\w*|desir\w*|try\w*|becom\w*|potential|of(?! child))\b/i.test(
      part,
    )
  )
    return false
  if (/\btests?\b/i.test(part) && !/\bpositive\b/i.test(part)) return false
  return askedWords(part).every((word) =>
    /^(?:pregnan\w*|test|positive|serum|urine|mother|currently|confirmed|nursing|lactating)$/.test(
      word,
    ),
  )
}

/** "Not pregnant", "a negative pregnancy test": whoever is pregnant is neither. */
function deniesPregnancy(text: string): boolean {
  if (
    /\b(?:unless|except\w*|if (?!female)|partners?|history|previous\w*|avoid\w*|postpartum)\b/i.test(
      text,
    )
  )
    return false
  return (
    /\b(?:not|non)[- ]?(?:be |currently |be currently )?pregnan|\bnegative\b[^.;]{0,40}\bpregnancy test|\bpregnancy test\w*\b[^.;]{0,30}\bnegative\b/i.test(
      text,
    ) &&
    !/\b(?:or|groups?|cohorts?|arms?)\b(?! (?:lactat|nurs|breast|urine|serum|plan|do(?:es)? not (?:plan|intend|wish)))/i.test(
      text,
    )
  )
}

/** "Breastfeeding mothers", and nothing else. */
const asksNursing =
  /^\W*(?:currently )?(?:breast-?\s?feeding|lactating|nursing)(?: (?:mothers?|wom[ae]n|females?|patients?))?\W*$/i

/** "Non-lactating", "not breastfeeding", "unless …": nursing itself is not what keeps out. */
const nursesNot = /\b(?:not|non|unless|except|stop\w*|willing|if)\b/i

/** "Pregnant women", as a requirement and without a "no", "if" or test: who cannot be, or is said not to be, is not met. */
export function requiredPregnancy({ text, kind, patient }: Case): Judgement | undefined {
  const isRequired =
    kind === 'inclusion' && /^(?:\W|healthy |all |currently |adult )*pregnan(?:t|cy)\b/i.test(text)
  if (!isRequired || turnsPregnancy.test(text)) return undefined
  const { pregnant } = patient
  const isAlone = askedWords(text).every((word) => /^(?:pregnan\w*|mother)$/.test(word))
  if (pregnant?.value === 'yes') return isAlone ? told('met', pregnant) : undefined
  const out = pregnant?.value === 'no' ? pregnant.evidence : notAsked(text, patient)
  return out && { verdict: 'not met', reason: 'pregnancy', evidence: [out] }
}

const turnsPregnancy =
  /\b(?:no|not|non|never|without|if|or|unless|except|test|plan\w*|wish\w*|avoid\w*|prevent\w*|contracep\w*|potential|partners?|excluded|negative|previous|prior|past|history|newborns?|infants?|offspring|child(?:ren)?|must|should|may)\b/i

/** There are few other telling words: "Preterm and neonates, pregnancy" asks more. */
function isMainlyThat(text: string): boolean {
  const others = askedWords(text).filter((word) => !usual.test(word))
  return (
    others.length <= 3 ||
    (others.length <= 12 && /^\W*(?:\w+ ){0,3}(?:pregnan|women|females?|lactat|breast)/i.test(text))
  )
}

const usual =
  /^(?:pregnan|lactat|breast|feed|nursing|contracept|birth|control|child|bearing|potential|female|women|adequate|effective|method|use|using|mother|test|negative|serum|urine|wish|desire|become|plan|intend|sexual|partner|reproductive|duration|agree|medically|acceptable|reliable|menarche|premenopausal|intention|next|participation|research|reach)/i

/** "Preterm and neonates, pregnancy": a part that speaks of something else is asked all the same. */
function hasOtherPart(text: string): boolean {
  return text.split(/[,;]|\b(?:and|or)\b/i).some((part) => {
    const words = askedWords(part)
    return (
      words.length > 0 && !aboutPregnancy.test(part) && words.every((word) => !usual.test(word))
    )
  })
}

function notAsked(text: string, { sex, age, cannotConceive }: Patient) {
  const isYoung = age !== undefined && age.maxDays < 8 * 366
  if (sex?.value === 'MALE') {
    const isGrown = !age || age.minDays > 12 * 365
    if (!(isGrown && mayAskMen(text))) return sex.evidence
    return isYoung ? age.evidence : undefined
  }
  if (isYoung) return age.evidence
  const isOfAll = ofContraception.test(text) && !ofBearing.test(text)
  if (age && age.minDays >= 60 * 365 && !isOfAll) return age.evidence
  return cannotConceive?.evidence
}

/**
 * Men have a part in contraception, and in a pregnancy of their partners: a rule that names them or nobody's sex may ask it of them, and
 * one for women or of childbearing alone does not. Rule `men-too@1`.
 */
function mayAskMen(text: string): boolean {
  if (ofFathers.test(text)) return true
  if (!ofContraception.test(text)) return false
  return (
    ofMen.test(text.replace(partnersOfWomen, ' ')) || ofAnySex.test(text) || !ofWomen.test(text)
  )
}

const ofContraception =
  /contracep|birth[- ]control|\bcondoms?\b|\babstinen\w*|\bbarrier methods?\b/i
/** Who may bear a child, or may not any more. */
const ofBearing = /child-?\s?bearing|\bWO?CBP\b|\bFOCBP\b|menopaus|reproductive|\bfertil|pregnan/i
const ofMen = /\b(?:m[ae]n|males?|boys?|both (?:sexes|genders))\b/i
const ofFathers =
  /\b(?:fathers?|fathering|sperm|(?:his|their|female|wom[ae]n)(?: sexual)? partners?)\b/i
const partnersOfWomen = /\b(?:male|her|vasectomi[sz]ed)(?: sexual)? partners?\b(?! of)/gi
const ofAnySex =
  /\b(?:subjects?|patients?|participants?|persons?|people|individuals?|those|all) (?:of|with|who have) (?:\w+ )?(?:reproductive|fertil|child)|\breproductive ?(?:\/|and|or) ?child|(?<!\b(?:female|women) )\b(?:subjects?|patients?|participants?|volunteers?) (?:who|that|not|unwilling|must|should|agree|will)\b[^.;]{0,60}(?:contracep|birth)|\b(?:refus\w+|unwilling|not willing) to (?:use|take|practi[cs]e)|['’]s (?:sexual )?partner|\bor (?:their )?partners?\b/i
const ofWomen = /\b(?:wom[ae]n|females?|girls?|mothers?|WO?CBP|FOCBP)\b|child-?\s?bearing/i

/** What only grown people do is not asked of a child under 8 years: drinking, work, driving, prison, the army. Rule `grown@1`. */
export function grownVerdict({ text, kind, patient: { age } }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !age || age.maxDays >= 8 * 365) return undefined
  const isOnly = grown.test(text) && askedWords(text).every((word) => ofGrown.test(word))
  if (!isOnly || /\b(?:parent|mother|father|caregiver|maternal|fetal|foetal|prenatal)/i.test(text))
    return undefined
  return { verdict: 'not applicable', reason: 'not at this age', evidence: [age.evidence] }
}

const grown =
  /\b(?:alcohol\w*|drink(?:ing|ers?)|military|army|soldiers?|prisoners?|inmates?|incarcerat\w*|imprison\w*|drivers?|driving|shift[- ]work\w*|night[- ]shifts?|menopaus\w*|sexually active|sex workers?)\b/i
const ofGrown =
  /^(?:alcohol\w*|drink\w*|drunk|military|army|recruit|soldier|service|member|prison\w*|inmate|incarcerat\w*|imprison\w*|driver|driving|car|shift|work\w*|night|menopaus\w*|sexual\w*|sex|abus\w*|dependen\w*|addict\w*|consumption|excessive|heavy|chronic|misuse|use|once|regular\w*)$/i

/** Smoking, where a criterion asks of nothing else: "Current smokers", "Non-smoker". Rule `smoking@2`. */
export function smokingVerdict({ text, kind, patient }: Case): Judgement | undefined {
  const { smoking } = patient
  if (!smoking || !/\bsmok|tobacco|cigarette|tabac|tabagi|fumeu[rs]/i.test(text)) return undefined
  const never = neverSmoked(text, kind, patient)
  if (never) return never
  if (!askedWords(text).every((word) => ofSmoking.test(word)) || /\d/.test(text)) return undefined
  const asksNone = /\bnon\s?-?\s?(?:smok|fumeu)|never|jamais|\bno\b|\bnot\b/i.test(text)
  const asksPast = /\b(?:former|ex-?|past|previous|history|ever)\b/i.test(text)
  const isOut = kind === 'exclusion'
  if (smoking.value === 'former') {
    if (!isOut && /\b(?:never|jamais)\b/i.test(text) && !/\b(?:or|former|ex)\b/i.test(text))
      return { verdict: 'not met', reason: 'stated facts', evidence: [smoking.evidence] }
    if (
      !isOut &&
      /\b(?:current|active|daily)\b/i.test(text) &&
      !asksNone &&
      !/\bor\b|\/|former|ex-/i.test(text)
    )
      return { verdict: 'not met', reason: 'stated facts', evidence: [smoking.evidence] }
    if (!isOut || asksNone) return undefined
    if (asksPast)
      return { verdict: 'not met', reason: 'stated facts', evidence: [smoking.evidence] }
    const verdict = /\b(?:current|active)/i.test(text) ? 'met' : 'unknown'
    const reason = verdict === 'met' ? 'stated facts' : 'near what the person has'
    return { verdict, reason, evidence: [smoking.evidence] }
  }
  const isOnlyPast = asksPast && !/\b(?:or|and|\/|current)\b/i.test(text)
  if (isOnlyPast && smoking.value === 'current') return undefined
  const isSo = (smoking.value === 'current') !== asksNone
  const letsIn = isSo !== isOut
  return {
    verdict: letsIn ? 'met' : 'not met',
    reason: 'stated facts',
    evidence: [smoking.evidence],
  }
}

/** "Smokers of at least 10 cigarettes a day", "≥ 10 pack-years": asked of one who never smoked or, today, of one who stopped. */
function neverSmoked(text: string, kind: string, { smoking }: Patient): Judgement | undefined {
  if (smoking?.value === 'former' && kind !== 'exclusion') {
    const isOfNow = /\bcurrent\b/i.test(text) && !/\b(?:former|ex|past|or|history)\b/i.test(text)
    return isOfNow && amountSmoked.test(text)
      ? { verdict: 'not met', reason: 'stated facts', evidence: [smoking.evidence] }
      : undefined
  }
  if (smoking?.value !== 'never' || !amountSmoked.test(text)) return undefined
  return {
    verdict: kind === 'exclusion' ? 'met' : 'not met',
    reason: 'stated facts',
    evidence: [smoking.evidence],
  }
}

const amountSmoked =
  /^(?:\W|(?:patients?|subjects?|participants?|individuals?|adults?|current|former|active|heavy|daily|regular|history|of|a|an|or|ex|past|with|who|have|has|smoking|cigarettes?|tobacco|smok(?:er|e|ed|es|ers)|at|least|more|than|greater|equal|to|over|minimum|average|packs?|years?|per|each|day|daily|month|week|use|ten|twenty|five|one|fifteen|thirty|py|\d+|[≥>=])(?![\w]))*$/i

const ofSmoking =
  /^(?:smok\w*|smokeless|tobacco|cigarette|tabac\w*|tabagi\w*|fumeu\w*|fume|actif|actuel\w*|jamais|ayant|non|nonsmoker|exsmoker|user|use|using|product|former|never|ever)$/

/** What a person will do, where the record says that they agree, or that they do not keep to treatment. Rule `stated-will@1`. */
export function willingVerdict({ text, kind, patient }: Case): Judgement | undefined {
  const { consents, noncompliant } = patient
  if (kind === 'exclusion') {
    if (aboutNonCompliance.test(text) && text.length < 120 && noncompliant)
      return { verdict: 'not met', reason: 'stated will', evidence: [noncompliant.evidence] }
    if (!aboutRefusal.test(text) || !consents || asksMore(text)) return undefined
    if (!isOfTakingPart(text)) return undefined
    return { verdict: 'met', reason: 'stated will', evidence: [consents.evidence] }
  }
  if (!consents || !aboutWilling.test(text) || !isOfTakingPart(text)) return undefined
  return { verdict: 'met', reason: 'stated will', evidence: [consents.evidence] }
}

/** "Minors, prisoners, pregnant women, unable to consent": who agrees is not so cleared of the others. */
function asksMore(text: string): boolean {
  const others = text.split(/[,;]|\bor\b|\band\b/i).filter((part) => /\p{L}{3}/u.test(part))
  const [first = ''] = others
  return others.length > 1 && !aboutRefusal.test(first)
}
