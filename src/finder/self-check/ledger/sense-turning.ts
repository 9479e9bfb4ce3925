import type { AskedItem, AskedRule, AskedTail } from '../../../words/language/asked.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import type { ReadAsk } from '../plain/rule-reader.ts'
import { wordSet } from '../plain/word-sets.ts'
import { type Account, valuesOf } from './account.ts'
import type { Turning } from './words-turning.ts'

/**
 * What the sense of a rule makes of its answers, where its words are held and yet mean more or less: an illness of now asked as of
 * ever, a plan without its time, a measure of then, the first of two bans, what is said of the first of a row.
 */
export function senseTurning(line: WrittenRule, ask: ReadAsk, account: Account): Turning {
  const { rule } = ask
  const { text } = line
  const isOpen =
    isOfThen(text, ask) ||
    atOnset.test(text) ||
    isOfTwoStates(text, rule) ||
    isPartlyTimed(text, rule) ||
    itemsOf(rule).some(isOfAnyTreatment) ||
    (rule.ask === 'doing' && leavesWord(text, account))
  const isWide =
    isOpen ||
    account.isLost === true ||
    (line.kind === 'exclusion' && !rule.isTurned && (isEverOfNow(text, rule) || isOfRow(rule))) ||
    isPlanOfSomeTime(text, rule)
  const isPart = isOpen || isFirstBan(text, rule, account) || isWalkingAlone(text, rule)
  return { isWide, isPart }
}

function itemsOf(rule: AskedRule): readonly AskedItem[] {
  if (rule.ask === 'several') return rule.rules.flatMap(itemsOf)
  return rule.ask === 'things' ? rule.what.things : []
}

/** "Prior zorb value below 50": what it is today does not tell it. */
function isOfThen(text: string, ask: ReadAsk): boolean {
  return itemsOf(ask.rule).some((one) => {
    const start = isThing(one) ? undefined : ask.readings[one.reading]?.span.start
    if (start === undefined) return false
    return /\b(?:prior|previous|past|earlier|historical\w*|history of)\b(?! to)[^.;,]{0,20}$/i.test(
      text.slice(0, start + 8),
    )
  })
}

/** "Zorbs at stroke onset" are not now. */
const atOnset = /\bat (?:the )?(?:\w+ )?(?:onset|presentation|birth)\b/i

/** "Ongoing or zorbed blurg": of two states the question says one. */
function isOfTwoStates(text: string, rule: AskedRule): boolean {
  if (itemsOf(rule).length === 0 || !stateOrOther.test(text)) return false
  return !valuesOf(rule, 'en').some((one) => /\b(?:current|ongoing|existing)\b/.test(String(one)))
}

const stateOrOther =
  /\b(?:ongoing|current|existing|concurrent|concomitant)(?:ly)? (?:or|and\/or) (?!ongoing|current|existing|active|past|prior|previous|history|recent|planned|earlier)/i

/** "Needs zorb, or took blurg, within 14 days": the time may be of both. */
function isPartlyTimed(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'several' || rule.joint !== 'or') return false
  const told = rule.rules.map((one) => JSON.stringify(one))
  const isTimed = (one: string): boolean => /"tail":"time"|"time":/.test(one)
  if (rule.isTurned || !isTimed(told.at(-1) ?? '') || !timeAtEnd.test(text)) return false
  return told.some((one) => /"frame":"(?:take|need)"/.test(one) && !isTimed(one))
}

const timeAtEnd =
  /\b(?:within|in|during|for|over)\b[^.;,]{0,30}\b(?:hours?|days?|weeks?|months?|years?)\b/i

/** "A regular medicine", "a treatment by mouth": of which illness is not asked. */
function isOfAnyTreatment(item: AskedItem): boolean {
  if (!isThing(item) || !/^(?:médicament|traitement|soins?)s?(?: régulier)?$/.test(item.name.fr))
    return false
  const isHow =
    item.name.fr.endsWith('régulier') ||
    item.like.some(({ en }) => ofAny.test(en)) ||
    item.tails.some(isWay)
  return isHow && item.tails.every(({ tail }) => tail === 'said' || tail === 'time')
}

const ofAny =
  /^(?:regular|long-term|optimal|stable|current|medical|standard|daily|prescribed|usual|by |through |on the skin|local)/

function isWay(tail: AskedTail): boolean {
  return tail.tail === 'said' && /^(?:by|through|on the skin)\b/.test(tail.said.en)
}

/** "Agrees to give archived tissue": a word that the question does not hold is of what is to be done. */
function leavesWord(text: string, { cut, isHeld }: Account): boolean {
  const start = text.indexOf(':') + 1
  const end = start + (reason.exec(text.slice(start))?.index ?? text.length)
  return cut.words.some(
    (word, at) =>
      isHeld[at] === false && word.length > 3 && !ofDoing.has(word) && (cut.starts[at] ?? 0) < end,
  )
}

const reason = /\b(?:and|because|due|owing|secondary|for|as|so|that|which|unless|despite)\b|[(,;.]/i

const ofDoing = wordSet(
  `
  willing willingness able ability unable inability agree agrees agreement capable understand understanding comply complete
  participate provide give consent informed written sign signed procedures required requirements during throughout period
  follow patient parent guardian legal representative according protocol investigator opinion would could from before after
  must should safely adequately sufficiently easily fully properly unwilling refuse refusal opinion into when while
  `,
)

/** "Zorb attack", in a list of what is now: who ever had one says yes, too. */
function isEverOfNow(text: string, rule: AskedRule): boolean {
  const parts = rule.ask === 'several' ? rule.rules : [rule]
  const isEver = parts.some((one) => one.ask === 'things' && one.frame === 'had')
  return isEver && (nowWords.test(text) || !pastWords.test(text))
}

const pastWords =
  /\b(?:history|histories|prior|previous\w*|past|ever|had|have had|experienced|suffered|underwent|undergone|within|last|since|before|recent\w*|months?|years?|weeks?|days?|ago|after|post\w*|old|lifetime|earlier|former\w*|survivors?|known|documented|diagnosed|any)\b/i
const nowWords = /^\W*(?:current|ongoing|active)\b(?!.*\b(?:or|history|prior|past|previous)\b)/i

/** "Uncontrolled zorb or blurg": it may be said of each. */
function isOfRow(rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.what.things.length < 2) return false
  const [first, ...others] = rule.what.things
  if (!first || !isThing(first) || !first.like.some(({ en }) => states.test(en))) return false
  return others.some(
    (one) => isThing(one) && !one.name.of && one.like.length + one.tails.length === 0,
  )
}

const states =
  /\b(?:badly controlled|unstable|untreated|serious|severe|active|sudden|advanced|worse|with symptoms|significant)\b/i

/** "Plans a pregnancy within 6 months": who plans one for later says yes, too. */
function isPlanOfSomeTime(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'pregnancy' || rule.about.some((one) => one !== 'planned')) return false
  return /\b(?:next|within|\d+|three|six|twelve)\b[^.;,]{0,20}\b(?:weeks?|months?|years?)\b/i.test(
    text,
  )
}

/** "No zorbs. No blurgs.": who has none of the first may have the second. */
function isFirstBan(text: string, rule: AskedRule, { cut, isHeld }: Account): boolean {
  if (!rule.isTurned || rule.ask === 'several') return false
  const second = secondBan.exec(text)
  if (!second) return false
  return cut.words.some(
    (word, at) =>
      (cut.starts[at] ?? 0) > second.index + 3 && isHeld[at] === false && word.length > 3,
  )
}

/** Old records have no full stop between two. */
const secondBan =
  /[.;]\s+(?:[Nn]o|[Nn]ot|[Ww]ithout|[Nn]ever|[Mm]ust not)\b|(?<=[\p{L}\d)]\s)(?:No|Not|Without|Never)\b/u

/** Who walks with a stick is ambulatory. */
function isWalkingAlone(text: string, rule: AskedRule): boolean {
  if (rule.ask === 'several') return rule.rules.some((one) => isWalkingAlone(text, one))
  return (
    rule.ask === 'set' &&
    rule.phrase === 'walk' &&
    !/\b(?:without|unassisted|independent\w*|unaided|alone)\b/i.test(text)
  )
}
