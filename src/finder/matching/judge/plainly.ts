import type { CriterionKind } from '../../eligibility/headings.ts'

/**
 * A requirement with the words that deny in one word written out: "nondiabetic" is non-diabetic, "afebrile" no fever, "HIV
 * negative" no HIV infection. In an exclusion such a word is written for and against, so it stays as it is. Rule `plainly@1`.
 */
export function plainly(text: string, kind: CriterionKind): string {
  if (kind !== 'inclusion') return text
  return text
    .replace(
      /\bnon(?=(?:diabetic|obese|hypertensive|asthmatic|epileptic|pregnant|smok)\w*)/gi,
      'non-',
    )
    .replace(/^(\W*)afebrile\b(?=\W*$)/i, '$1No fever')
    .replace(negative, 'no $1')
}

const negative =
  /\b(HIV|HBV|HCV|hepatitis [BC])(?:[- ](?:\d|1\/2))?(?: (?:virus|infection|status|antibody|test))?[- :]*(?:sero-?)?negativ(?:e|ity)\b(?!,? (?:or|and))/gi
