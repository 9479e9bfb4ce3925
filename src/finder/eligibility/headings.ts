/** What the criteria under a heading do: let a person in, keep a person out, or not said. */
export type CriterionKind = 'inclusion' | 'exclusion' | 'unspecified'

/**
 * The kind a heading announces (`Inclusion Criteria:`, `Critères de non-inclusion`, `You will not be eligible
 * if you:`), or undefined when the text is not such a heading. An item of a list must be a plain title.
 */
export function kindAnnounced(text: string, isItem: boolean): CriterionKind | undefined {
  if (text.length > 220 || !anyWord.test(text)) return undefined
  const line = text.toLowerCase().replace(/^[#\s"]+|["\s]+$/g, '')
  const colon = /[:：]$/.test(line)
  if (!colon && /^no (?:specific )?(?:eligibility|(?:in|ex)clusion) criteria/.test(line))
    return undefined
  const isTitle = titlePattern.test(line) && (colon || !sentencePattern.test(line))
  if (!isTitle && (isItem || !(colon ? isLead(line) : openPattern.test(line)))) return undefined
  return kindOf(line)
}

function isLead(line: string): boolean {
  return leadPattern.test(line) || meetPattern.test(line)
}

/** A title over some criteria (`Renal:`, `PRIOR CONCURRENT THERAPY`, `Cohort A`) that asks nothing itself. */
export function isTitle(text: string): boolean {
  if (text.length > 80 || text.length < 2) return false
  const words = text.split(' ').length
  if (/^#+ /.test(text) || leaving.test(text)) return true
  if (/[:：]$/.test(text)) return words <= 8 && !askingPattern.test(text)
  if (words <= 8 && groupPattern.test(text)) return true
  return words <= 7 && text.length > 5 && text === text.toUpperCase() && capitalsPattern.test(text)
}

/** True for a heading that says no more than the kind: `Key Inclusion Criteria:`. */
export function isBare(text: string): boolean {
  return barePattern.test(text.toLowerCase())
}

/** Remarks that ask nothing of a person: "None", "Other protocol-defined criteria may apply". */
export function isNote(text: string): boolean {
  if (text.length > 300) return /^\W*(?:note|nb|n\.b\.)\b ?[:.]/i.test(text)
  return notePattern.test(text)
}

function kindOf(line: string): CriterionKind {
  const out = exclusionPattern.test(line)
  const into = inclusionPattern.test(line.replaceAll(everyExclusion, ' '))
  if (out && into && bothPattern.test(line)) return 'unspecified'
  if (out) return 'exclusion'
  return genericPattern.test(line) ? 'unspecified' : 'inclusion'
}

const anyWord =
  /\bmeet\b|fulfil|satisf|clusi|clusã|clude|ligib|schlu(?:ss|ß)|criteri|critères|critérios|enrol|participate|take part|nclus/i

const titlePattern =
  /^(?:[ivx\d]+(?:\.\d+)*[.)]? )?(?:(?:[^\s.;:]{1,25}(?::? )){0,6}?)(?:(?:non|no|not)[- ]?)?(?:inclusion|exclusion|eligibility|ineligibility|inclusionary|exclusionary|entry|selection)(?: ?(?:\/|&|and|or) ?(?:inclusion|exclusion))?s? criteri(?:a|on|um)(?!\w)[^.;]{0,120}$|^(?:crit[eèé]r(?:es?|ios?|i|ium|ia))(?: [^\s:]{1,15}){0,2} (?:d['’ ]|de |di |of |for |da )?(?:la |l['’])?(?:non[- ]?|no )?(?:in|ex|es)clus[^.;]{0,60}$|^(?:haupt)?(?:ein|aus)(?:-|schlu(?:ss|ß))[^.;]{0,60}kriterien[^.;]{0,40}$|^(?:(?:in|ex)clusie)criteria[^.;]{0,40}$|^(?:(?:key|main|major|minor|general|other|additional|specific|patient|subject|participant|medical|clinical|absolute|relative|mri) )*(?:inclusions?|exclusions?|eligibility|ineligibility|eligible|ineligible|included|excluded|non-inclusion|exclusión|inclusión)(?: \([^)]{0,40}\))? ?[:：]?$/

/** What makes a line with "criteria" in it a sentence rather than a title. */
const sentencePattern =
  /\b(?:may|apply|applies|applied|meet|meets|meeting|met|fulfil\w*|failure|fail|satisfy|satisfies|protocol[- ]defined|none|there are|is|are|not|who|has|have|does|unable|any patient|defined by|according to|based on|as per|see)\b/

/** A sentence ending in a colon that opens a list of its kind. */
const leadPattern =
  /\b(?:(?:not |in)?eligible|ineligib\w*|(?:be|are|is|were) (?:excluded|included|enrolled|recruited)|exclu(?:de|ded|sion)|inclu(?:sion|ded)|(?:in|ex)clusion criteria|may (?:participate|take part|join|enrol\w*)|(?:not|cannot) (?:participate|take part|join|enrol\w*)|éligib\w+)\b/

/** "Patients must meet all of the following criteria:", said of people at large and not of one finding. */
const meetPattern =
  /^(?:in order |to (?:be|participate|take|enter|qualify|join)|(?:all |each |any |a |an |the |potential |eligible |prospective |to )*(?:patients?|subjects?|participants?|individuals?|volunteers?|candidates?|you|infants?|children|adults|women|men)\b)[^.;]{0,60}\b(?:must|should|have to|need to|will|who|to)\b[^.;]{0,20}\b(?:meet|meets|fulfil\w*|satisf\w+|have)\b[^.;]{0,30}\b(?:following|these|below)(?: (?:entry|eligibility|study|inclusion|exclusion|modified))* (?:criteria|requirements|conditions)[^.;]{0,30}$/

const openPattern =
  /\b(?:eligible|ineligible|excluded|included|enrolled|participate|take part)\b[^.;]{0,60}\b(?:if|if (?:they|you|he|she|he\/she|the\w* \w+)|who|:)$/

const exclusionPattern =
  /non[- ]?(?:inclu|elig)\w*|no inclusi\w*|\bineligib\w*|exclu[a-zéíóã]*|esclus\w*|ausschl\w*|\b(?:not|cannot|can't|can not|unable to|may not|never)(?: \w+){0,2} (?:be )?(?:eligible|included|enrol\w*|participate|take part|join|recruited|entered)\b|\bnot eligible\b|\bnot meet any\b/

const everyExclusion = new RegExp(exclusionPattern, 'g')
const inclusionPattern =
  /inclu[a-zéíóã]*|inklu\w*|eligib\w*|éligib\w*|einschl\w*|enrol\w*|participate/
const bothPattern =
  /(?:inclusion|eligibility)s? ?(?:criteria)? ?(?:\/|&|and|or|,|et) ?(?:the )?(?:non[- ]?inclusion|exclusion)|ein- und aus|inclusion ?\/ ?exclusion|exclusion ?(?:\/|and|&) ?inclusion/
const genericPattern =
  /^(?:[^ ]+ )?(?:eligibility|entry|selection)(?: criteria)?\b[^a-z]*$|^criteria ?:?$/

const askingPattern =
  /\b(?:following|any of|one of|all of|at least|either|must|should|defined as|such as|including|with|who|have|has|history of|criteria)\b|[<>≥≤=]|\d\s*%/i
const groupPattern =
  /^(?:cohort|part|arm|group|stage|phase|stratum|sub-?study|step|population|healthy (?:volunteers|controls|subjects|participants)|patients?|controls?|donors?|recipients?|caregivers?)(?: (?:[A-Z0-9]{1,3}|only|group|cohort))?(?: [-–(][^:;]{0,50})?[:：]?$/i
const capitalsPattern = /^[^\d<>≥≤=%:]*[A-Z]{4}[^<>≥≤=%:]*$/
const barePattern =
  /^(?:(?:the|key|main|major|general|principal|primary|study|patient|subject|participant) )*(?:(?:in|ex)clusion|non-inclusion|eligibility)s?(?: ?(?:\/|and|&) ?exclusion)?(?: criteri(?:a|on))?(?: (?:include|are|is))? ?[:：]?$|^crit[eèé]r[a-z]* (?:d['’ ]|de |di )?(?:la |l['’])?(?:non[- ]|no )?(?:in|ex|es)clus[^ :]* ?:?$|^(?:ein|aus)schlusskriterien ?:?$/

const notePattern =
  /^\W*(?:note|nb|n\.b\.|remark|comment)\b ?[:.]|^\W*(?:[A-Za-z /]{2,40}: )?(?:none|not (?:specified|applicable|provided|available)|n\/a|nil|no (?:specific )?(?:eligibility|(?:in|ex)clusion) criteria|see (?:above|below|inclusion|exclusion|general|protocol|disease)[^.]{0,80}|no (?:other )?exclusions?(?: criteria)?|there (?:are|is|were|will be) no (?:specific |other |additional )?(?:inclusion|exclusion|eligibility)[^.]{0,120}|(?:please )?(?:contact|refer to|see) (?:the )?(?:site|study|protocol|clinicaltrials|investigator)[^.]{0,80})\W*$|(?:inclusion|exclusion|eligibility|protocol[- ]?(?:defined|specified)|entry|selection) ?(?:\/ ?(?:inclusion|exclusion))? ?(?:requirements?|criteria)?[^.]{0,30} (?:may|might|will|could|can|do)? ?(?:also )?appl(?:y|ied|ies)\b/i

/**
 * True for a title over the criteria of some of a study's people only: a cohort, an arm, donors; never of "all cohorts".
 * People of one kind ("for HF patients", "patients with HBV") are some of them only where a title `beside` it
 * names others, or the title says that it adds to the criteria of all.
 */
export function isGroup(title: string, beside: readonly string[] = []): boolean {
  const own = title.replace(ofAll, ' ')
  if (groupWord.test(own)) return true
  const kind = peopleNamed(own)
  if (kind === undefined) return false
  if (adds.test(own)) return true
  return beside.some((other) => {
    if (groupWord.test(other) || ofEverybody.test(other)) return true
    const named = peopleNamed(other)
    return named !== undefined && named !== kind
  })
}

/** The groups of a study by the titles over their criteria; titles over the criteria of the same people have one group. */
export function groupsByTitle(
  titles: readonly (string | undefined)[],
): ReadonlyMap<string | undefined, string> {
  const distinct = [...new Set(titles.flatMap((title) => title ?? []))]
  const ofSome = distinct.filter((title) => isGroup(title, distinct))
  return new Map(ofSome.map((title) => [title, groupNamed(title)]))
}

/** What titles over the criteria of the same people have in common: "Donor Inclusion Criteria" and "Donor Exclusion Criteria". */
function groupNamed(title: string): string {
  return title
    .toLowerCase()
    .replace(
      /\b(?:non-?)?(?:inclusion|exclusion|eligibility|ineligibility) (?:criteria|criterion)\b/g,
      ' ',
    )
    .replace(
      /\b(?:for|of|to|the|key|main|additional|specific|participants?|patients?|subjects?)\b/g,
      ' ',
    )
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/s\b/g, '')
    .trim()
}

/** Which people a title is about where it says so: "Additional Inclusion Criteria for BTC Participants". */
function peopleNamed(title: string): string | undefined {
  if (lists.test(title)) return undefined
  return ofSomePeople.test(title) || peopleWith.test(title) ? groupNamed(title) : undefined
}

/**
 * True for a title over what asks nothing of a person who wants to take part: what a study permits ("Concurrent
 * medication: Allowed:"), and when somebody leaves it again ("Withdrawal criteria:").
 */
export function isPermission(title: string): boolean {
  if (leaving.test(title)) return true
  return /\b(?:allowed|permitted)\b/i.test(title) && !/\bnot\b|\bno\b/i.test(title)
}

const leaving =
  /^\W*(?:(?:study|patient|subject|participant|treatment|early) )?(?:withdrawal|discontinuation|drop-?out|removal|termination|elimination|exit|stopping) (?:criteria|rules)\s*[:：]?$|^\W*criteria (?:for|of) (?:the )?(?:study |early )?(?:withdrawal|discontinuation|removal|termination|elimination|drop-?out)\b/i

const ofSomePeople =
  /\b(?:criteria|criterion) (?:specific )?(?:for|to|of) (?:the )?(?!(?:all|any|each|every|both|study|trial|eligible|enrolled|included|screened|potential|prospective|participating|individual|this|our)\b)[\p{L}\d][\p{L}\d()/+&,. -]{0,60}? (?:participants|patients|subjects|individuals|persons|people)\W*$/iu
const peopleWith = /\b(?:patients?|participants?|subjects?) with\b/i
/** "Patients with any of the following will be excluded" is of nobody more than of others. */
const lists = /\b(?:any|one|either) of the following\b|\bexcluded\b/i
const adds = /\b(?:additional|further|specific)\b|\bare eligible,? (?:if|provided|when)\b/i
const ofEverybody =
  /\b(?:all|both|every|common|overall|general)\b.{0,40}\b(?:participants?|patients?|subjects?|individuals?)\b/i

const ofAll = /\ball (?:study )?(?:cohorts|arms|groups|parts|phases)\b/gi
const groupWord =
  /\b(?:cohorts?|arms?|groups?|parts?|stratum|strata|sub-?stud(?:y|ies)|phase|stage|step|population|healthy|controls?|donors?|recipients?|caregivers?|parents?|mothers?|infants?|children|adults?|providers?|physicians?)\b/i
