import type { CriterionKind } from '../../eligibility/headings.ts'

/**
 * A requirement with the words that deny in one word written out: "nondiabetic" is non-diabetic, "afebrile" no fever, "HIV
 * negative" no HIV infection. In an exclusion such a word is written for and against, so it stays as it is. The
 * formula and the visit of a value are left out. Rule `plainly@2`.
 */
export function plainly(text: string, kind: CriterionKind): string {
  const plain = text
    .replace(atEnd, '')
    .replaceAll(ofMethod, ' ')
    .replaceAll(ofVisit, 'at screening')
    .replaceAll(ofCode, ' ')
    .replaceAll(glued, '$1 $2')
    .replaceAll(signTwice, '')
    .replaceAll(ofNyha, 'NYHA class ')
    .replaceAll(byNyha, 'NYHA class $1')
    .replaceAll(ofEcog, 'ECOG performance status')
    .replace(ofZero, '$1 0 $2')
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
    .replace(
      /\bnon(?=(?:diabetic|obese|hypertensive|asthmatic|epileptic|pregnant|smok)\w*)/gi,
      'non-',
    )
    .replace(/^(\W*)afebrile\b(?=\W*$)/i, '$1No fever')
    .replace(negative, 'no $1')
}

/** Scales with their names written out. */
const ofNyha =
  /\b(?:New York Heart Association|NYHA)(?: \(NYHA\))?(?: (?:heart failure|cardiac|functional?|function))*(?: class(?:es|ification)?)?(?: of)? (?=(?:I{1,3}|IV|[1-4])\b)/g
const byNyha =
  /\b(?:(?:cardiac|heart|functional?) )*(?:function )?class ((?:I{1,3}|IV)(?: ?(?:-|–|to|or|\/) ?(?:I{1,3}|IV))?),? (?:according to|based on|by|of|per) (?:the )?(?:NYHA|New York Heart Association)(?: \(NYHA\))?(?: (?:heart|cardiac|functional?|function|class|classification|criteria|grading))*/g
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

/**
 * An exclusion with its windows of time in one form, "within 3 months", where they end with the study's first day; without
 * abbreviations of what stands before them, and with one word for what has several.
 */
function asExcluded(text: string): string {
  return text
    .replace(saidToBe, '$1')
    .replaceAll(abbreviated, (whole, before: string, short: string) =>
      isShortFor(short, before) ? before : whole,
    )
    .replaceAll(eitherWay, '')
    .replaceAll(againInUnit, '$1')
    .replaceAll(inSign, (whole, one?: string, other?: string) =>
      /\bage\b|\bage[ds]\b|\bold\b/i.test(text) ? whole : ` within ${one ?? other}`,
    )
    .replaceAll(untilStudy, 'within $<length> before screening')
    .replaceAll(beforeNow, (_, length: string) =>
      /^[a-z]+$/i.test(length) ? `within 1 ${length}` : `within ${length}`,
    )
    .replaceAll(ofCodes, '')
    .replace(label, '$1')
    .replace(recently, '')
    .replace(toBeExpected, (whole, at: number) => (at > 45 ? '' : whole))
    .replaceAll(ofBothTypes, 'diabetes mellitus')
    .replaceAll(ofDrugsOrAlcohol, 'drug $1 or alcohol $1')
    .replace(keptOut, '')
    .replaceAll(routes, '')
    .replaceAll(inAnyForm, '')
    .replaceAll(ofBetaBlockers, 'beta blocker')
    .replaceAll(eitherState, '')
    .replaceAll(oneOfAbuse, '$1 $2')
    .replaceAll(ofStemCells, 'stem cell transplantation')
    .replaceAll(ofCheckpoints, 'immune checkpoint inhibitor')
    .replaceAll(/\bILD\b/g, 'interstitial lung disease')
    .replaceAll(eventAge, (whole, length: string) =>
      ofPeople.test(text) ? whole : `within ${length}`,
    )
    .replaceAll(longStanding, '$1 for more than $2')
    .replaceAll(ofVessels, '$1coronary revascularization')
    .replaceAll(twoKinds, '$1 $3 or $2 $3')
}

const fewDays = String.raw`(?:\d{1,2}|one|two|three|four|five|six|eight|twelve)[ -](?:days?|weeks?|months?)`
const lengthOfTime = String.raw`(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|the)[ -](?:days?|weeks?|months?|years?)`
const studyDay = String.raw`(?:the )?(?:(?:first|initial|planned|visiting|preanesthesia|start|initiation|beginning|commencement|time|date|day|signing|administration|dose|doses) (?:of )?(?:the )?)*(?:(?:first|study|trial|informed|written|screening|baseline|inclusion|randomi[sz]ation|enrol?lment|investigational|experimental|protocol|test|product) ?)*(?:screening|enrol?lment|inclusion|randomi[sz]ation|baseline|study|trial|entry|registration|recruitment|start|dose|dosing|drug|treatment|therapy|medication|product|administration|consent(?: form)?|visit ?[\dV]*|stage|period|day -?1|participation|clinic)(?: (?:visit|entry|start|enrol?lment|inclusion|stage|period|administration))*`
/** "Within 4 weeks prior to initiation of study treatment", "less than 3 months before signing the informed consent". */
const untilStudy = new RegExp(
  String.raw`(?:\(?\b(?:with)?(?:in|during|from|for|over|less than|fewer than)|(?<=[\s(])<)\s*(?:the )?(?:last |past |previous |preceding |prior )?(?<length>${lengthOfTime}) (?:(?:prior|preceding|up) to|before|preceding|of|at(?: the)? time of)(?: the)? ${studyDay}\)?(?=\s*(?:[.;,)]|$|\b(?:or|and)\b))`,
  'gi',
)
/** "In prior 3 year", "in the last 6 months". */
const beforeNow = new RegExp(
  String.raw`\b(?:with)?(?:in|during|over|for) (?:the )?(?:last|past|previous|preceding|prior|recent) (?<length>${lengthOfTime}|(?:week|month|year))(?=\s*(?:[.;,)]|$|\b(?:or|and)\b))`,
  'gi',
)
/** "Myocardial infarction (< 3 months)". */
const inSign = new RegExp(
  String.raw`\s*\(\s*(?:<|≤|less than|within|in the (?:last|past)|(?:last|past|previous)) ?(${fewDays})\s*\)|\s+(?:<|≤) ?(${fewDays})(?=\s*[.;,]|\s*$)`,
  'gi',
)
/** "Within the past year (12 months)". */
const againInUnit = /(\b(?:years?|months?|weeks?)) \(\d{1,3} (?:months|weeks|days|years)\)/gi
/** By which record a past illness is found. */
const ofCodes =
  /\s*\((?:i\.?e\.?,? )?(?:based on (?:the )?(?:[\w-]+ )*(?:data|codes?|records?|field)\b[^()]*|(?:diagnos\w+|procedure|billing) codes?)\)/gi
/** "(Repaired or unrepaired)" lets in nobody. */
const eitherWay = /\s*\((?:an? )?(\p{L}+) or (?:un|in|non-?)\1\)/giu
const abbreviated =
  /((?:[\p{L}-]+ ){1,7}?[\p{L}-]+)\s*\(((?:[A-Z]|e(?=GFR))[A-Za-z\d-]{1,6})s?\+?\)/gu

/** Its letters begin words that stand before it. */
function isShortFor(short: string, before: string): boolean {
  const starts = before
    .split(/[\s-]+/)
    .map((word) => word.slice(0, 1).toLowerCase())
    .join('')
  const letters = short.replace(/s$/, '').toLowerCase()
  return letters.length > 1 && starts.endsWith(letters)
}

/** "Substance abuse: has evidence of …": a title of its own. */
const label = /^(\W*)[A-Z][\w -]{2,40}: (?=(?:has|have|is|are|was|any|history|evidence)\b)/
/** "Recent" is said again by the window. */
const recently = /\brecent(?:ly)?\s+(?=[^.;]*\bwithin \S+ (?:day|week|month|year))/i
/** What is still to come keeps nobody out today. */
const toBeExpected =
  /,? (?:or|and\/or) (?:anticipat\w+|expect(?:ed|ation)) (?:of |to )?(?:the )?(?:need\w*|requir\w*)[^.;]*/i
/** "… will not be eligible": that it is an exclusion is known. */
const keptOut =
  /,? (?:(?:are|is|will be|must be|should be) (?:excluded|ineligible|not eligible)|(?:are|is|will|may) not (?:be )?(?:eligible|included|enrolled))(?: (?:for|in|from) (?:the )?(?:study|trial|participation|entry))?(?=\W*$)/i
/** By which way a medicine is given, where all ways are named. */
const routes =
  /\s*\((?:(?:intravenous|intramuscular|oral|subcutaneous|parenteral|systemic|i\.?v\.?|i\.?m\.?|p\.?o\.?|and|or|\/|,)[\s,]*){2,}\)/gi
const inAnyForm =
  /,? (?:in|by|of) any (?:form|route|kind|type|dose)(?: of administration)?(?=\W*$|,)/gi
const ofBetaBlockers =
  /(?:[βßb]|\bbeta)[- ](?:adrenergic )?(?:receptor )?(?:blocker|antagonist|blocking agent)(?=s?\b)/gi
/** "Acute or chronic" is any. */
const eitherState =
  /\b(?:acute or chronic|chronic or acute|active or (?:inactive|latent)|latent or active|known or suspected|suspected or known|treated or untreated) (?=\p{L})/giu
const oneOfAbuse =
  /\b(alcohol|drug|substance) (abuse|dependence|addiction|misuse) (?:or|and\/or|\/) (?:abuse|dependence|addiction|misuse)\b/gi
const ofStemCells =
  /\bh(?:a)?ematopoietic (?:(?:stem|progenitor)[- ]cell )?transplant(?:ation|s)?\b/gi
const ofCheckpoints =
  /\bimmun(?:e|o)[- ]?oncolog(?:y|ic(?:al)?) (?:agent|drug|therap(?:y|ie)|treatment)/gi
/** "Acute coronary syndrome less than 3 months old": an event, and no child. */
const eventAge = new RegExp(String.raw`\b(?:less than|under|<) ?(${fewDays}) old\b`, 'gi')
const ofPeople =
  /\b(?:age[ds]?|infants?|child\w*|neonat\w*|newborns?|bab(?:y|ies)|patients?|subjects?|boys?|girls?)\b/i
const ofBothTypes =
  /\bdiabetes(?: mellitus)?,? (?:of )?types? (?:1|I) (?:or|and|and\/or|\/|&) (?:type )?(?:2|II)\b(?:\s*\(no [^()]*\))?|\btypes? (?:1|I) (?:or|and|and\/or|\/|&) (?:type )?(?:2|II) diabetes(?: mellitus)?\b/gi
const ofDrugsOrAlcohol =
  /\b(?:drugs?|substances?) (?:or|and\/or|\/) alcohol (abuse|dependence|dependency|addiction|misuse)(?: (?:or|and\/or|\/) (?:abuse|dependence|dependency|addiction|misuse))?\b/gi
const longStanding =
  /\blong-?\s?standing ([\p{L} -]{3,40}?) \(\s*(?:>|≥|more than|over|at least) ?(\d+ years?)\s*\)/giu
/** Of the heart, where no other vessels are named. */
const ofVessels =
  /(^|[,;(]\s*|\b(?:or|and|prior|previous|planned|any) )revasculari[sz]ation(?: procedures?)?\b(?! of)/gi

/** "Hypertrophic or restrictive cardiomyopathy": the name is of both. */
const twoKinds =
  /(?<![\p{L}-])(\p{L}{4,}(?:ic|al|ive|ous|ary|ar|immune|atory)) (?:or|and\/or|\/) (\p{L}{4,}(?:ic|al|ive|ous|ary|ar|immune|atory)) (disorders?|diseases?|cardiomyopath(?:y|ies)|strokes?|hepatitis|pancreatitis|leuk(?:a)?emia|lymphoma|arthritis|heart (?:failure|disease)|(?:renal|kidney|liver|lung) (?:failure|disease)|hypertension|neuropathy|diabetes|regurgitation|stenosis|aneurysms?|embolism|thrombosis|ulcers?)(?!\p{L})/giu

/** An exclusion is of an illness that is known, said or not. */
const saidToBe =
  /^(\W*(?:(?:patients?|subjects?|participants?|individuals?) )?(?:(?:who )?(?:has|have|had|with) )?)(?:documented|known|established|diagnosed)\s+(?=\p{L})/iu
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
/** By which code an illness is billed. */
const ofCode = /\s*\((?:ICD|CPT|SNOMED|procedure code)[^()]*\)/gi
const ofVisit = /\bat (?:the )?(?:screening )?visit \d\b/gi
/** An eGFR is per 1.73 m2 of body surface, written or not. */
const filtered = /\b(e-?GFR\b[^.;,]{0,40}?\d\s*)(ml\/min)\b(?!\s*\/)/i

const negative =
  /\b(HIV|HBV|HCV|hepatitis [BC])(?:[- ](?:\d|1\/2))?(?: (?:virus|infection|status|antibody|test))?[- :]*(?:sero-?)?negativ(?:e|ity)\b(?!,? (?:or|and))/gi
