import { tokens } from '../../vocabulary/fold.ts'

/** The words of a criterion that say what it asks, without those every criterion is made of. */
export function askedWords(text: string): string[] {
  return tokens(text).filter(
    (word) => word.length > 2 && !/^\d+$/.test(word) && !ordinary.has(word),
  )
}

const ordinary: ReadonlySet<string> = new Set(
  tokens(
    `the and for with was were has had have who whom which what when that this these those from into over under
    any all some other such than then their his her its are been being be is of or to in on at by an a as not no
    patient patients subject subjects participant participants individual individuals person people volunteer adult
    adults male female men women man woman boy girl child children age aged ages year years old month months week weeks day days
    must should may can will able willing known documented confirmed established clinical clinically diagnosis diagnosed diagnose
    diagnostic presence present presenting history evidence current currently active having sign signs symptom symptoms
    according defined definition criteria criterion study trial enrollment inclusion entry screening baseline time visit
    at least more less greater equal between within prior before after during since past previous last least
    disease disorder syndrome condition status type stage grade primary established suspected admitted hospital least`,
  ),
)

/** The parts of a sentence of a note, each of which may be of another illness: "asthma; epilepsy in remission". */
export function sentenceParts(sentence: string): string[] {
  return sentence.split(/[,;:.()]|\b(?:and|with|et|avec)\b/)
}

/** A text with a space for each of some parts of it, which do not overlap. */
export function withoutParts(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): string {
  let rest = text
  for (const { start, end } of parts.toSorted((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  return rest
}

/** Pregnancy, nursing, contraception or the potential for it. */
export const aboutPregnancy =
  /\b(?:pregnan\w*|lactat(?!es?\b)\w+|breast-?\s?feed\w*|breastfed|nursing(?![- ](?:homes?|care|facilit\w+|staff|assess\w*|student\w*))|contracepti\w+|birth[- ]control|child-?\s?bearing|menarche|wocbp|gravid)\b/i

/** Agreeing, understanding, coming back: what a person says they will do. */
export const aboutWilling =
  /\b(?:consent\w*|assent\w*|willing\w*|agree(?:s|ing|ment)?\b|voluntar\w+|(?:able|ability|capable|capacity)(?: and \w+)? (?:to|of) (?:understand\w*|comply\w*|give|giving|provide|providing|attend|return|sign|read|cooperate|follow|participate|complete|adhere|consent)\w*|compl(?:y|ies|iance|iant) (?:with|to)|must discontinue|understands?\b)/i
/** Whether a will to consent, to take part and to keep to the study is all that is asked, and no other promise. Rule `taking-part@1`. */
export function isOfTakingPart(text: string): boolean {
  return !moreToPromise.test(text) && askedWords(text).every((word) => ofTakingPart.test(word))
}

const moreToPromise = /\d|\b(?:other|another|only|if|never|nor)\b|\b(?<!whether or |or )not to\b/i
const ofTakingPart =
  /^(?:consent\w*|assent\w*|inform\w*|icf|pic|written|writing|verbal|oral|sign\w*|dated?|provid\w*|giv\w*|given|obtain\w*|agree\w*|willing\w*|unwilling\w*|able|unable|ability|inability|capab\w*|capacity|competen\w*|voluntar\w*|want|wish|declin\w*|refus\w*|lack|withdraw\w*|withdrawn|freely|fully|personally|sufficient\w*|take|taking|part|participat\w*|join|enrol\w*|enter\w*|comply\w*|complian\w*|complies|adher\w*|follow\w*|cooperat\w*|co|operat\w*|compl(?:et|ement)\w*|attend\w*|return\w*|perform|undergo|accept\w*|commit\w*|remain|abide|observ\w*|protocol\w*|procedur\w*|requir\w*|schedul\w*|appointment\w*|tests?|examination\w*|availab\w*|opinion|judge?ment|instruction\w*|direction\w*|assessment\w*|evaluation\w*|questionnaire\w*|aspect\w*|rule|process\w*|plan\w*|regimen|up|understand\w*|understood|comprehen\w*|read|nature|purpose|aim|goal|risk\w*|benefit\w*|consequence\w*|content\w*|information|explain\w*|explanation\w*|form|document\w*|statement|research|investigat\w*|clinic\w*|related|specific|necessary|duration|entire|throughout|full|whole|legal\w*|authori[sz]\w*|representative|guardian\w*|parent\w*|mother|father|caregiver\w*|carer|family|relative|minor|applicable|appropriate|accordance|irb|iec|ethic\w*|committee|board|institution\w*|independent|review|approv\w*|site|staff|team|personnel|communicat\w*|agreement|either|him|her|them|himself|herself|themselves|they|also|both|each|per|any|do|does|did|own|behalf|demonstrat\w*|conduct\w*|initiat\w*|start|begin\w*|commenc\w*|perform\w*|specified|described|outlined|stated|set|out|regulat\w*|guideline\w*|local|national|gcp|ich|good|practice|mandatory|measure\w*|likely|restriction\w*|diar\w*|card|provision|through|decision\w*|adequate\w*|surrogate\w*|maker|lar|sub|phone|telephone|physician|doctor)$/
/** Refusing, or not being able to agree: what a person says they will not do. */
export const aboutRefusal =
  /\b(?:refus\w+|unwilling\w*|not willing|unable to (?:give|provide|comply|understand|attend|consent|participate|complete|follow|sign|cooperate)|inability to (?:give|provide|comply|understand|attend|consent|participate|follow)|unable .{0,40}\bto comply|do(?:es)? not (?:accept|agree|consent|want|wish)|declin\w+|lack of consent|no consent|withdraw\w*)\b/i
/** Doubts that a person will keep to the plan of a study. */
export const aboutNonCompliance =
  /\b(?:poor|inadequate|insufficient|bad|history of (?:poor |non-?\s?)?|non-?|medical(?:ly)? ?non-?)\s?(?:complian\w+|adheren\w+)\b/i

/** "None", "This study has no": nothing is asked. */
export const asksNothing =
  /^(?:\W+|\W*\d+\W*)$|^\W*(?:none|no exclusions?(?: criteria)?|no inclusions?(?: criteria)?|n\/?a|not applicable|this study has no\b.*|nil|see above)\W*$/i

/** "Prior stroke", "other malignancy": the illness that is there now is not meant. */
export const asksOfEarlier =
  /\b(?:other|another|second|additional|earlier)\b|\b(?:prior|previous(?:ly)?)\b(?! (?:medical )?history)/i

/** Between things of which each keeps out by itself; "and" may join two names of one thing. */
export const betweenThings = /[;,()]|\bor\b|\band\/or\b/i

/** Laboratory results in general, or several of them: a note that gives none does not say they are normal. */
export const aboutLaboratory =
  /\b(?:laboratory (?:values?|tests?|criteria|toxicity|abnormalit\w+|parameters?|results?)|(?:abnormal|inadequate) (?:blood counts?|lab\w*|(?:organ|marrow|liver|renal) function)|clinically significant (?:lab\w*|abnormal\w*)|isolated from|outside (?:of )?(?:the )?(?:normal\b|\d+ ?%|upper|lower))/i

/** "Less than one year from first diagnosis": a time of the study's own illness, which everybody has and a note may not date. */
export function isOfTimeAlone(text: string): boolean {
  return (
    /\b(?:days?|weeks?|months?|years?|hours?)\b/i.test(text) &&
    askedWords(text).every((word) => ofTime.test(word))
  )
}

const ofTime =
  /^(?:one|two|three|four|five|six|twelve|hour|first|initial|onset|duration|long\w*|short\w*|treatment|treated|disease|illness|started|start|begin\w*|began|ago|over|fewer)$/

/** What only the investigators, a procedure or the future can tell, or a note has no reason to say: that one bears a scanner. */
export const beyondANote =
  /\b(?:contracepti\w+|birth[- ]control|ancestry|ethnic(?:ity)?|(?:investigators?|physicians?|surgeons?|clinicians?|doctors?)(?:['’]s?)? (?:\w+ )?(?:opinion|judge?ment|discretion|estimat\w+|believ\w+|consider\w+|assess\w+)|(?:opinion|judge?ment|discretion|view) of (?:the )?(?:\w+ )?(?:investigators?|physicians?|surgeons?|clinicians?)|plan(?:s|ning)? to (?!become|get|be pregnan|conceive|father)|(?:not|un|in|can(?:no|['’])t)\w* (?:be )?(?:able |ability )?(?:to )?(?:fluent|speak|read|write|literate)|(?:life expectancy|expected (?:survival|to die|to live)|not (?:expected|likely) to survive|will not survive|(?:predicted|anticipated|estimated) survival)|non-?\s?(?:english|french|spanish)[- ]speak\w*|claustrophob\w*|mri (?:metal |safety )?(?:screening|safety)|metal screening|hold still|sedation for|not eligible for|contra-?\s?indicat\w+|investigator['’]?s? (?:family|relatives?)|(?:children|relatives?|famil\w+|employees?) of the (?:investigator|sponsor|study)|requires? (?:in-?\s?patient|hospitali[sz]ation|surgery)|intra-?operative\w*|surgeon decides|decides? to|(?:mri|ct|scan)[- ](?:in)?compatib\w+|moribund)\b/i

/** An exclusion of who has not something ("is not a lung cancer patient", "absence of asthma"): silence is no having. */
export const asksWhatIsLacking =
  /^\W*(?:(?:patients?|subjects?|participants?|those|individuals?|persons?|people|women|men|children|who|that|with) )*(?:(?:is|are|do(?:es)?|has|have|had|was|were)(?: not|n['’]t) (?!willing|able|capable|prepared|agree|consent|wish|want|compl|suitable|eligible|fit)|(?:absence|lack) of (?!consent|willing|compl|cooperat)|lacking |without )|^\W*(?:[A-Z][A-Za-z0-9-]{1,9}|[A-Za-z]+ (?:mutation|receptor|marker|antigen))[- ](?:sero-?)?negative\b/i
