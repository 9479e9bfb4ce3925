import type { Facts } from './facts.ts'

/**
 * The one sex that a criterion speaks to from its first words on: "Women must use contraception", "If female, …". It speaks to
 * both where it names the other anywhere, but as partners: "Men, or women after the menopause". Rule `one-sex@2`.
 */
export function sexSpokenTo(text: string): Facts['sex'] {
  if (toFemales.test(text)) return men.test(text.replace(asPartners, ' ')) ? undefined : 'FEMALE'
  if (!toMales.test(text)) return undefined
  return women.test(text.replace(asPartners, ' ')) ? undefined : 'MALE'
}

const women = /\b(?:wom[ae]n|females?|girls?|WO?CBP)\b/i
const men = /\b(?:m[ae]n|males?|boys?)\b/i
const asPartners =
  /\b(?:fe)?male(?: sexual)?(?: or (?:fe)?male)?(?: sexual)? partners?\b(?! of)|\bpartners?(?: ?\(s\))?,? (?:(?:who|that) (?:is|are)|is|are|being) (?:an? )?(?:pregnant )?(?:wom[ae]n|females?|m[ae]n|males?)\b|\b(?:with|partners?(?: of)?|intercourse with|sex with) (?:an? |any )?(?:pregnant )?(?:wom[ae]n|females?|m[ae]n|males?|WO?CBP)\b|\b(?:fe)?male condoms?\b/gi
const toFemales =
  /^(?:\W|if |for |all |any |sexually active |fertile |adult |healthy |non-?pregnant |pre-?menopausal |post-?menopausal )*(?:wom[ae]n|females?|girls?|mothers?|pregnan\w+)\b/i
const toMales =
  /^(?:\W|if |for |all |any |sexually active |fertile |adult |healthy )*(?:m[ae]n|males?|boys?|fathers?)\b/i
