import type { AskedItem, AskedRule } from '../../../words/language/asked.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import type { Reading } from '../../eligibility/reading.ts'
import type { WrittenRule } from './asked-rule.ts'
import { asOneRule, inRows, joinedAsk } from './joined-ask.ts'
import { cutAtJoints } from './row-pieces.ts'
import { asRows } from './several-rules.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import type { ReadAsk, RuleReader } from './rule-reader.ts'
import { sinceRuleOf } from './since-rules.ts'
import { everIfPast, isEmptyAlone } from './wider-rule.ts'

/**
 * "Has asthma and zorbles the blurg. Signed consent.": of things that are all asked for those that were read are asked. A no to
 * one tells the rule, a yes leaves it open; of what must not be, a yes tells it. Only where nothing lets anybody off, and
 * each part has a beginning of its own. Rule `needed-parts@1`.
 */
export function neededPartsOf(
  { kind, text }: WrittenRule,
  reader: RuleReader,
): ReadAsk | undefined {
  if (kind === 'exclusion' || text.length > mostText) return undefined
  if (letsOff.test(text) || others.test(text) || ofSome.test(text)) return undefined
  if (mayBeChoice(text)) return undefined
  const read = (part: WrittenRule): ReadAsk | undefined =>
    sinceRuleOf(part, reader) ?? reader.wholeOrWider(part)
  const found: ReadAsk[] = []
  for (const sentence of cutAtJoints(text, sentenceEnd)) {
    if (!defining.test(sentence.words)) found.push(...neededIn(sentence.words.trim(), kind, read))
    if (listing.test(sentence.words)) break
  }
  const positive = found.filter(({ rule }) => !rule.isTurned)
  const denied = found.filter(({ rule }) => rule.isTurned && !rule.isWide)
  return denied.length > positive.length ? noneOf(denied) : allOf(positive)
}

/** "Permanent AF is defined as …" says what a word means, and asks for nothing. */
const defining = /\b(?:(?:is|are|was|were|will be) defined (?:as|by)|refers? to|means|denotes?)\b/i
const mostText = 500
const mostParts = 4
/** "Diabetes or its treatment; a stroke; a heart attack": a bare row without "and" may be one of which each is enough. */
function mayBeChoice(text: string): boolean {
  const parts = text.split(/;\s*/)
  if (parts.length < 3 || /^and\b/i.test(parts.at(-1) ?? '')) return false
  return /\bor\b/i.test(text) && !/\b(?:must|should|is|are|has|have|able|willing)\b/i.test(text)
}

/** Lets somebody off, gives a choice, or is of some people alone. */
export const letsOff =
  /\b(?:unless|except\w*|if|when|either|may|might|can be|allowed|permitted|acceptable|regardless|optional\w*|other than|excluding|not (?:required|necessary|needed|apply|applicable)|only|instead|alternatively|should be|will be|whether)\b|\([^()]*\d[^()]*\b(?:for|in|with|on)\b[^()]*\)/i
const others =
  /\b(?:famil\w+|relatives?|siblings?|mothers?|fathers?|maternal|paternal|partners?|spouses?|donors?|controls?|cohorts?|arms?|groups?|phases?|parts? [A-Z\d]|probands?|twins?|caregivers?|healthy volunteers)\b/i
/** "Patients with asthma must be stable" is of those with asthma. */
export const ofSome =
  /\b(?:patients|subjects|participants|those|individuals|people|women|men|females|males|children|infants|adults) (?:with|who|on|receiving|taking|in|under|over|aged|from|of)\b.*\b(?:must|should|need|required)\b|\bfor (?:the )?(?:patients|subjects|participants|those|individuals|women|men|females|males|children|infants|adults|adolescents)\b/i
const sentenceEnd = new RegExp(
  String.raw`(;\s*(?:and\s+)?|(?<=[\p{L}\d)%]{2})\.\s+(?=[\p{Lu}\d])|(?<=[\p{L}\d)%]{2})(?<!\b(?:or|and|of|than|to|OR|AND|with|for|by|in|on|the))\s+(?=(?:${[
    'No|Not|At least|Must|Bilirubin|Creatinine|SGOT|SGPT|AST|ALT|Hemoglobin|Platelets?|WBC|Granulocytes?|Absolute|ECOG|Karnofsky',
    'Alkaline phosphatase|Calcium|Albumin|Transaminases?|Fertile|Effective contraception|Negative pregnancy|HIV negative|Recovered|More than|Concurrent|Prior',
  ].join('|')})\s))`,
  'u',
)

/** What stands after it may be a list of what the words mean. */
export const listing =
  /\b(?:including|such as|e\.g|i\.e|following|causes?|namely|like|defined)\b|:(?!\s+(?:No|Not|At least|\p{Lu}\p{L}+ ))/u

type ReadPart = (part: WrittenRule) => ReadAsk | undefined

/** What is asked of one sentence, whole or by what "and" joins in it. */
function neededIn(sentence: string, kind: CriterionKind, read: ReadPart): readonly ReadAsk[] {
  const whole = read({ kind, text: sentence })
  if (whole) return mayBeAsked(whole, sentence) ? [whole] : []
  if (ofAll.test(sentence)) return []
  if (/\bor\b|\//i.test(sentence.replaceAll(/\([^()]*\)/g, ' '))) return []
  const pieces = cutAtJoints(sentence, joint)
  const found: ReadAsk[] = []
  let isDenied = false
  for (const [at, { words }] of pieces.entries()) {
    const one =
      pieces.length > 1 && (at === 0 || beginning.test(words))
        ? read({ kind, text: words.trim() })
        : undefined
    const isFree = !isDenied || one?.rule.isTurned === true
    if (
      one &&
      isFree &&
      mayBeAsked(one, words) &&
      !/\b(?:of|with|for|by|to|in|as|than)\s*$/i.test(words)
    )
      found.push({ ...one, rule: everIfPast(one.rule, sentence) })
    isDenied ||= spreading.test(words)
  }
  return found
}

const joint = /(,?\s+and\s+|,\s+)/i
/** What one part says of all after it. */
const spreading =
  /\b(?:no|not|without|absence|free|never|lack|unable|plan\w*|intend\w*|expected|candidates?|scheduled|willing|agree\w*|able|ability|at least one|history of|risk)\b/i
/** The words with which a part of its own begins, and values. */
const beginning =
  /^(?:(?:who |that )?(?:is|are|has|have|had|must|be|being|having|able|willing|agrees?|receiv\w+|taking|currently|without|no|not|with|provid\w+|sign\w*|giv\w+|complet\w+|compl\w+|understand\w*|must)\b|[\p{L}\d ()/-]{2,50}(?:[<>≤≥=]|\b(?:less|greater|more|at least|between|of \d)))/iu

/** "Antigen and antibody negative": the last word is of each. */
const ofAll =
  /\b(?:negative|positive|normal|absent|present|stable|available|excluded|equal\w*)\W*$/i

function mayBeAsked({ rule, readings }: ReadAsk, words: string): boolean {
  switch (rule.ask) {
    case 'several':
      return rule.rules.every((one) => mayBeAsked({ rule: one, readings }, words))
    case 'set':
      return !(
        (rule.phrase.startsWith('otherStudy') && !another.test(words)) ||
        (rule.phrase === 'comply' && /^complet/i.test(words))
      )
    case 'doing':
      return rule.doings.every(({ verb, to }) => to !== undefined || verb.en !== 'understand')
    case 'things':
      return !rule.what.things.some(
        (one) => isAge(one, readings) || isEmptyAlone(one) || isSign(one),
      )
    case 'pregnancy':
    case 'speaks':
      return true
  }
}

/** "Able to participate in the study" is of this one. */
const another = /\b(?:other|another|different|previous\w*|prior|concurrent|simultaneous\w*)\b/i

/** A person's age is known before anything is asked. */
export function isAge(item: AskedItem, readings: readonly Reading[]): boolean {
  return !isThing(item) && readings[item.reading]?.type === 'age'
}

/** Examinations and the like that a sentence only goes by. */
function isSign(item: AskedItem): boolean {
  return (
    isThing(item) &&
    (item.name.kind === 'exam' || /^(?:effets|symptômes|signes|raison)/.test(item.name.fr))
  )
}

/** All are asked for: a no to any tells the rule. */
function allOf(found: readonly ReadAsk[]): ReadAsk | undefined {
  const { rules, readings } = joinedAsk(withoutDoubles(found).slice(0, mostParts))
  const rule = asOneRule(asRows(rules, valuesTogether), 'and', { isTurned: false, isWide: true })
  return rule && { rule, readings }
}

/** Values are one row. */
function valuesTogether(last: AskedRule, next: AskedRule): AskedRule | undefined {
  if (last.ask !== 'things' || next.ask !== 'things' || last.frame !== next.frame) return undefined
  const things = [...last.what.things, ...next.what.things]
  const isRow = last.what.joint !== 'or' && next.what.joint !== 'or'
  return isRow && !things.some(isThing) ? { ...last, what: { things, joint: 'and' } } : undefined
}

/** None may be: a yes to any tells the rule. */
function noneOf(found: readonly ReadAsk[]): ReadAsk | undefined {
  const { rules, readings } = joinedAsk(withoutDoubles(found).slice(0, mostParts))
  const rows = inRows(rules.map((one) => ({ ...one, isTurned: false })))
  const rule = asOneRule(rows, 'or', { isTurned: true, isPart: true })
  return rule && { rule, readings }
}

function withoutDoubles(found: readonly ReadAsk[]): readonly ReadAsk[] {
  const seen = new Set<string>()
  return found.filter(({ rule, readings }) => {
    const key = rule.ask === 'set' ? rule.phrase : JSON.stringify({ rule, readings })
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
