import type { AskedRule } from '../../../words/language/asked.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { likesAt } from './likes.ts'
import { nounsAt } from './nouns.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import { walkAlong } from './walk.ts'

/** What stands after a part of a rule. */
export interface Tail {
  readonly text: string
  readonly kind: CriterionKind
  /** The sign that ends the words before it. */
  readonly sign: string
}

/** The same where what stands before it was read. */
export interface Rest extends Tail {
  readonly head: AskedRule
}

/**
 * Whether what stands after the part of a rule that was read can but make it narrower: it names nobody else, has no rule of
 * its own, and each "or", "and" and comma in it belongs to what narrows, not to a row with what was read. Rule `narrowing@1`.
 */
export function narrows(rest: Rest, vocabulary: Vocabulary): boolean {
  const clause = narrowingClause(rest)
  return clause !== undefined && jointsBelong(clause, { ...rest, text: clause }, vocabulary)
}

/** Whether words may narrow what stands before them, whatever that is: without it nothing before them need be read. */
export function mayNarrow(tail: Tail): boolean {
  return narrowingClause(tail) !== undefined
}

/** The first clause of words that may narrow, without what stands between brackets. */
function narrowingClause({ text, kind, sign }: Tail): string | undefined {
  const bare = withoutAsides(text, kind)
  if (bare === undefined) return undefined
  const [first = '', ...more] = bare
    .split(/[.!?;]\s+(?=\S)|;\s*/)
    .map((one) => one.replace(/^[\s.,;:-]+|[\s.,;:]+$/g, ''))
  if (!more.every((one) => isNoRule(one, kind))) return undefined
  // A sentence that lets some in has no joints of what was read.
  if (/[.;]/.test(sign)) return isNoRule(first, kind) ? '' : undefined
  if (first !== '' && !(sign === ',' ? subordinate : narrowingLead).test(first)) return undefined
  if (others.test(first) || /^[<>≤≥=:]/.test(first)) return undefined
  if (kind === 'exclusion' ? demands.test(first) || letsIn.test(first) : ownRule.test(first))
    return undefined
  if (kind !== 'exclusion' && (excepting.test(text) || conditional.test(text))) return undefined
  if (beginsAnew(first)) return undefined
  return first
}

/** A tail without what stands between brackets; undefined where a bracket is open, adds something, or lets people in. */
function withoutAsides(text: string, kind: CriterionKind): string | undefined {
  if (/[([]\s*(?:(?:and\/)?or|and|nor|plus|\+|&)\b/i.test(text)) return undefined
  let bare = text
  for (let step = 0; step < 4; step++) bare = bare.replaceAll(/\([^()[\]]*\)|\[[^()[\]]*\]/g, ' ')
  if (/[()[\]]/.test(bare)) return undefined
  if (
    kind !== 'exclusion' &&
    /\b(?:only|or if|unless|except|(?:may|can) (?:also )?be (?:included|enrolled|eligible))\b/i.test(
      text,
    )
  )
    return undefined
  return bare
}

/** A sentence or clause after it that lets some in, or explains. */
function isNoRule(sentence: string, kind: CriterionKind): boolean {
  if (/^[\s.;,]*(?:(?:and|or)[\s.;,]*)?$/i.test(sentence)) return true
  if (kind !== 'exclusion' || refuses.test(sentence)) return false
  return allows.test(sentence)
}

const allows =
  /\b(?:allowed|permitted|eligible|acceptable|accepted|not (?:required|necessary)|not (?:be )?exclu\w+|not considered|may (?:be )?(?:included?|participate|enroll?(?:ed)?|entered)|can (?:be )?(?:included?|participate|enroll?(?:ed)?))\b/i
const refuses =
  /\b(?:not (?:be )?(?:allowed|permitted|eligible|acceptable|included|considered eligible)|ineligible|must|should|only|(?<!not )(?<!not be )(?:exclu(?:ded|sion)|excludes?))\b/i
/** What is said of somebody else is not asked of a person. */
const others =
  /\b(?:famil\w+|relatives?|siblings?|parents?|mothers?|fathers?|maternal|paternal|households?|partners?|spouses?|donors?|contacts|fet(?:us|al)|foet(?:us|al)|twins?|caregivers?|brothers?|sisters?|staff|control group|controls|cohorts?|arms?)\b/i
const ownRule =
  /\b(?:must|should|shall|eligible|ineligible|allowed|permitted|acceptable|accepted|included?|includes|provided|exclude[sd]?|disqualif\w+|if|only|not specified|required? to|will be|can be|may be (?:in|en)\w+)\b/i
const demands =
  /\b(?:must|should|shall|required? to|not (?:be )?(?:eligible|allowed|permitted|acceptable|included)|will be (?!excluded)|need to)\b/i
/** "Asthma that … is allowed" keeps nobody out; "unless … is allowed" does. */
const letsIn =
  /^(?!.*\b(?:unless|except|if)\b).*\b(?:eligible|allowed|permitted|acceptable|accepted|may (?:be )?(?:included?|participate|enroll?(?:ed)?|entered)|can (?:be )?(?:included?|participate|enroll?(?:ed)?))\b/i
const excepting = /\b(?:unless|except\w*|exclud\w+|other than|regardless|or not)\b/i
const conditional = /\bif\b/i

/** A capital after a small word that is no preposition begins something of its own. */
function beginsAnew(text: string): boolean {
  const named = text.replace(names, 'x')
  for (const { index } of named.matchAll(/(?<=\s)\p{Lu}\p{Ll}{2,}/gu)) {
    const before = /(\S+)\s+$/u.exec(named.slice(0, index))?.[1] ?? ''
    if (!leadsIn.test(before) && !/^\p{Lu}|\d/u.test(before)) return true
  }
  return false
}

const leadsIn =
  /^(?:of|the|to|by|per|in|for|with|and|or|from|than|an?|on|at|as|using|any|under|e\.g\.,?|i\.e\.,?|including|like|prior|previous|x)$/i
/** Capitals of names, which begin no sentence. */
const names =
  /\b(?:Child|Pugh|Fontaine|Gold|Investigator|Principal|Study|Sponsor|Visit|Day|Week|Screening|Baseline|Randomi[sz]ation|Enrol+ment|Class|Stage|Grade|Type|Part|Phase|Canadian|American|European|National|New|York|Heart|Association|Society|Common|Terminology|Criteria|Adverse|Events|Version)\b/g

/** Whether each joint and each comma of a tail belongs to it alone. */
function jointsBelong(text: string, rest: Rest, vocabulary: Vocabulary): boolean {
  const listed = /\b(?:including|such as|e\.g\.?|eg\b|i\.e\.?|ie\b|for example|like)/i.exec(text)
  const listFrom = listed ? listed.index : text.length
  for (const found of text.matchAll(
    /,\s+(?:and\/or|or|and)?\s*|\b(?:and\/or|or|and|nor)\s+|\s?\/\s?|\s&\s/gi,
  )) {
    const after = text.slice(found.index + found[0].length)
    if (found.index >= listFrom ? !ownLead.test(after) : belongs(found, text, rest, vocabulary))
      continue
    return false
  }
  return true
}

/** In a list of examples only what has a lead of its own stands beside it. */
const ownLead =
  /^(?:an? )?(?:other|any|all|conditions?|history|current|currently|prior|previous|use|using|planned|patients?|subjects?|participants?|women|men|males?|females?|pregnan\w+|known|presence|receiv\w+|treatment with|has|have|had|is|are|unable|inability|evidence|diagnosis|who)\b/i

function belongs(
  found: RegExpExecArray,
  text: string,
  rest: Rest,
  vocabulary: Vocabulary,
): boolean {
  const [joint] = found
  const before = text.slice(0, found.index)
  const after = text.slice(found.index + joint.length)
  if (/^\s*$/.test(after)) return true
  if (/^,\s+$/.test(joint)) return subordinate.test(after) || opinion.test(before)
  if (/^\s?\/\s?$/.test(joint)) return /[\p{L}\d]$/u.test(before) && !/\s/.test(joint)
  if (degree.test(after) || studyDay.test(after)) return true
  if (/\band\b/i.test(joint) && rest.kind === 'inclusion' && clause.test(after)) return true
  if (joint.startsWith(',')) return false
  const isClause = relative.test(before)
  if (isClause && (verbs.test(after) || ofStudy.test(after))) return true
  if (opinion.test(before) && people.test(after)) return true
  return isOfAnotherSort(after, before, rest, vocabulary)
}

const subordinate =
  /^(?:which|that|who|whose|where|when|as|in the (?:opinion|judge?ment)|at the|based|according|per|by|defined|including|such as|e\.g|i\.e|requiring|resulting|leading|with(?:in|out)?|prior to|before|after|during|determined|assessed|documented|confirmed|measured|unless|except|other than|excluding|despite|regardless|even|not|if|due to|secondary|in particular|especially|\d)\b/i
/** The words with which a thing is told more narrowly. */
export const narrowingLead =
  /^(?:that|which|who|whose|whom|requiring|requires|needing|resulting|leading|causing|affecting|involving|interfering|limiting|preventing|precluding|within|during|in|with|without|on|at|under|until|while|due|secondary|caused by|associated with|attributable|attributed|related to|by|for|as|defined|determined (?:by|to|at|using|on|via|as)|documented (?:by|on|in|at|within|with|as)|confirmed (?:by|with|on|via|at|in)|diagnosed|evidenced|demonstrated|measured|assessed|judged|considered|deemed|treated (?:with|by|for|in|at|using|within)|managed|controlled (?:with|by|on|under|despite|in)|not|implanted|given|alone|positive(?: status)?$|from|to|of|despite|after|before|prior|since|when|where|unless|except|excluding|including|such as|e\.g|i\.e|other than|based|according|per|using|taking|receiving|undergoing|likely|sufficient|severe enough|known(?= (?:to|as|for|by|since|at|in)\b)|if|and(?= (?:who|is|are|has|have|had|be|being|able|willing|capable|must|without|not|currently|receiving|taking|requir\w+|meets?|signed|provides?|agrees?|throughout|with)\b)|greater than|more than|less than|at least|between|against|regardless|(?:are|is|will be) excluded)\b/i
const opinion =
  /\b(?:opinion|judge?ment|discretion|judged|determined|assessed|considered|deemed|confirmed|diagnosed)\b/i
/** "And has …", "and LVEF < 40 %": one more thing that is asked for. */
const clause =
  /^(?:who|that|is|are|has|have|had|be|being|able|willing|capable|must|without|not|currently|receiving|taking|treated|requir\w+|meets?|signed|provides?|agrees?|understands?|compl\w+|signs?|with|throughout|[\p{L}\d ()/-]{2,40}(?:[<>≤≥=]|less than|greater than|at least))\b/iu
const people =
  /^(?:the |an? |his |her |their |other )?(?:sub-?)?(?:investigators?|physicians?|doctors?|sponsor|designee|medical|monitor|cardiologist|team|treating)\b/i
const degree =
  /^(?:(?:[IVX]{1,4}|[A-E]|\d[\d.,]*)[a-c]?(?:[\s.,;)/]|$)|(?:more|less|higher|greater|lower|above|below|worse|longer|fewer|older|equal|later|over|better|beyond)\b)/
const studyDay =
  /^(?:at |within |before |prior |since |the )*(?:the )?(?:screening|baseline|randomi[sz]ation|enrol+ment|visit|inclusion|entry|first|informed consent|consent|registration|administration|dosing|study (?:entry|drug|enrol+ment)|day \d|day -?\d|within|before|prior to)\b/i
const relative =
  /\b(?:that|which|who|whose|where|precluding|interfering|preventing|limiting|affecting|rendering|making|likely to|sufficient to)\b/i
const verbs =
  /^(?:to )?(?:may|might|could|would|will|can|cannot|is|are|was|were|has|have|had|not|do(?:es)?|did|requir\w+|needs?|interfer\w+|affect\w*|prevent\w*|limit\w*|preclud\w+|increas\w+|caus\w+|result\w*|lead\w*|makes?|puts?|poses?|compromis\w+|impair\w*|contraindicat\w+|jeopardi[sz]\w+|confound\w*|hinder\w*|render\w*|influenc\w+|prohibit\w*|complicat\w+|impact\w*|endanger\w*|shorten\w*|alter\w*|modif\w+|inhibit\w*|induc\w+|likely|undergo\w*)\b/i
const ofStudy =
  /^(?:the |their |his |her |any |other |its )*(?:safety|efficacy|compliance|participation|participate|participating|study|trial|interpretation|interpret|results?|evaluation|assessments?|conduct|protocol|ability|abilities|patients?|subjects?|participants?|investigators?|physicians?|sponsor|follow-?up|completion|complete|completing|requirements|procedures?|outcomes?|endpoints?|data|risks?|harm|survival|life|exercise|quality|well-?being|adherence|validity|integrity|tolerability|absorption|measurements?|performance|comply|provide|understand|cooperat\w+|giv\w+|consent)\b/i

/**
 * "Diabetes requiring insulin or tablets", "asthma shown by CT or MRI": what follows the joint is none of the sort of what was
 * read, and no words of its own lead to it.
 */
function isOfAnotherSort(
  after: string,
  before: string,
  { head }: Rest,
  vocabulary: Vocabulary,
): boolean {
  const sort = sortOf(head)
  if (sort === undefined) return false
  const walk = walkAlong(after, vocabulary)
  const found = likesAt(walk, 0).flatMap(({ end }) => nounsAt(walk, end))
  if (found.length === 0) return false
  const given = needing.test(before) ? ['given', 'done', 'exam'] : ['given', 'exam']
  return found.every(({ value }) =>
    sort === 'had' ? given.includes(value.kind ?? 'had') : value.kind === undefined && !value.mark,
  )
}

const needing =
  /\b(?:requir\w+|need\w*|treated (?:with|by)|managed (?:with|by)|controlled (?:with|by|on)|despite|indication for|receiving|on|using|by|with)\b/i

function sortOf(head: AskedRule): 'had' | 'given' | undefined {
  if (head.ask !== 'things') return undefined
  const { things } = head.what
  const isOne = (is: (kind: string | undefined) => boolean): boolean =>
    things.every((one) => isThing(one) && is(one.name.kind))
  if (isOne((kind) => kind === undefined)) return 'had'
  return isOne((kind) => kind === 'given') ? 'given' : undefined
}
