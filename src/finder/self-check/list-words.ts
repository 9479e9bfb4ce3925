import type { Criterion } from '../eligibility/criteria.ts'

/** What the words over a list say of each of its lines: what stands before it, and after it. */
export interface ListWords {
  readonly before: string
  readonly after: string
  /** True where each line must be a measured value. */
  readonly isOfValues?: true
  /** Words that say more of what keeps out than is read, so that each line keeps out fewer than it says. */
  readonly unread?: string
  /** The words themselves, where a line that is not read with them may still be but a part of what counts. */
  readonly loose?: string
  /** True of words that were not read: each line is but such a part. */
  readonly isLoose?: true
  /** What the words say, where a line that is not read with them may be asked as one of unread words. */
  readonly said?: string
}

/** Nothing is said over a line. */
export const noWords: ListWords = { before: '', after: '' }

/** What a criterion that opens a list says of each of its lines, with what is said over it; undefined where nobody can tell. */
export function wordsUnder(
  criterion: Criterion,
  over: ListWords | undefined,
): ListWords | undefined {
  return underOf(criterion, over) ?? looselyUnder(criterion, over)
}

/** A list in a list: its lines are of both. */
function underOf(criterion: Criterion, over: ListWords | undefined): ListWords | undefined {
  const own = over && (listWordsOf(criterion) ?? narrowingOf(criterion))
  if (!own) return undefined
  if (over === noWords) return own === noWords ? own : { ...own, ...looseOf(criterion) }
  return own === noWords ? over : undefined
}

/** Under words that were not read a line may still be of what counts, where they turn nothing and are of the person. */
function looselyUnder(
  { text, kind }: Criterion,
  over: ListWords | undefined,
): ListWords | undefined {
  const loose = over && looseOf({ text, kind })
  return loose && { ...noWords, ...loose, isLoose: true }
}

/** The words themselves, where they turn nothing and are of the person. */
function looseOf({
  text,
  kind,
}: Pick<Criterion, 'text' | 'kind'>): Pick<ListWords, 'loose'> | undefined {
  const said = text.replaceAll(kind === 'exclusion' ? keepsOut : letsIn, ' ')
  return looseOver.test(said) ? undefined : { loose: text }
}

const keepsOut =
  /\b(?:(?:will|shall|may|should|must|can|is|are) not be (?:eligible|included|enrolled|allowed)\b(?: \w+){0,6}? if|(?:must|should|shall|may|can) not|not eligible(?: if)?|ineligible(?: if)?|exclu(?:ded|sion)|disqualif\w+|if (?=(?:any|one|they|he|the following)))/gi
/** Who takes part is who is as the lines say. */
const letsIn =
  /\b(?:(?:will|shall|may|should|must|can|is|are) be (?:considered )?(?:eligible|included|enrolled|allowed)\b|(?:are |is )?eligible\b|only if|if|provided(?: that)?|when|allowed to participate)\b/gi
const looseOver =
  /\b(?:unless|except\w*|exempt\w*|other than|excluding|allowed|permitted|(?:in)?eligible|acceptable|not|no|none|without|absence|free|never|contracept\w*|birth control|barrier|abstinen\w*|famil\w*|relatives?|partners?|mothers?|fathers?|parents?|household|contacts?|donors?|siblings?|controls?|allerg\w*|hypersens\w*|intoleran\w*|contra-?indicat\w*|able|unable|ability|inability|willing|unwilling|agree\w*|stop\w*|discontinu\w*|avoid\w*|abstain|refrain|withh\w*|wash-?out|risk|suspected|plan\w*|exposure|exclu\w*|lack|elapsed|must have (?:passed|elapsed)|examples?|note|stratif\w*|randomi[sz]\w*|will be (?:assigned|divided|performed|done|asked))\b/i

/**
 * "Heart disease that zorbles, including:", "Histologically zorbled cancer of one of these types:": lines that say more with the
 * words than alone. Undefined where the words may turn or widen them, or are of some people.
 */
function narrowingOf({ text, kind }: Pick<Criterion, 'text' | 'kind'>): ListWords | undefined {
  if (turning.test(text) || (kind !== 'exclusion' && ofSome.test(text))) return undefined
  if ((kind === 'exclusion' ? illnessOver : kindsOver).test(text))
    return { ...noWords, unread: text }
  return kind === 'exclusion' ? undefined : { ...noWords, unread: text, isOfValues: true }
}

const kindsOver =
  /\b(?:types?|subtypes?|histolog\w+|malignanc\w+|cancers?|tumou?rs?|diseases?|disorders?|diagnos[ei]s|conditions?|risk factors?|symptoms?|signs?|phenomena|complications?)\b[^.]*:\s*$/i
const ofSome =
  /\b(?:patients|subjects|participants|those|individuals|women|men|females?|males?|children|adults|volunteers) (?:with|who|in|on)\b|\b(?:cohorts?|arms?|groups?|phases?|parts?|controls?|if|for (?:the )?(?:patients|subjects|participants|women|men)|other than|exclud\w+|ineligible|allowed|any patient|develop\w*)\b/i

const illnessOver =
  /\b(?:diseases?|conditions?|disorders?|illness(?:es)?|co-?morbidit\w+|events?|abnormalit\w+|cancers?|infections?|reasons?|criteri(?:a|on)|risk factors?|characteristics|findings|circumstances|situations?|apply|syndromes?|history|signs|symptoms|causes?)\b/i
const turning =
  /\b(?:famil\w*|allerg\w*|hypersens\w*|intoleran\w*|contra-?indicat\w*|inabil\w*|unable|plan\w*|must|should|fail\w*|stop\w*|discontinu\w*|avoid\w*|withh\w*|need\w*|indicat\w*|refus\w*|no|not|without|absence|free|never|unless|except\w*|only|relatives?|partners?|mothers?|fathers?|lack|suspected|risk of|exposure|negative|normal|treatment|therapy|medications?|drugs?)\b(?!-)/i

/**
 * What the words over a list say of each of its lines: nothing ("One of the following:"), how each begins ("History of any of
 * the following:"), when it was ("… within 6 months:"), or what it is an example of ("Uncontrolled illness, including:").
 * Undefined where they say more, so that its lines alone would ask something else.
 */
function listWordsOf({ text, kind }: Criterion): ListWords | undefined {
  if (onlyOpens.test(text) || definitionOpens.test(text)) return noWords
  if (kind === 'exclusion' && mustNot.test(text)) return noWords
  if (organsOpen.test(text) || valuesOpen.test(text)) return { ...noWords, isOfValues: true }
  const [, lead, after = ''] = following.exec(text) ?? []
  const said = kind === 'exclusion' && narrowingOf({ text, kind }) ? { said: text } : {}
  if (lead !== undefined && !saysMore.test(lead)) return { before: lead, after, ...said }
  const [, timed = ''] = onlyTimed.exec(text) ?? []
  if (timed !== '') return { before: '', after: timed }
  const [, wide] = kind === 'exclusion' ? (examplesOpen.exec(text) ?? []) : []
  if (wide !== undefined && !saysMore.test(wide))
    return said.said === undefined
      ? { before: `${wide} such as`, after: '' }
      : { ...noWords, unread: text }
  return undefined
}

const saysMore =
  /[:;]|\b(?:defin\w+|measured|assessed|determined|calculated|based on|according|no|not|without|absence|free|never|unless|except|if|evidenced|confirmed|documented)\b/i
const timeOver = String.raw`((?:within|in|during|over) (?:the )?(?:past |last |previous |preceding |prior )?(?:\(?\d+\)?|\w+) (?:days?|weeks?|months?|years?)[\w ,]{0,60}?)`
const ofTheFollowing = String.raw`(?:any |either |one |one or more |at least one |at least 1 )?(?:\([≥>=]*1\) )?(?:of )?(?:the )?following\b(?: [\w/-]+){0,3}?`
/** "History of any of the following conditions within 6 months:". */
const following = new RegExp(`^(.{3,60}?) ${ofTheFollowing}(?: ${timeOver})?\\W*$`, 'i')
/** "Any of the following within the past 6 months:", "Within 6 months prior to randomization, any of the following:". */
const onlyTimed = new RegExp(
  `^(?:(?:has|have|had|patients?|subjects?|participants?|individuals?|with|who|experienced|presence of|a|an|occurrence of) )*${ofTheFollowing} ${timeOver}\\W*$`,
  'i',
)
/** "Uncontrolled intercurrent illness including, but not limited to:". */
const examplesOpen =
  /^(.{4,90}?),? ?(?:\(?(?:including|which includes?|that includes?|include|includes|such as|e\.g\.?|for example)\b,?)(?:,? but (?:is |are )?not limited to)?,?(?: any of| one of| at least one of)?(?: the following)?(?: [\w]+)?\W*$/i
/** "Heart failure, as evidenced by at least two of:": the lines together are what the words mean, none of them more or less. */
const definitionOpens =
  /^(?!.*\b(?:unless|except|if|no|not|without|within|prior|before|during|after|days?|weeks?|months?|years?)\b)[^:;.]{3,140}?,? (?:(?:as )?(?:defined|evidenced|documented|demonstrated|indicated|characteri[sz]ed|shown|diagnosed|manifested|supported|determined) (?:as|by|with|on|through)|based on|meeting|which meets|that meets|meets|consistent with|defined)\b[\w ,≥>=()/-]*:?\W*$/i

/** "Any of the following laboratory abnormalities:", "Inadequate organ function, as evidenced by:": lines of values. */
const valuesOpen =
  /^(?!.*\b(?:unless|except|if)\b).{0,80}\b(?:laboratory|lab|hematolog\w+|haematolog\w+|blood|biochemi\w+|marrow|organ|hepatic|liver|renal|kidney|screening) (?:function|values?|abnormalit(?:y|ies)|results?|parameters?|criteria|tests?|findings?|reserve|ranges?|test results?)\b[^.;]{0,160}:?\W*$/i

/** "Adequate organ function, as defined by:": each of its lines is a value that is asked alone. */
const organsOpen =
  /^(?!.*\b(?:no|not|without|unless|except|if|or one)\b)(?:(?:patients?|subjects?|participants?|must|have|has|having|demonstrate|evidence of|an?|with) )*(?:in)?(?:adequate|sufficient|acceptable|satisfactory|normal)\b[\w ,/()-]*\bfunctions?\b[^.:]*:?\W*$/i

/** "Patients must not have any of the following:", over what keeps out. */
const mustNot =
  /^(?:(?:patients?|subjects?|participants?|individuals?|volunteers|candidates|the|a|any|who|shows?|with|meets?|one or more|any|one|following|criteria|conditions?|above) ?)+(?:(?:must|may|should|shall|can|will|do|does|are|is) ?(?:not|be excluded|ineligible|not eligible))? ?(?:have|has|be|meet|show)?(?: (?:any|one) of)?(?: the following)?(?: (?:conditions?|criteria))?(?: (?:should|will|shall|must) (?:also )?be excluded(?: from (?:this|the) (?:clinical )?(?:study|trial))?)?\W*$/i

const onlyOpens =
  /^(?:(?:will not be eligible|may not (?:enter|participate|take part)|is not eligible|are not eligible|prohibited|volunteers?|healthy|prior treatments?|based on|confirmed at|must not|may not|excluded when|when|disease|all of|has any one of|have any one of|entry|diagnoses|has|have|having|with|presence|general|main|specific|key|additional|an individual|who|will|would|make|makes|ineligible|disqualified|precluded|excluded|from|participating|participate|participation|entering|entry|into|enter|population|in addition|≥ ?1|\(≥ ?1\)|\(?\d\)?|study|trial|this|it|is|general|clinical|factors?|treatment criteria|disease[- ]specific|any|either|one|at least|least|meets?|meeting|must|patients?|subjects?|participants?|individuals?|people|those|who|that|are|is|will be|be|of|for|the|following|or|more|two|all|both|criteria|criterion|conditions?|diseases?|if|they|listed|below|defined as|as follows|exclusion|inclusion|a|an|these|other|medical|to|apply|applies|include|includes|including|included|including,? but not limited to|but not limited to|in order to be eligible|in this study|in the study|for this study|individuals?|requirements?|laboratory|lab|values?|ranges?|results?|parameters?|risk factors?|comorbidities|co-morbidities|cardiovascular|cardiac|medical|diagnos[ie]s|known|there|fulfil|fulfill|fulfilling|satisfy|enrolled|enrollment|eligible|eligibility|should|also|further|at the time of screening|at screening|such as|as|signs?|symptoms?|features?|characteristics|each|every|every one)[\s,:.]*)+$/i
