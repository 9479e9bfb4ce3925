import type { Facts } from './facts.ts'

/** The one sex that a criterion speaks to from its first words on: "Women must use contraception", "If female, …". */
export function sexSpokenTo(text: string): Facts['sex'] {
  if (toFemales.test(text)) return 'FEMALE'
  return toMales.test(text) ? 'MALE' : undefined
}

const toFemales =
  /^(?:\W|if |for |all |any |sexually active |fertile |adult |healthy |non-?pregnant |pre-?menopausal |post-?menopausal )*(?:wom[ae]n|females?|girls?|mothers?|pregnan\w+)\b(?! ?(?:and|or|\/) ?(?:males?|m[ae]n|boys?))(?![^.]{0,60}\b(?:and|or) (?:males?|men|boys)\b)/i
const toMales =
  /^(?:\W|if |for |all |any |sexually active |fertile |adult |healthy )*(?:m[ae]n|males?|boys?|fathers?)\b(?! ?(?:and|or|\/) ?(?:females?|wom[ae]n|girls?))(?![^.]{0,60}\b(?:and|or) (?:females?|women|girls)\b)/i
