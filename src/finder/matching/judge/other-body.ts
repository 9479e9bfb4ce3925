import type { Case, Judgement } from './judgement.ts'

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
