import type { CriterionKind } from '../../eligibility/headings.ts'
import { asExcluded } from './as-excluded.ts'

/**
 * A requirement with the words that deny in one word written out: "nondiabetic" is non-diabetic, "afebrile" no fever, "HIV
 * negative" no HIV infection. In an exclusion such a word is written for and against, so it stays as it is. The
 * formula and the visit of a value are left out. Rule `plainly@2`.
 */
export function plainly(text: string, kind: CriterionKind): string {
  const plain = withScales(text)
    .replace(atEnd, '')
    .replaceAll(ofMethod, ' ')
    .replaceAll(ofVisit, 'at screening')
    .replaceAll(ofCode, ' ')
    .replaceAll(glued, '$1 $2')
    .replaceAll(signTwice, '')
    .replace(bareSpan, '$1aged between $2 years')
    .replaceAll(saidAgain, '$1')
    .replaceAll(inOtherUnit, (whole, bound: string, unit: string, other: string) =>
      unit.toLowerCase() === other.toLowerCase() ? whole : bound,
    )
    .replaceAll(ofLimit, 'above normal')
    .replaceAll(equalOr, (_, way: string) => (/^(?:gr|mo|ol|hi|ab|la)/i.test(way) ? '≥ ' : '≤ '))
    .replace(ageWhole, (whole) => whole.replaceAll(anybody, ' '))
    .replace(ageAgain, '$1Patients')
    .replace(ofAge, '$1 the age of ')
    .replace(filtered, '$1$2/1.73 m2')
  if (kind !== 'inclusion') return asExcluded(plain)
  return plain
    .replace(ofFunction, '')
    .replace(
      /\bnon(?=(?:diabetic|obese|hypertensive|asthmatic|epileptic|pregnant|smok)\w*)/gi,
      'non-',
    )
    .replace(/^(\W*)afebrile\b(?=\W*$)/i, '$1No fever')
    .replace(negative, 'no $1')
}

/** Scales with their names written out. */
function withScales(text: string): string {
  if (!/NYHA|New York|ECOG|Eastern Coop/i.test(text)) return text
  return text
    .replaceAll(ofNyha, 'NYHA class ')
    .replaceAll(byNyha, 'NYHA class $1')
    .replaceAll(ofEcog, 'ECOG performance status')
    .replace(ofZero, '$1 0 $2')
}

const ofNyha =
  /\b(?:New York Heart Association|NYHA)(?: \(NYHA\))?(?: (?:heart failure|cardiac|functional?|function))*(?: class(?:es|ification)?)?(?: of)? (?=(?:I{1,3}|IV|[1-4])\b)/g
const byNyha =
  /\b(?:(?:cardiac|heart|functional?) )*(?:function )?class ((?:I{1,3}|IV)(?: ?(?:-|–|to|or|\/) ?(?:I{1,3}|IV))?),? (?:according to|based on|by|of|per) (?:the )?(?:NYHA|New York Heart Association)(?: \(NYHA\))?(?: (?:heart|cardiac|functional|function|classification|class|criteria|grading)\b)*/g
const ofEcog =
  /\b(?:Eastern Cooperative Oncology Group|ECOG)(?: \((?:ECOG|ECOG[- ]PS|ECOG performance status)\))?(?: performance(?: status)?)?(?: (?:scale|status))?(?: \((?:ECOG|PS|ECOG[- ]PS|ECOG performance status)\))?(?= (?:score |of |is |must |should |grade |[0-4≤<]))/gi
const ofZero = /(\bECOG\b[^.;]{0,40}?) O (or|-|to)(?= 1)/
/** "Patient is between 18 and 60": of years. */
const bareSpan =
  /^(\W*(?:(?:patients?|subjects?|participants?) )?(?:(?:is|are|must be) ))between (\d{2} and \d{2})(?=\W*$)/i
/** "Than18": a number glued to its word. */
const glued = /\b(than|under|over|below|above)(\d)/gi
/** "Above > 4.8": the sign says it again. */
const signTwice =
  /\b(?:above|over|below|under|(?:greater|more|higher|less|lower) than) (?=[<>≤≥] ?\d)/gi

/** What joins an item of a list to the next. */
const atEnd = /(?<![\s,;])[\s,;]+(?:and\/or|and|or)?[\s,;]*$/i
/** By which formula a value is worked out, and at which visit, changes nothing of what is asked. */
const ofMethod =
  /\s*\((?:using |by |calculated (?:by|with|using) |according to )?(?:the )?(?:CKD-?EPI|MDRD)(?: \d{4})?(?: (?:formula|equation|study equation))?\)/gi
/** "Less than 13 years of age (<13)": the same bound in a sign. */
const saidAgain =
  /(\b(?:less than|under|below|younger than) (?<below>\d+(?:\.\d+)?)\b[^()\d]{0,24}?)\s*\(\s*<\s*\k<below>(?: ?(?:years?|months?|weeks?|days?|kg))?\s*\)/gi
/** "≤ 1.5 mg/dL (≤ 132.6 μmol/L)", "40 kg (88 lb)": the same bound in another unit. */
const inOtherUnit =
  /((?<![\w.])\d[\d.,]*\s?(%|[a-zµμ]+(?:\/[a-z\dµμ.]+){0,2}))\s*[([]\s*(?:i\.e\.,? |or )?(?:[<>≤≥=]+\s?)?\d[\d.,]*\s?(%|[a-zµμ]+(?:\/[a-z\dµμ.]+){0,2})\s*[)\]]/gi
/** "> ULN", "higher than the upper limit of normal (ULN)": above what is usual, without a number before it. */
const ofLimit =
  /(?:>|≥|\b(?:above|over|exceed(?:s|ing)|(?:greater|higher|more) than)\b)\s*(?:the )?(?:(?:institutional |laboratory |local )*upper (?:limit|end) of (?:the )?normal(?: range| values?)?(?: \(ULN\))?|ULN\b)/gi
/** "Equal or greater to 18", in whichever order. */
const equalOr =
  /\b(?:is )?equal(?: to)?,? or (greater|more|older|higher|above|less|lower|fewer|below|younger)(?: than| to)?\s+(?=\d)/gi
/** "Aged 18-70 years, gender not limited", "male or female", "inclusive": said of an age, that asks nothing more. */
const ageWhole = /^.*\b(?:ages?|aged|years?|months?|old)\b.*$/is
const anybody =
  /[,(;]?\s*\b(?:(?:males?|men) (?:or|and|and\/or) (?:females?|women)|(?:females?|women) (?:or|and|and\/or) (?:males?|men)|(?:of |from )?(?:either|any|both) (?:sex(?:es)?|genders?)|(?:any|all) (?:race|ethnicity|ethnic group)s?|(?:with )?no (?:restrictions?|limit\w*) (?:on|of|for|in|to) (?:sex|gender|race|ethnicity)(?: (?:or|and) (?:sex|gender|race|ethnicity))?|(?:the )?(?:gender|sex) (?:is |was )?(?:not|un) ?(?:limited|restricted)|(?:regardless|irrespective) of (?:sex|gender|race)(?: (?:or|and) (?:sex|gender|race|ethnicity))?|inclusive(?:ly)?|including (?:the )?(?:boundary|cut-?off) values?)\b\s*\)?(?=\W*$|[,;])/gi
/** "Infants under 12 months": the number says who is meant. */
const ageAgain =
  /^(\W*)(?:infants?|neonates?|newborns?|children|adolescents?|adults?)(?=,? (?:aged? )?(?:under|below|above|over|younger than|older than|less than|more than|<|>|≤|≥|between|from)? ?\d+)/i
/** "Patients over 65": of years. */
const ofAge =
  /^(\W*(?:all |any )?(?:patients|subjects|participants|people|persons|individuals|men|women) (?:over|above|under|below)) (?=(?:[1-9]\d)(?:\W*$|[,;]| (?:with|who|and)\b))/i
/** "Adequate bone marrow function, defined as: …": what follows is all that is asked. */
const ofFunction =
  /^\W*(?:patients? (?:must |should )?(?:have|has|with) )?(?:adequate|normal|acceptable|sufficient) (?:(?:bone )?marrow|h(?:a)?ematolog\w+|renal|kidney|liver|hepatic|organ|cardiac|coagulation|blood)(?:,? (?:and|or|&|\/)? ?(?:(?:bone )?marrow|h(?:a)?ematolog\w+|renal|kidney|liver|hepatic|organ|cardiac|coagulation))* (?:function|reserve|counts?|status|parameters)?(?:,? (?:as )?(?:defined|shown|evidenced|indicated|demonstrated|determined|assessed|documented|measured)(?: by| as)?(?: the following)?:?|\s?:|\s?-|,| with(?= \p{L}+ ?[<>≥≤])) (?=\p{L}[^.;]*\d)/iu
/** By which code an illness is billed. */
const ofCode = /\s*\((?:ICD|CPT|SNOMED|procedure code)[^()]*\)/gi
const ofVisit = /\bat (?:the )?(?:screening )?visit \d\b/gi
/** An eGFR is per 1.73 m2 of body surface, written or not. */
const filtered = /\b(e-?GFR\b[^.;,]{0,40}?\d\s*)(ml\/min)\b(?!\s*\/)/i

const negative =
  /\b(HIV|HBV|HCV|hepatitis [BC])(?:[- ](?:\d|1\/2))?(?: (?:virus|infection|status|antibody|test))?[- :]*(?:sero-?)?negativ(?:e|ity)\b(?!,? (?:or|and))/gi
