import type { Case, Judgement } from './judgement.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

/**
 * What only the other sex has or is, asked as a requirement of everybody: "stage III ovarian cancer", "postmenopausal women" of a
 * man. Rule `other-body@2`.
 */
export function requiredBody({ text, kind, patient: { sex } }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || !sex || text.length > 2 * longest) return undefined
  if (hasOtherWaysIn(text) || isTurned(text) || ofOthers.test(text)) return undefined
  const core =
    text.split(/[,;:(.]|\b(?:with|who|whose|that|which|after|before|and|treated)\b/i)[0] ?? ''
  const isOther = sex.value === 'FEMALE' ? ofMen.test(core) : ofWomen.test(core)
  const isTold = isOther || (!ofBoth.test(text) && sexNamed(core, sex.value))
  return isTold
    ? { verdict: 'not met', reason: 'stated facts', evidence: [sex.evidence] }
    : undefined
}

const ofBoth =
  /\b(?:wom[ae]n|females?|girls?|femmes?|filles?)\b.*\b(?:m[ae]n|males?|boys?|hommes?|garçons?)\b|\b(?:m[ae]n|males?|boys?|hommes?|garçons?)\b.*\b(?:wom[ae]n|females?|girls?|femmes?|filles?)\b/is

/** "Postmenopausal women", "Nulliparous women": a requirement that names the one sex and binds it to nothing. */
function sexNamed(core: string, own: 'FEMALE' | 'MALE'): boolean {
  const named =
    /^(?:\W|[a-z-]+(?:al|ous|ing|ed|ile|ult|thy|en|aged) )*(?<who>wom[ae]n|females?|girls?|m[ae]n|males?|boys?)(?: (?:patients?|subjects?|participants?|volunteers?|individuals?|adults?|outpatients?|inpatients?|only))?\b\W*$/i.exec(
      core,
    )
  const who = named?.groups?.who
  if (!who) return false
  return /^(?:wom[ae]n|females?|girls?)$/i.test(who) !== (own === 'FEMALE')
}

const ofOthers =
  /\b(?:partners?|mothers?|fathers?|maternal|family|relatives?|donors?|born|must|should|agree|use|using|consent|contracep\w*|potential)\b/i

/**
 * An exclusion that asks of one organ or trouble alone that only the other sex has: "history of priapism" of a woman. Rule
 * `other-body@1`.
 */
export function otherBodyVerdict({ text, kind, patient: { sex } }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !sex || text.length > longest || severalThings.test(text))
    return undefined
  const isOther = sex.value === 'FEMALE' ? ofMen.test(text) : ofWomen.test(text)
  return isOther
    ? { verdict: 'not applicable', reason: 'another sex', evidence: [sex.evidence] }
    : undefined
}

const longest = 100
const severalThings =
  /[,;/]|\b(?:and|or|et|ou|partners?|mothers?|fathers?|maternal|family|relatives?|donors?|born|except\w*|unless|no|not|without)\b/i
const ofMen =
  /\b(?:priapism\w*|prostat(?:e|ic|itis|ectom\w+)|testicular|testes|erectile|penile|penis|peyronie\w*|vasectom\w+|scrotal|hypospadias|cryptorchid\w*|varicocele)\b/i
const ofWomen =
  /\b(?:menstru\w+|menopaus\w+|amenorrh\w+|uter(?:us|ine)|ovar(?:y|ies|ian)|endometri\w+|cervix|cervical (?:cancer|dysplasia|carcinoma|intraepithelial)|vagin\w+|vulv\w+|hysterectom\w+|pre-?eclampsia|polycystic ovar\w+|caesarean|cesarean)\b/i
