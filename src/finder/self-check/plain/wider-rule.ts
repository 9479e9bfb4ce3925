import type { AskedFrame, AskedItem, AskedRule, AskedTail } from '../../../words/language/asked.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import type { Reading } from '../../eligibility/reading.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type Tail, mayNarrow, narrowingLead, narrows } from './narrowing.ts'
import { type WrittenRule, askedRuleOf } from './asked-rule.ts'
import { isThing } from '../../../words/language/is-thing.ts'

/**
 * A rule of which only the beginning was read, and what follows can but make it narrower ("asthma ‖ that needed a ventilator"):
 * the wider thing is asked. A no tells the rule; a yes leaves it open, and the site decides. Undefined where what follows may
 * add something, or asks for something of its own. Rule `wider-rule@1`.
 */
export function widerRuleOf(
  { kind, text }: WrittenRule,
  readings: readonly Reading[],
  vocabulary: Vocabulary,
): AskedRule | undefined {
  if (text.length > mostText || /:\s*$/.test(text)) return undefined
  const cuts = [...text.matchAll(cutting)].map(({ index }) => cutAt(index, text, kind))
  const tried = cuts
    .toReversed()
    .slice(0, mostTried)
    .filter(({ head }) => mayEnd(head) && !readings.some((one) => isCut(one, head.length)))
  // Beginnings that are followed by more than narrows them are read only where one further back is not.
  const last = tried.findLastIndex(({ tail }) => mayNarrow(tail))
  for (const { head, tail } of tried.slice(0, last + 1)) {
    const before = readings.filter(({ span }) => span.end <= head.length)
    const rule = askedRuleOf({ kind, text: head }, before, vocabulary)
    if (!rule) continue
    return isWidened(rule, tail.text, kind) && narrows({ ...tail, head: rule }, vocabulary)
      ? { ...everIfPast(aheadOfAny(rule, tail.text), tail.text), isWide: true }
      : undefined
  }
  return undefined
}

function cutAt(at: number, text: string, kind: CriterionKind): { head: string; tail: Tail } {
  const head = text.slice(0, at).replace(/[,;.]*\s*$/, '')
  return { head, tail: { text: text.slice(at).trim(), kind, sign: text.charAt(head.length) } }
}

/** Whether something that was read is parted there. */
function isCut({ type, span }: Reading, at: number): boolean {
  return type !== 'question' && type !== 'topic' && span.start < at && span.end > at
}

/** "Planned within 3 months ‖ after enrolment": when that is nobody knows yet, so it is asked without the time. */
function aheadOfAny(rule: AskedRule, tail: string): AskedRule {
  if (rule.ask !== 'things' || rule.frame !== 'plan' || !anchoring.test(tail)) return rule
  const things = rule.what.things.map((one): AskedItem => {
    return { ...one, tails: one.tails.filter(({ tail: kind }) => kind !== 'time') }
  })
  return { ...rule, what: { ...rule.what, things } }
}

/**
 * A rule of what is, asked of any time where the words after it, or around it, tell of what was ("within 12 weeks"): what is
 * now would be less than the rule asks.
 */
export function everIfPast(rule: AskedRule, tail: string): AskedRule {
  if (!pastTime.test(tail) && !isAnyOperation(rule)) return rule
  if (rule.ask === 'set')
    return rule.phrase === 'otherStudy' && !rule.time ? { ...rule, phrase: 'otherStudyEver' } : rule
  if (rule.ask === 'several')
    return { ...rule, rules: rule.rules.map((one) => everIfPast(one, tail)) }
  if (rule.ask !== 'things') return rule
  // A pregnancy test of then is none of now.
  const isValue = rule.what.things.some(
    (one) => !isThing(one) || one.name.fr.startsWith('test de grossesse'),
  )
  const frame = isValue || rule.what.things.some(isPlanned) ? undefined : everFrames[rule.frame]
  return frame ? { ...rule, frame } : rule
}

/** "An operation to correct …": any there was. */
function isAnyOperation(rule: AskedRule): boolean {
  if (rule.ask !== 'things') return false
  return rule.what.things.every((one) => isThing(one) && one.name.fr === 'opération')
}

/** "A transplant that is planned within the year" is none that was. */
function isPlanned(item: AskedItem): boolean {
  const isAhead = (fr: string): boolean => /^(?:prévu|programmé)/.test(fr)
  if (!isThing(item)) return false
  return (
    item.like.some(({ fr }) => isAhead(fr)) ||
    item.tails.some((one) => one.tail === 'said' && isAhead(one.said.fr))
  )
}

const pastTime =
  /\b(?:within|past|last|prior|previous|previously|preceding|before|recent|recently|since|history|ago|(?:irrespective|regardless) of (?:the )?(?:date|time|when)|any time|ever)\b/i
const everFrames: Partial<Record<AskedFrame, AskedFrame>> = {
  have: 'had',
  take: 'took',
  concerns: 'had',
}

const mostText = 500
const mostTried = 10

/** Words and signs with which a thing is told more narrowly, and the end of a sentence. */
const cutting = new RegExp(
  ` (?=${narrowingLead.source.slice(1)}|[([])|(?<=[.;]) (?=[\\p{L}\\d])`,
  'giu',
)

function mayEnd(head: string): boolean {
  const opened = head.match(/[([]/g)?.length ?? 0
  const closed = head.match(/[)\]]/g)?.length ?? 0
  return (
    head.length >= 4 &&
    opened === closed &&
    !/(?:[,;/:]|\b(?:or|and|nor)(?: \w+)?|\b(?:any|no|not|who|that|which|scheduled|planned|candidates?|eligible|undergoing|receiving|starting))$/i.test(
      head,
    )
  )
}

function isWidened(rule: AskedRule, tail: string, kind: CriterionKind): boolean {
  if (rule.isTurned && !ofTurned.test(tail)) return false
  switch (rule.ask) {
    case 'things':
      if (rule.frame === 'unable' || rule.what.things.some((one) => isVague(one, kind)))
        return false
      if (pastTime.test(tail) && rule.what.things.some(isAnyMedicine)) return false
      if (rule.what.things.some((one) => !isThing(one)))
        return ofValues.test(tail) && !/[([][^)\]]*[<>≤≥]/.test(tail)
      return !endsInTime(rule.what.things) || !anchoring.test(tail) || studyDay.test(tail)
    case 'set':
      if (demands.has(rule.phrase))
        return kind === 'inclusion' && !rule.isTurned && !/^(?:to|for) |\bdiet\b/i.test(tail)
      if (rule.phrase === 'smoking' && pastTime.test(tail)) return false
      return wideSets.has(rule.phrase) && !/^(?:who|of)\b/i.test(tail)
    case 'pregnancy':
      return /^(?:[([]|within|during|at|prior|in|on|due|because|as|of (?:the )?study)/i.test(tail)
    case 'several':
      return rule.joint === 'or' && rule.rules.every((one) => isWidened(one, tail, kind))
    case 'doing':
    case 'speaks':
      return false
  }
}

/** "No disease that needs …" is told by no disease at all; "not pregnant with a negative test" is not. */
const ofTurned =
  /^(?:[([]|that|which|requiring|requires|within|during|in|at|on|due|secondary|of|caused|such as|including|as)/i
/** When or how a value is measured. */
const ofValues =
  /^(?:[([]|(?:within|at|during|prior to|before|by|using|per|based|according|measured|assessed|calculated|obtained|from|without|in the absence|as|documented|determined|confirmed)\b|on (?!patients|subjects|participants))/i
/** A time that was read is before something that was not. */
const anchoring = /^(?:of|from|prior|before|after|to|following|since)\b/i
const studyDay =
  /\b(?:infusion|dos(?:e|ing)|study|trial|enrol\w*|random\w*|screening|baseline|visit|treatment|consent|inclusion|entry|administration|participation|registration|run-in|procedure|vaccination)\b/i
/** Who cannot do as much does not do more. */
const demands = new Set<string>([
  'adequateOrgans',
  'comply',
  'consent',
  'consentAndComply',
  'contraception',
  'healthy',
  'insurance',
  'measurable',
  'telephone',
])
const wideSets = new Set<string>([
  'otherStudy',
  'otherStudyAhead',
  'otherStudyEver',
  'smoking',
  'prison',
  'doctorDoubts',
])

function endsInTime(things: readonly AskedItem[]): boolean {
  return things.at(-1)?.tails.some(({ tail }) => tail === 'time') === true
}

/** "A medicine", "a treatment", with nothing but a time. */
export function isBareTreatment(item: AskedItem): boolean {
  if (!isThing(item) || item.like.length > 0) return false
  if (item.tails.some(({ tail }) => tail !== 'time')) return false
  return /^(?:médicament|traitement|soins?)s?$/.test(item.name.fr)
}

/** A thing that says too little where nothing more is read: "a medicine", "its ingredients", "an illness". */
export function isEmptyAlone(item: AskedItem): boolean {
  return isVague(item, 'inclusion')
}

/** Of these only what follows says what is meant; who has no allergy at all, and takes no medicine at all, can tell. */
function isVague(item: AskedItem, kind: CriterionKind): boolean {
  if (!isThing(item)) return false
  if (kind === 'exclusion' && item.tails.length === 0 && anyOf.test(item.name.fr)) return false
  // "Its ingredients": of what, nobody reads.
  if (item.name.mark === 'own' || item.tails.some(isOfOwn)) return true
  // "A blood test" that shows something: everybody had one.
  if (item.name.kind === 'exam' && item.like.length === 0) return true
  return item.tails.length === 0 && vague.test(item.name.fr)
}

function isOfOwn(tail: AskedTail): boolean {
  if (tail.tail !== 'to' && tail.tail !== 'with' && tail.tail !== 'treated') return false
  return tail.things.things.some((one) => isThing(one) && one.name.mark === 'own')
}

/** Everybody was given a medicine at some time: who was not cannot tell the rule. */
function isAnyMedicine(item: AskedItem): boolean {
  return isThing(item) && item.tails.length === 0 && item.name.fr === 'médicament'
}

const anyOf = /^(?:médicament|opération|allergie)$/
const vague =
  /^(?:(?:autre )?maladie|trouble|problème|médicament|traitement|opération|symptômes?|anomalie|allergie|réaction(?: allergique)?|risque(?: augmenté| élevé)?|contre-indication|intolérance|examen|produit|complications?|antécédents?|progression d'une maladie|changement|état|épisode|séjour à l’hôpital)$/
