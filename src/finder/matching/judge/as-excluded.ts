/**
 * An exclusion with its windows of time in one form, "within 3 months", where they end with the study's first day; without
 * abbreviations of what stands before them, and with one word for what has several. Rule `as-excluded@1`.
 */
export function asExcluded(text: string): string {
  const timed = withoutBrackets(text.replace(saidToBe, '$1'))
  const plain = /day|week|month|year/i.test(timed) ? inOneWindow(timed) : timed
  return inOneName(plain.replace(label, '$1').replace(keptOut, '').replaceAll(inAnyForm, ''))
}

/** Brackets that ask nothing more. */
function withoutBrackets(text: string): string {
  if (!text.includes('(')) return text
  return text
    .replaceAll(bracketed, (whole, short: string, at: number) =>
      isShortFor(short, text.slice(Math.max(0, at - 90), at)) ? '' : whole,
    )
    .replaceAll(eitherWay, '')
    .replaceAll(ofCodes, '')
    .replaceAll(routes, '')
    .replaceAll(longStanding, '$1 for more than $2')
}

/** Windows of time in one form. */
function inOneWindow(text: string): string {
  const isOfAge = /\bage\b|\bage[ds]\b|\bold\b/i.test(text)
  return text
    .replaceAll(againInUnit, '$1')
    .replaceAll(inSign, (whole, one?: string, other?: string) =>
      isOfAge ? whole : ` within ${one ?? other}`,
    )
    .replaceAll(untilStudy, 'within $<length> before screening')
    .replaceAll(beforeNow, (_, length: string) =>
      /^[a-z]+$/i.test(length) ? `within 1 ${length}` : `within ${length}`,
    )
    .replaceAll(eventAge, (whole, length: string) =>
      ofPeople.test(text) ? whole : `within ${length}`,
    )
    .replace(recently, '')
}

/** One name for what has several, and each of two that share a noun with it. */
function inOneName(text: string): string {
  const plain = text
    .replaceAll(ofBetaBlockers, 'beta blocker')
    .replaceAll(ofStemCells, 'stem cell transplantation')
    .replaceAll(ofCheckpoints, 'immune checkpoint inhibitor')
    .replaceAll(/\bILD\b/g, 'interstitial lung disease')
    .replaceAll(ofVessels, '$1coronary revascularization')
  if (!/\b(?:or|and)\b|[/&]/i.test(plain)) return plain
  return plain
    .replace(toBeExpected, (whole, at: number) => (at > 45 ? '' : whole))
    .replaceAll(ofBothTypes, 'diabetes mellitus')
    .replaceAll(ofDrugsOrAlcohol, 'drug $1 or alcohol $1')
    .replaceAll(eitherState, '')
    .replaceAll(oneOfAbuse, '$1 $2')
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
const bracketed = /\s*\(((?:[A-Z]|e(?=GFR))[A-Za-z\d-]{1,6})s?\+?\)/gu

/** Its letters begin words that stand before it. */
function isShortFor(short: string, before: string): boolean {
  const starts = before
    .trimEnd()
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
