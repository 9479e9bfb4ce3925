import type { CriterionKind } from '../../eligibility/headings.ts'

/**
 * A requirement with the words that deny in one word written out: "nondiabetic" is non-diabetic, "afebrile" no fever, "HIV
 * negative" no HIV infection. In an exclusion such a word is written for and against, so it stays as it is. The
 * formula and the visit of a value are left out. Rule `plainly@2`.
 */
export function plainly(text: string, kind: CriterionKind): string {
  const plain = text
    .replaceAll(ofMethod, ' ')
    .replaceAll(ofVisit, 'at screening')
    .replaceAll(ofCode, ' ')
    .replaceAll(saidAgain, '$1')
    .replace(filtered, '$1$2/1.73 m2')
  if (kind !== 'inclusion') return plain
  return plain
    .replace(
      /\bnon(?=(?:diabetic|obese|hypertensive|asthmatic|epileptic|pregnant|smok)\w*)/gi,
      'non-',
    )
    .replace(/^(\W*)afebrile\b(?=\W*$)/i, '$1No fever')
    .replace(negative, 'no $1')
}

/** By which formula a value is worked out, and at which visit, changes nothing of what is asked. */
const ofMethod =
  /\s*\((?:using |by |calculated (?:by|with|using) |according to )?(?:the )?(?:CKD-?EPI|MDRD)(?: \d{4})?(?: (?:formula|equation|study equation))?\)/gi
/** "Less than 13 years of age (<13)": the same bound in a sign. */
const saidAgain =
  /(\b(?:less than|under|below|younger than) (?<below>\d+(?:\.\d+)?)\b[^()\d]{0,24}?)\s*\(\s*<\s*\k<below>(?: ?(?:years?|months?|weeks?|days?|kg))?\s*\)/gi
/** By which code an illness is billed. */
const ofCode = /\s*\((?:ICD|CPT|SNOMED|procedure code)[^()]*\)/gi
const ofVisit = /\bat (?:the )?(?:screening )?visit \d\b/gi
/** An eGFR is per 1.73 m2 of body surface, written or not. */
const filtered = /\b(e-?GFR\b[^.;,]{0,40}?\d\s*)(ml\/min)\b(?!\s*\/)/i

const negative =
  /\b(HIV|HBV|HCV|hepatitis [BC])(?:[- ](?:\d|1\/2))?(?: (?:virus|infection|status|antibody|test))?[- :]*(?:sero-?)?negativ(?:e|ity)\b(?!,? (?:or|and))/gi
