import type { AskedRule } from '../../../words/language/asked.ts'
import { ruleWordsAt } from '../../vocabulary/rule-words.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import { phraseBags } from '../plain/phrase-bags.ts'
import { pregnancyWords } from '../plain/pregnancy-phrases.ts'
import type { ReadAsk } from '../plain/rule-reader.ts'
import type { CutRule } from '../plain/rule-text.ts'
import { timeAt } from '../plain/times.ts'
import { denying, filler, wordSet } from '../plain/word-sets.ts'
import { type Account, spacedWords, stemOf, wordPlacesOf } from './account.ts'
import { askedTimesOf, valuesOf } from './asked-values.ts'
import { framesIn } from './frames.ts'
import type { Turning } from './words-turning.ts'

/**
 * What the words that a question holds nowhere make of its answers: each word of its rule must be held by a name, a value, a
 * time or a word of the question, or stand in a frame that changes nothing. A word that is not leaves both answers open;
 * but one directly before what is asked, or in what is said of it behind, can only say more of it: then a no still tells.
 */
export function unheldTurning(line: WrittenRule, ask: ReadAsk, account: Account): Turning {
  if (!isOfThings(ask.rule)) return { isWide: false, isPart: false }
  const held = heldIn(ask, account)
  if (isOfAnyReaction(ask.rule)) return { isWide: false, isPart: false }
  if (isCut(line.text)) return { isWide: true, isPart: true }
  const open = held.isOpen.flatMap((isOpen, at) => (isOpen ? [at] : []))
  if (open.length === 0) return { isWide: false, isPart: false }
  const isNarrower =
    !isOfSecond(line.text, held, open) &&
    open.every((at) => isBefore(held, at) || isBehind(held, at))
  const isMore = ask.rule.isWide === true && !ask.rule.isPart && isOneOfNeeded(line, ask.rule)
  const isOther = ask.rule.isPart === true && !ask.rule.isWide && isOneOfChoice(held, open)
  return { isWide: !isOther, isPart: !isNarrower && !isMore }
}

function isOfThings({ ask }: AskedRule): boolean {
  return ask === 'things' || ask === 'several' || ask === 'doing'
}

/** "An allergy or another bad reaction to a medicine, a food or another product" holds every one. */
function isOfAnyReaction(rule: AskedRule): boolean {
  return (
    rule.isWide === true &&
    valuesOf(rule, 'en').some((one) => String(one).startsWith('an allergy or another'))
  )
}

/** "No zorb At least 4 weeks since blurg": old records have no full stop between two. */
function isOfSecond(text: string, { cut }: HeldWords, open: readonly number[]): boolean {
  const second = nextRule.exec(text)
  return second !== null && open.some((at) => (cut.starts[at] ?? 0) > second.index)
}

const nextRule =
  /(?<=[\p{Ll}\d)]\s)(?:At least|No|Not|Must|More than|Less than|Greater than|Patients?|Prior|Recovered|Concurrent)\b/u

/** "Badly controlled (zorb greater than 5,": the rest stands in another line. */
function isCut(text: string): boolean {
  return (text.match(/\(/g) ?? []).length > (text.match(/\)/g) ?? []).length
}

/** The words of a rule, by the place of each. */
export interface HeldWords {
  readonly cut: CutRule
  /** True of what the question asks of by a name or a value of its own. */
  readonly isNamed: readonly boolean[]
  /** True of what the question does not hold, and no frame takes. */
  readonly isOpen: readonly boolean[]
}

/** What a question holds of each word of its rule, strictly: no word of a time but of its own, and no frame but of its kind. */
export function heldIn({ rule }: ReadAsk, { cut, names }: Account): HeldWords {
  const { words } = cut
  const named = placesIn(names)
  const said = valuesOf(rule, 'en').map(String).join(' ; ')
  const times = placesIn(timesIn(words, rule))
  const likes = placesIn(likesIn(words, said))
  const framed = framesIn(cut, rule)
  const ofSets = wordsOfSets(rule)
  const saidWords = said.toLowerCase().split(/[^a-z0-9]+/)
  const stems = new Set(saidWords.map(stemOf))
  const units = placesIn(unitsIn(words, names))
  const isHeld = (word: string, at: number): boolean =>
    named.has(at) ||
    units.has(at) ||
    times.has(at) ||
    likes.has(at) ||
    framed.has(at) ||
    ofSets.has(word) ||
    stems.has(stemOf(numbers[word] ?? word))
  return {
    cut,
    isNamed: words.map((_, at) => named.has(at)),
    isOpen: words.map((word, at) => /[\p{L}\d]/u.test(word) && !isHeld(word, at)),
  }
}

/** From a word to the place after the last. */
type Places = readonly { readonly from: number; readonly end: number }[]

function placesIn(places: Places): ReadonlySet<number> {
  return new Set(places.flatMap(wordPlacesOf))
}

/** What the question says its things are like. */
function likesIn(words: readonly string[], said: string): Places {
  return words.flatMap((_, from) =>
    likeKinds
      .flatMap((kind) => ruleWordsAt(words, from, kind))
      .flatMap(({ end, word }) =>
        spacedWords(said).includes(spacedWords(word.en.replace(/^an? /, '')))
          ? [{ from, end }]
          : [],
      ),
  )
}

/** The unit behind a value, and the long form before the short one in brackets that is asked. */
function unitsIn(words: readonly string[], names: Places): Places {
  return names.flatMap(({ from, end: stop }) => {
    const isNamedAlone = !words.slice(from, stop).some((word) => /\d/.test(word))
    const limit = words.findIndex((word, at) => at >= stop && !signs.has(word))
    const isLimit = isNamedAlone && limit > stop && /^\d+$/.test(words[limit] ?? '')
    const end = isLimit ? limit : stop
    const last = words.findIndex(
      (word, at) => at >= end && !(units.has(word) || (isLimit && /^[\d.]+$/.test(word))),
    )
    const isShort = words[from - 1] === '(' && words[stop] === ')'
    const longFrom = isShort ? from - 1 - Math.min(from - 1, longForm) : from
    const joint = words
      .slice(longFrom, from - 1)
      .findLastIndex((word) => joints.has(word) || filler.has(word))
    return [
      ...(last > end
        ? [{ from: stop, end: last }]
        : last < 0
          ? [{ from: stop, end: words.length }]
          : []),
      ...(isShort ? [{ from: longFrom + joint + 1, end: from - 1 }] : []),
    ]
  })
}

const signs = new Set(') > < ≥ ≤ = is of than'.split(' '))
const longForm = 5
const units = new Set(
  'x × times time institutional upper limit normal uln range of the mm 3 mm3 m2 2 73 1 73m2 l dl ml min kg ul mul cells cell mmhg mg 10 9 109 10^9 / . µl iu u % sec seconds bpm'.split(
    ' ',
  ),
)

const likeKinds = ['a', 'q'] as const

/** The words with which the set questions among several are said. */
function wordsOfSets(rule: AskedRule): ReadonlySet<string> {
  if (rule.ask !== 'several') return noWords
  const phrases = new Set(rule.rules.flatMap((one) => (one.ask === 'set' ? [one.phrase] : [])))
  const asks = new Set(rule.rules.map(({ ask }) => ask))
  return new Set([
    ...phraseBags.flatMap(({ phrase, may, needs }) =>
      phrases.has(phrase) || (asks.has('pregnancy') && phrase === 'contraception')
        ? [...may, ...needs.flatMap((one) => [...one])]
        : [],
    ),
    ...(asks.has('pregnancy') || phrases.has('childbearing')
      ? [...pregnancyWords, 'using', 'other']
      : []),
    ...(asks.has('speaks') ? languageWords : []),
    ...(phrases.size > 0 ? [...filler, ...denying] : []),
  ])
}

const noWords: ReadonlySet<string> = new Set()
const languageWords = wordSet(
  'speak speaks read reads write writes understand understands fluent fluently language english french spanish german danish dutch italian arabic chinese japanese korean norwegian portuguese swedish',
)

/** Where a rule says the times of its question, and "6 weeks since" of "in the last 6 weeks". */
function timesIn(words: readonly string[], rule: AskedRule): Places {
  const times = askedTimesOf(rule)
  const whole = new Set(times.map((one) => JSON.stringify(one)))
  return words.flatMap((word, from) => {
    const read = timeAt(words, from).filter(({ value }) => whole.has(JSON.stringify(value)))
    const next = (words[from + 1] ?? '').replace(/^hr$/, 'hour')
    const isLength = times.some(
      ({ count, unit }) => unit === next && String(count) === (numbers[word] ?? word),
    )
    return [
      ...read.map(({ end }) => ({ from, end })),
      ...(isLength ? [{ from, end: from + 2 }] : []),
    ]
  })
}

const numbers: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  twelve: '12',
}

/** "Loop zorbs", "grade 3 or 4 zorbs": words directly before what is asked say which of them. */
function isBefore({ cut: { words }, isNamed }: HeldWords, at: number): boolean {
  let place = at
  while (place < words.length && isNamed[place] !== true) {
    const word = words[place] ?? ''
    if (
      turning.has(word) ||
      narrowing.has(word) ||
      (joints.has(word) && !isOfDegrees(words, place))
    )
      return false
    place++
  }
  return place < words.length
}

const degrees = /^(?:\d+|[a-d]|i{1,3}|iv|v)$/

/** "B or C" is one degree of a thing. */
function isOfDegrees(words: readonly string[], at: number): boolean {
  return degrees.test(words[at - 1] ?? '') && degrees.test(words[at + 1] ?? '')
}

/** "Zorbs that need a blurg": what is said of it behind, to the end of the row. */
function isBehind({ cut: { words }, isNamed }: HeldWords, at: number): boolean {
  if (isOfLettingOff(words, at)) return true
  const opening = openingOf(words, at)
  let isSaid = opening !== undefined
  for (let place = opening === undefined ? at : opening - 1; place >= 0; place--) {
    const word = words[place] ?? ''
    if (word === ')') place = words.lastIndexOf('(', place)
    else if (isNamed[place] === true) return isSaid || narrowing.has(word)
    else if (joints.has(word) && !isOfDegrees(words, place) && !goingOn.has(words[place + 1] ?? ''))
      return false
    isSaid ||= narrowing.has(word)
  }
  return false
}

/** "Zorbs. Who has blurgs is eligible": a sentence that lets somebody off. */
function isOfLettingOff(words: readonly string[], at: number): boolean {
  const from = words.lastIndexOf('.', at) + 1
  const end = words.indexOf('.', at)
  return from > 0 && words.slice(from, end < 0 ? undefined : end).some((word) => letOff.has(word))
}

const letOff = wordSet('permitted allowed acceptable eligible allowable')

/** The bracket in which a word stands. */
function openingOf(words: readonly string[], at: number): number | undefined {
  const opening = words.lastIndexOf('(', at)
  return opening >= 0 && !words.slice(opening, at).includes(')') ? opening : undefined
}

/** Words that make of what they stand before another thing. */
const turning = wordSet(
  'non not no without never pre post anti sub pseudo near former family familial maternal paternal risk high-risk suspected possible potential presumed prophylactic chemoprophylactic preventive preventative absent negative borderline controlled treated resolved cured free',
)
const joints = new Set('or and nor but no , ; . :'.split(' '))
const narrowing = wordSet(
  `
  with that which who whose requiring requires require required needing needs need due caused causing because secondary
  resulting leading associated related in of at on for from during within before after following to despite treated under
  using by limiting affecting preventing interfering making where when while since until prior preceding involving
  without unless except excluding if not refractory resistant likely against as
  `,
)
/** With what says more of a thing, a comma or an "or" before it does so, too. */
const goingOn = new Set([
  ...narrowing,
  ...wordSet('is are was were longer more higher greater less lower above below'),
])

/** Of things that are all asked for, a no to some tells. */
function isOneOfNeeded({ kind, text }: WrittenRule, rule: AskedRule): boolean {
  return kind !== 'exclusion' && !rule.isTurned && !choosing.test(text)
}

const choosing = /\b(?:or|either|unless|if|except\w*|other than|not|without)\b|\p{L}{3}\/\p{L}{3}/iu

const ofTime = wordSet(
  'of in at on for from during within before after to since until prior preceding',
)

/** Of things of which each is enough, a yes to some tells, where nothing is said of them all. */
function isOneOfChoice(held: HeldWords, open: readonly number[]): boolean {
  const { words } = held.cut
  if (open.some((at) => isBefore(held, at) || isBehind(held, at))) return false
  const last = words.findLastIndex((word) => joints.has(word))
  return !words.slice(last + 1).some((word) => narrowing.has(word) && !ofTime.has(word))
}
