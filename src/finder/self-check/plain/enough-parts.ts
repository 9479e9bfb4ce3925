import type { AskedRule } from '../../../words/language/asked.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import type { WrittenRule } from './asked-rule.ts'
import { asOneRule, inRows, joinedAsk } from './joined-ask.ts'
import { type RowPiece, cutAtJoints, joinedPieces } from './row-pieces.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import { isAge, listing } from './needed-parts.ts'
import type { ReadAsk, RuleReader } from './rule-reader.ts'
import { isEmptyAlone } from './wider-rule.ts'

/**
 * "Asthma, blurgitis or diabetes": of things of which each is enough those that were read are asked. A yes tells the rule, a no
 * leaves it open. Only where nothing said of the whole row ("within 6 months", "severe …", "… medication") could be of them
 * as well, and what was not read is a thing of its own. Rule `enough-parts@1`.
 */
export function enoughPartsOf(
  { kind, text }: WrittenRule,
  reader: RuleReader,
): ReadAsk | undefined {
  if (text.length > mostText || letsIn.test(text) || others.test(text)) return undefined
  const sentences = cutAtJoints(text, sentenceEnd).map(({ words }) => words.trim())
  if (kind !== 'exclusion' && sentences.length > 1) return undefined
  const found: ReadAsk[] = []
  for (const sentence of sentences) {
    const enough = enoughOf(sentence, kind, reader)
    if (enough) found.push(...enough)
    else if (explaining.test(sentence)) return undefined
    if (listing.test(sentence)) break
  }
  const { rules, readings } = joinedAsk(found.slice(0, mostParts))
  const rule = asOneRule(inRows(rules), 'or', { isTurned: false, isPart: true })
  return rule && { rule, readings }
}

const mostText = 450
const mostParts = 5
/** Lets some in, asks for more than one thing, or puts a condition. */
const letsIn =
  /\b(?:unless|except\w*|other than|excluding|allowed|permitted|eligible|acceptable|accepted|only|if|when|must|should|shall|both|not (?:be )?exclu\w+|considered|case[- ]by[- ]case|at least (?:two|three|2|3)|(?:two|2|three|3) or more|all of|together|plus|combin\w+|along with|instead)\b|\d\)/i
const others =
  /\b(?:famil\w+|relatives?|siblings?|parents?|mothers?|fathers?|maternal|paternal|partners?|spouses?|donors?|household|contacts|controls?|cohorts?|arms?|groups?|phases?|parts?|women|men|females?|males?|children|infants?)\b/i
const sentenceEnd = /(;\s*(?:or\s+)?|(?<=[\p{L}\d)%]{2})\.\s+(?=[\p{Lu}\d]))/u
/** What says more of the sentence before it. */
const explaining =
  /^(?:defined|th(?:is|ese|ose|ey|at|en)|such|it|note|which|as|i\.e|e\.g|but|however|for|in|with|see|including|examples?)\b|\b(?:defined|refers|means|definition)\b/i

/** What is asked of one sentence; undefined where nothing of it can be. */
function enoughOf(
  sentence: string,
  kind: CriterionKind,
  reader: RuleReader,
): readonly ReadAsk[] | undefined {
  if (turning.test(sentence)) return undefined
  const whole = readPart(sentence, kind, reader)
  if (whole) return [whole]
  const pieces = cutAtJoints(sentence, rowJoint)
  const { length } = pieces
  if (length < 2 || length > mostPieces || isOfAll(pieces)) return undefined
  const found: ReadAsk[] = []
  for (let at = 0; at < length;) {
    const part = longestFrom(pieces, at, kind, reader)
    const after = pieces.slice(part?.end ?? at + 1)
    if (part && isAlone(part.text, pieces.slice(0, at), after, part.ask)) found.push(part.ask)
    else if (!part && !isOwnThing(pieces[at]?.words ?? '', reader.vocabulary)) return undefined
    at = part?.end ?? at + 1
  }
  return found.length > 0 ? found : undefined
}

const rowJoint = /(,\s+(?:and\/or |or )?|\s+(?:and\/or|or)\s+)/i
const mostPieces = 9
const turning =
  /\b(?:no|not|without|absence|lack|free|never|neither|nor|non|negative|normal|stop\w*|discontinu\w*|avoid\w*|refus\w*|fail\w*|unable|inability|cannot|plan\w*|anticipat\w*|expected|intend\w*|schedul\w*|suspected|candidates?|risk|need\w*|requir\w*|indicat\w*|contraindicat\w*)\b/i

/** "Fever, cough and a rash" may be all three. */
function isOfAll(pieces: readonly RowPiece[]): boolean {
  return (
    pieces.some(({ words }) => /^and\b/i.test(words)) ||
    (/\band\b/i.test(pieces.at(-1)?.words ?? '') &&
      !pieces.some(({ joint }) => /\bor\b/i.test(joint)))
  )
}

/** The longest row of up to three pieces from a place on that is read as a whole. */
function longestFrom(
  pieces: readonly RowPiece[],
  at: number,
  kind: CriterionKind,
  reader: RuleReader,
): { ask: ReadAsk; text: string; end: number } | undefined {
  for (let end = Math.min(at + 3, pieces.length); end > at; end--) {
    const text = joinedPieces(pieces.slice(at, end))
    const ask = readPart(text, kind, reader)
    if (ask) return { ask, text, end }
  }
  return undefined
}

function readPart(text: string, kind: CriterionKind, reader: RuleReader): ReadAsk | undefined {
  const found = text.length < 4 ? undefined : reader.whole({ kind, text })
  return found && !found.rule.isTurned && mayBePart(found) ? found : undefined
}

function mayBePart({ rule, readings }: ReadAsk): boolean {
  if (rule.ask === 'things')
    return !rule.what.things.some((one) => isEmptyAlone(one) || isAge(one, readings))
  if (rule.ask === 'several') return rule.rules.every((one) => mayBePart({ rule: one, readings }))
  return rule.ask === 'set' || rule.ask === 'pregnancy'
}

/** Whether nothing that stands before or after a part could be said of it as well. */
function isAlone(
  text: string,
  before: readonly RowPiece[],
  after: readonly RowPiece[],
  { rule }: ReadAsk,
): boolean {
  if (after.some(({ words }) => isNarrowing(words))) return false
  const last = after.at(-1)?.words.trim() ?? ''
  // "Weight loss or gain > 4 kg": the value may be of both.
  if (after.some(({ words }) => value.test(words.trim())) && hasNamed(rule)) return false
  if (sharedHead.test(last) && isBare(rule)) return false
  if (before.length === 0) return true
  const said = before.map(({ words }) => words.replace(plainLead, ' ').trim())
  if (said.some((one) => openTo.test(one))) return false
  return quality.test(text) || ownLead.test(text) || !said.some((one) => quality.test(one))
}

function hasNamed(rule: AskedRule): boolean {
  return rule.ask !== 'things' || rule.what.things.some(isThing)
}

function isBare(rule: AskedRule): boolean {
  return (
    rule.ask === 'things' && rule.what.things.some((one) => isThing(one) && one.tails.length === 0)
  )
}

/** Says more of what stands before it. */
const narrowing =
  /\b(?:within|prior|previous\w*|during|before|after|past|last|since|ago|requiring|that|which|who|whose|with|for|at|least|by|as|on|due|secondary|caused|defined|despite|until|while|than|treated|managed|confirmed|diagnosed|documented)\b|[:([]/i
function isNarrowing(words: string): boolean {
  return narrowing.test(words.replaceAll(abbreviation, ' '))
}

const abbreviation = /\([\p{Lu}\d][\p{L}\d-]{1,9}\)/gu
/** "Haemoglobin < 8" is a thing of its own, "grade > 3" is not. */
const value = /^\p{L}.*[<>≤≥]\s?=?\s?\d/u
const degree =
  /^(?:grades?|stages?|class(?:es)?|types?|scores?|levels?|ctcae|nyha|child|gold|[IVX]+\b|\d)/i
const plainLead =
  /^(?:(?:patients?|subjects?|participants?|individuals?|people|those|volunteers)\s+(?:with|who have|having|suffering from|on|receiving|taking)?\s*)?(?:(?:a|an|any|known|personal|past|medical|current|clinical|documented|recent)\s+)*(?:(?:history|presence|evidence|diagnosis|use|signs) of|treatment with)?\s*(?:any |a |an |the )?/i
/** After these a thing belongs to what stands before it: what is asked of it alone would be asked wrongly. */
export const openTo =
  /\b(?:of|for|to|in|with|from|by|due|after|during|on|against|allerg\w*|hypersens\w*|intoleran\w*|sensitiv\w*|such as|like|including|causes?)\b/i
/** What may be said of each thing of a row, though it stands before the first alone. */
const quality =
  /^(?:sever\w+|serious\w*|significant\w*|clinical\w*|uncontrolled|unstable|active|acute|chronic|current\w*|recent\w*|untreated|symptomatic|major|advanced|poor\w*|inadequate\w*|decompensated|overt|progressive|persistent|recurrent|refractory|moderate\w*|mild|terminal|end[- ]stage|critical|high\w*|congenital|primary|secondary|concomitant|concurrent|other|pre-?existing|ongoing|regular|heavy|habitual|excessive|systemic|oral|topical|inhaled|intravenous|metastatic|malignant|benign|unexplained|\p{L}+ed|un\p{L}+|non\p{L}*)\b/iu
const ownLead =
  /^(?:a |an |any )?(?:history|current|currently|presence|evidence|diagnosis|receiving|use|pregnan\w+|has|have|had)\b/i
/** "Penicillin or blurg allergy", "asthma or COPD exacerbation": the last word may be of each. */
const sharedHead =
  /\b(?:medications?|medicines?|drugs?|treatments?|therap(?:y|ies)|use|users?|abuse|misuse|dependence|addiction|intake|consumption|exacerbations?|attacks?|episodes?|cris[ei]s|flares?|surger(?:y|ies)|operations?|procedures?|implant\w*|transplant\w*|replacements?|repair|tests?|screening|vaccin\w*|relapses?|hospitali[sz]ations?|admissions?|complications?|related|history|allerg\w*|intolerance|sensitivity|hypersensitivity|reactions?|levels?|counts?|values?|function|impairment|involvement|metastas[ei]s|antibod\w+|antigens?|inhibitors?|agents?|products?|positiv\w*|devices?|trials?|stud(?:y|ies)|insufficiency|failure|arrest|events?|symptoms?|dysfunction|insult|injur(?:y|ies)|deficiency|damage|block|lesions?)\W*$/i

/** Whether words name a thing that stands beside those of a row, and say no more of them: "Child-Pugh class B" is none. */
function isOwnThing(words: string, vocabulary: Vocabulary): boolean {
  const text = words.trim()
  if (isNarrowing(text.replace(plainLead, ' ')) || degree.test(text)) return false
  return (
    value.test(text) ||
    thingWord.test(text) ||
    vocabulary.conceptsInText(text, 'record').length > 0 ||
    openDrugs()
      .inText(text)
      .some(({ drugs }) => drugs.length > 0)
  )
}

const thingWord =
  /(?:itis|osis|oses|omas?|emia|aemia|pathy|pathies|ectomy|plasty|plegia|rrhagia|algia|penia|uria|trophy|plasia|sclerosis|diseases?|disorders?|syndromes?|failure|infections?|injur(?:y|ies)|abnormalit\w+|illness(?:es)?|cancers?|tumou?rs?|deficiency|insufficiency|defects?|malformations?|fractures?|surgery|transplantation|therapy|abuse)\W*$/i
