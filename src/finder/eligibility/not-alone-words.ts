/** True for a line that is nothing but "OR": the lines on both sides of it are alternatives. */
export function isConnector(text: string): boolean {
  return text.length < 16 && connector.test(text)
}

const connector = /^[^\p{L}]*(?:and\s?\/\s?or|or|ou)[^\p{L}]*$/iu

/** True for a line that ends with "or": what follows it is as good. */
export function orEnds(text: string): boolean {
  return orAtEnd.test(text.slice(-12)) && !isConnector(text)
}

const orAtEnd = /[\s,;)](?:and\s?\/\s?or|or|ou)[\s,;.:)-]*$/i

/** True for a line that begins with "or": what stands before it is as good. */
export function orStarts(text: string): boolean {
  return orAtStart.test(text) && !isConnector(text)
}

const orAtStart = /^(?:and\s?\/\s?or|or|ou)\b[\s,:]/i

/** True for words over lines of which some are enough: "… at least one of the following criteria:", "… based on any of these", "either:". */
export function opensAlternatives(text: string): boolean {
  if (!endsWithColon(text) && !mayOpen.test(text.slice(-50))) return false
  const end = text.slice(-200)
  return (
    someOfFollowing.test(end) ||
    someOf.test(end) ||
    eitherAtEnd.test(end) ||
    someSuchAs.test(text.slice(-260))
  )
}

function endsWithColon(text: string): boolean {
  return /[:：]/.test(text.slice(-4))
}

const mayOpen = /ollowing|elow\W*$|hese|riteria|of\W*$|ither\W*$|(?:efined|such) as\W*$/
const some = String.raw`(?:any|either|some|(?:at least |a minimum of |minimum |≥ ?|>= ?)?\(?(?:one|two|three|four|(?<![\d.])[1-4](?![\d.]))\b\)?)(?: \(?[≥>=]*[1-4]\)?)?(?: or (?:more|both|greater|a combination))?`
/** "… one or more of the following high-risk features at screening:", and the same without a colon at the very end. */
const someOfFollowing = new RegExp(
  String.raw`\b${some}(?: of)?(?: (?:the|these|those|all|[2-9]|two|three|four|five|six))* ?(?:[\w/-]+ ){0,3}(?:following|below|these|criteria)\b(?:(?:[^.:;]|\.\d){0,90}[:：]\W*$|(?: [\w/-]+){0,3}\W*$)`,
  'i',
)
/** "With at least two of:", "any of". */
const someOf = new RegExp(String.raw`\b${some} of(?: the)?[^\p{L}]*$`, 'iu')
/** "At least one sign of congestion, such as:", "≥ 1 risk factor, defined as", "one of the methods described hereafter, from today on:". */
const someSuchAs =
  /(?:[≥>]=? ?(?:1|one)\b(?![.\d])|\b(?:at least|a minimum of|minimum) (?:1|one|2|two)\b(?![.\d])|\b(?:one|two|1|2) (?:or more|of)\b|\b(?:any|either)\b(?! (?:time|case|reason)))[^:;.]{2,90}?\b(?:such as|including|e\.?g|i\.?e|for example|namely|defined (?:as|by)|(?:described|listed|detailed|given|named|mentioned) (?:here\w*|below))\b(?:[^:]{0,120}[:：])?\W*$/i
const eitherAtEnd = /\beither[^\p{L}]*$/iu

/** True for a title over kinds of people or illnesses: "The following diagnoses are eligible:", "Hyperthyroid states include:". */
export function listsKinds(title: string): boolean {
  return kindsListed.test(title)
}

const kind =
  'diagnos[ei]s|diseases|conditions|disorders|categor(?:y|ies)|types|subtypes|histolog(?:y|ies)|cancers|tumou?rs?|malignanc(?:y|ies)|populations|syndromes|states|indications'
const kindsListed = new RegExp(
  String.raw`\b(?:following|these|eligible|allowed)(?: [\w/-]+){0,4} (?:${kind})\b(?!.{0,30}\bcriteria\b)|\b(?:${kind})\b.{0,80}\b(?:eligible|includes?|including|are:|allowed|as follows|the following)\b`,
  'i',
)

/** True for words over kinds of one illness: "Histologically confirmed tumours, including:". */
export function opensKinds(text: string): boolean {
  return endsWithColon(text) && kindsOver.test(text)
}

const kindsOver =
  /\b(?:malignanc(?:y|ies)|tumou?rs?|cancers?|carcinomas?|lymphomas?|leuk(?:a)?emias?|sarcomas?|diseases?|disorders?|syndromes?|diagnos[ei]s)\b(?!.*\b(?:criteria|with no|without)\b)[^:]{0,60}\b(?:including(?: the following)?|(?:of|by) (?:the|these) following|following (?:types?|diagnos[ei]s|kinds|subtypes|histolog\w+))\b[^:]{0,40}[:：]\W*$/i

/** True for a diagnosis over several ways to it: "Diabetes (these criteria):" over a fasting value, another after a meal, and "treated". */
export function opensWays(text: string, lines: readonly string[]): boolean {
  if (!endsWithColon(text) || goesOn.test(text) || !diagnosed.test(text) || ofAll.test(text))
    return false
  return (
    lines.some((line) => treated.test(line)) || lines.filter((line) => sugar.test(line)).length > 1
  )
}

/** "… confirmed breast cancer that:": each of its lines goes on with it. */
const goesOn = /\b(?:that|which|who|with|and)\W*$/i
const diagnosed =
  /\b(?:diagnos\w+|confirmed|documented|evidenced?|based on|demonstrated|defined|menopaus\w+|postmenopaus\w+|potential)\b[^:]{0,80}[:：]\W*$/i
const treated =
  /^\W*(?:(?:currently|already|previously|is|are|was|have|has|been|being|or|on) )*(?:treated|treatment|taking|use of|using|receiving|(?:self-?reported|prior|previous|known|established) (?:history|diagnosis)|(?:bilateral )?o[vo]phorectomy|hysterectomy|documented (?:tubal|bilateral|hyster))\b/i
const sugar = /\b(?:fasting|random|OGTT|post-?prandial|hba1c|a1c|2[- ]?h(?:our)?)\b/i
/** What asks for all of its lines: working organs, values, or in so many words. */
const ofAll =
  /\b(?:all|each|both|every|adequate|sufficient|acceptable|functions?|reserve|baseline|laborator\w+|values|parameters|normal|stable|no|not|without|negative)\b/i

/** True for a line with a letter from the second on: "b. …" goes on with a list that began elsewhere. */
export function isLettered(text: string): boolean {
  return /^\(?[b-h][.)]\s/i.test(text)
}

/** True for a line that ends with "and": it and the next are asked together. */
export function andEnds(text: string): boolean {
  return /[\s,;)](?:and|et)[\s,;.:)]*$/i.test(text.slice(-12))
}

/** True for a line after alternatives that plainly asks something else; `first` is the first of them. */
export function turnsAway(text: string, first: string): boolean {
  if (ofEverybody.test(text)) return true
  return spokenOf.test(text) && !spokenOf.test(first)
}

/** What is asked of everybody, whatever stood before it. */
const ofEverybody =
  /\b(?:consent\w*|assent|willing\w*|able to|ability|agree\w*|comply|compliance|adhere\w*|understand\w*|insurance|social security|affiliated|contracept\w*|child-?bearing|pregnan\w+|birth control|signed|enrol\w*|randomi[sz]\w+|adequate (?:\w+ ){0,3}(?:function|reserve)|life expectancy|available for|performance status|ECOG|WHO PS|Karnofsky|Lansky)\b|^\W*(?:male|female|men|women|adults?)\b.{0,30}\b(?:age|aged|years|older|male|female|men|women)\b|^\W*(?:ages?|aged)\b.{0,20}\b1[68]\b/i
/** A line that begins with a person, or says what must be. */
const spokenOf =
  /^\W*(?:the |all |any |each )?(?:patients?|subjects?|participants?|individuals?|volunteers?|persons?|people)\b|\b(?:must|should|shall|will be|are excluded)\b|^\W*(?:no|not|absence|without|negative|free)\b/i

/** True for the lead of a group's own rules: "Group 1: healthy volunteers (n = 30)" over lines at its own level. */
export function isGroupLead(text: string): boolean {
  if (text.length > 110) return false
  return (
    groupTitle.test(text) || peopleTitle.test(text) || isGroupName(text) || groupAtEnd.test(text)
  )
}

/** True for a line that is but the name of a group: "Allergic Rhinitis Group", "Affected Subjects". */
export function isGroupName(text: string): boolean {
  return text.length <= 60 && groupName.test(text)
}

const groupName =
  /^\W*(?:the )?(?!(?:no|any|all|both|each|not|blood|rare|age|other|same|vulnerable)\b)(?:(?:[\p{L}\d/-]+ ){1,5}(?:groups?|cohorts?)|(?:affected|unaffected|healthy|normal|control) (?:[\p{L}-]+ ){0,2}(?:subjects?|participants?|individuals?|controls?|volunteers?|donors?))\W*$/iu

/** True for a line about one cohort, arm or part of a study alone. */
export function ofSomePeople(text: string): boolean {
  if (ofAllGroups.test(text)) return false
  if (groupAtStart.test(text) || peopleLed.test(text)) return true
  if (mayNameGroup.test(text) && groupInside.test(text)) return true
  return mayBeOnly.test(text) && onlyOfGroup.test(text)
}

const named = String.raw`(?:\d{1,2}[a-z]?|[A-H]\d?|I{1,3}|IV|one|two|three|four)`
const group = String.raw`(?:groups?|cohorts?|arms?|parts?|strat(?:um|a)|sub-?study|phase)`
const groupAtStart = new RegExp(
  String.raw`^\W*(?:(?:for|in|only) )?(?:the )?${group} ${named}\b(?: ?(?:,|and|or|&|\/|to|-) ?${named}\b)*(?: (?:only|patients?|participants?|subjects?|inclusion|exclusion|criteria|cohort))* ?(?:\([^)]{0,40}\) ?)?(?:[:,]|[-–—] |$)`,
  'i',
)
const ofAllGroups =
  /^\W*(?:(?:all|both|every) (?:patients?|participants?|subjects?|cohorts?|arms?|groups?|parts?)|for all)\b/i
/** Quick to look for, and in few lines. */
const mayNameGroup =
  /(?:ohort|art|rm|stud[yi]e?|trat[au]m?|roup|hase)s? (?:[\dA-I]|one|two|three|four|only)/
const groupInside = new RegExp(
  String.raw`\b(?:for|in|of) (?:the )?(?:cohorts?|arms?|parts?|sub-?study|stratum) ${named}\b|\((?:for |in )?(?:cohorts?|arms?|parts?|groups?|phase) ${named}\b[^)]{0,30}\)|\b${group}(?: ${named})?(?: (?:and|or|&) ${named})? only\b`,
  'i',
)
const mayBeOnly = /\bonly\b/i
/** "(applicable only to the lung cohort)", "(nodal cohort only)". */
const onlyOfGroup =
  /\bonly (?:applicable |applies |required |relevant )?(?:for|to|in|of)?(?: the)? ?[^.;:()]{0,50}?\b(?:cohorts?|(?:treatment|control|study) arms?|groups?|strat(?:um|a)|sub-?\s?stud(?:y|ies)|registry)\b|\b(?:cohorts?|(?:treatment|control|study) arms?|groups?|strat(?:um|a)|sub-?\s?stud(?:y|ies)|registry) (?:patients |participants |subjects )?only\b/i
const groupTitle = new RegExp(
  String.raw`^\W*(?:for )?(?:the )?${group} ${named}\b ?(?:\([^)]{0,40}\) ?)?(?:[:,.]?\W*$|[:,–—-] ?(?:(?:the|all|adult|with) )?(?:healthy|normal|patients?|participants?|volunteers?|subjects?|controls?|children|adults|donors?|people)\b(?!.*\b(?:must|have|has|had|will|who|should|may|are|is)\b))`,
  'i',
)
/** "Lung cancer with a poor response (phase 2 cohort 3 only)". */
const groupAtEnd = new RegExp(
  String.raw`^[^.;:•]{3,80}\((?:(?:in|for|of) )?(?:the )?(?:phase \w{1,3}[ ,/-]*)?${group} ${named}\b(?: ?(?:,|and|or|&|\/) ?(?:${group} )?${named}\b)*(?: only)?\)\W*$`,
  'i',
)
const peopleTitle =
  /^\W*(?:patients?|cases?|controls?|healthy [a-z]+|donors?|recipients?)(?: group)? ?[:：]\W*$/i
const peopleLed =
  /^\W*(?:patients?|cases?|controls?|(?:healthy|normal) [a-z]+|donors?|recipients?|caregivers?|parents?|mothers?|infants?|partners?)(?: group)? ?[:：](?=\s*\S)/i

/** True for a line that asks something only where something else is so: "If hypertensive, …", "Patients with HIV must …". */
export function isConditional(text: string): boolean {
  return condition.test(text) && !ofWomen.test(text)
}

const people = '(?:patients?|subjects?|participants?|those|individuals)'
const condition = new RegExp(
  String.raw`^\W*(?:if [a-z]|(?:(?:for|in) )?(?:the )?${people} (?:with|who (?:have|are|take|receive)|on|taking|receiving|treated with) [^:.;]{3,70}? (?:must|should|need|have to|are required|will need)\b|(?:for|in) [^:.;,]{2,60}? ${people} ?(?:only)?[:,]|(?:for|in) ${people} (?:with|who|on) [^:.;,]{2,60}[:,]|in (?:the )?(?:cases?|event|presence) of (?!doubt)[^:.;,]{2,80}[:,])`,
  'i',
)
/** The sex of a person tells these. */
const ofWomen = /^\W*(?:if|for|in)\b[^:.;,]{0,60}\b(?:females?|wom[ae]n)\b/i

/** True for a line about people who are well, or who are compared with the ill. */
export function ofHealthy(text: string): boolean {
  return healthy.test(text)
}

/** True for a line about those who are compared with the ill: there are ill people in the study, then. */
export function ofControls(text: string): boolean {
  return healthy.test(text) && /^.{0,60}\bcontrols?\b/i.test(text)
}

const healthy =
  /^\W*(?:(?:the|all|any|normal|adult|male|female|young|elderly|older|age|sex|matched|and|or|for|non-related|unrelated)[\s,/-]+)*(?:healthy|normal|controls?)[\s,-]+(?:(?:adult|male|female|normal|human|young|elderly|older|control|non-smoking|comparison|matched)[\s,-]+)*(?:volunteers?|subjects?|participants?|individuals?|controls?|donors?|group|cohort|people|persons?|patients|adults?|children|men|women|with)\b/i

/** True for a line about somebody's family, donor or carer. */
export function ofRelatives(text: string): boolean {
  return relatives.test(text)
}

const relatives =
  /^\W*(?:(?:the|all|any|adult|minor|unaffected|healthy|living|biological|related|first|second|degree|primary|family|and|or|for)[\s,/-]+)*(?:relatives?|siblings?|donors?|caregivers?|carers?|spouses?|partners?|offspring)\b(?! (?:wall|risk|contra|lymph|cell|stem|marrow|specific|derived|site|chim|t-cell|violence|abuse|humid|indication|count|dose|number))/i

/** True for a line that asks for somebody who is ill. */
export function speaksOfIll(text: string): boolean {
  return ill.test(text) && !/^\W*(?:no|not|absence|without|free)\b/i.test(text)
}

const ill =
  /\b(?:patients? (?:with|who have|diagnosed|suffering|having|must)|diagnos\w+|suffering|affected|suspected)\b/i

/** True for one scale for the old and another for the young in one rule: "Karnofsky (over 16), Lansky (up to 16)". */
export function ofAgeGroups(text: string): boolean {
  return /[Ll]ansky|LANSKY/.test(text) && /\b(?:karnofsky|ecog|kps)\b/i.test(text)
}
