import type { AskedItem, AskedRule, AskedTail } from '../../../words/language/asked.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import type { ReadAsk } from '../plain/rule-reader.ts'
import { wordSet } from '../plain/word-sets.ts'
import type { Account } from './account.ts'
import { askedTimesOf, valuesOf } from './asked-values.ts'
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
    isOfTheStudy(text, rule) ||
    isOfTwoStates(text, rule) ||
    isPartlyTimed(text, rule) ||
    itemsOf(rule).some(isOfAnyTreatment) ||
    (rule.ask === 'doing' && leavesWord(text, account))
  const isWide =
    isOpen ||
    account.isLost === true ||
    itemsOf(rule).some(isOwnIllness) ||
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
const atOnset =
  /\bat (?:the )?(?:time of )?(?:\w+ )?(?:onset|presentation|birth|(?<=time of (?:\w+ )?)(?:diagnosis|transplant\w*|injury|event))\b/i

/** "Zorbs within the first 12 weeks of the study" are to come. */
function isOfTheStudy(text: string, rule: AskedRule): boolean {
  const isPast = valuesOf(rule, 'frame').some((one) => one === 'had' || one === 'took')
  return (
    isPast &&
    /\b(?:within|during|in) the (?:first|next|coming) [^.;,]{1,20}(?:of|in) the (?:study|trial)\b/i.test(
      text,
    )
  )
}

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
  const last = rule.rules.at(-1)
  if (rule.isTurned || !last || !isTimed(last) || !timeAtEnd.test(text)) return false
  return rule.rules.some(
    (one) =>
      valuesOf(one, 'frame').some((frame) => frame === 'take' || frame === 'need') && !isTimed(one),
  )
}

function isTimed(rule: AskedRule): boolean {
  return askedTimesOf(rule).length > 0
}

const timeAtEnd =
  /\b(?:within|in|during|for|over)\b[^.;,]{0,30}\b(?:hours?|days?|weeks?|months?|years?)\b/i

/** "Resectable disease": of which the study is, and not any illness. */
function isOwnIllness(item: AskedItem): boolean {
  return (
    isThing(item) &&
    item.name.fr === 'maladie' &&
    item.like.some(({ en }) =>
      /operated|operable|spread|resist|come back|getting worse|measur/.test(en),
    )
  )
}

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
  const frames = new Set(parts.flatMap((one) => (one.ask === 'things' ? [one.frame] : [])))
  if (frames.has('took') && nowWords.test(text)) return true
  return frames.has('had') && (nowWords.test(text) || !pastWords.test(text))
}

const pastWords =
  /\b(?:history|histories|prior|previous\w*|past|ever|had|have had|experienced|suffered|underwent|undergone|within|last|since|before|recent\w*|months?|years?|weeks?|days?|ago|after|post\w*|old|lifetime|earlier|former\w*|survivors?|known|documented|diagnosed|any)\b/i
const nowWords =
  /^\W*(?:current|ongoing|active|concurrent|concomitant|simultaneous)(?:ly)?\b(?!.*\b(?:or|history|prior|past|previous)\b)/i

/** "Uncontrolled zorb or blurg": it may be said of each. */
function isOfRow(rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.what.things.length < 2) return false
  const [first, ...others] = rule.what.things
  if (!first || !isThing(first) || first.like.length === 0) return false
  return others.some(
    (one) => isThing(one) && !one.name.of && one.like.length + one.tails.length === 0,
  )
}

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
