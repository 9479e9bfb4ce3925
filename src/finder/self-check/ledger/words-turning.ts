import type { AskedRule } from '../../../words/language/asked.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import { wordSet } from '../plain/word-sets.ts'
import type { Account } from './account.ts'
import { askedTimesOf } from './asked-values.ts'

/** What the words that a question does not hold make of its answers. */
export interface Turning {
  /** A yes tells nothing. */
  readonly isWide: boolean
  /** A no tells nothing. */
  readonly isPart: boolean
}

/** Whether words that the question does not hold could turn what an answer tells. */
export function wordsTurning(line: WrittenRule, rule: AskedRule, account: Account): Turning {
  const isOut = (line.kind === 'exclusion') !== rule.isTurned
  const isOpen =
    (isOfThings(rule) && (leaves(account, indefinite) || leaves(account, seasons))) ||
    isStillGoing(line.text, rule) ||
    isLikeOfRow(line.text, rule)
  const isWide =
    isOpen ||
    isUnable(line.text, rule) ||
    (isOut && isOfThings(rule) && (leaves(account, others) || leaves(account, ways))) ||
    (rule.isPart === true && isOut && isOfThings(rule) && leaves(account, states)) ||
    ofChosenPart.test(line.text) ||
    isPastOfLast(line.text, rule)
  return { isWide, isPart: isOpen || isSpokenAlone(line.text, rule) }
}

function isOfThings({ ask }: AskedRule): boolean {
  return ask === 'things' || ask === 'several'
}

function leaves({ cut, isHeld }: Account, words: ReadonlySet<string>): boolean {
  return cut.words.some((word, at) => isHeld[at] === false && words.has(word))
}

/** "Certain illnesses": which, only the study says. */
const indefinite = wordSet('certain specific selected specified')
/** "From August to October" is not now. */
const seasons = wordSet(
  'january february march april june july august september october november december spring summer autumn winter season seasons',
)
/** "No other treatment at the same time": the study's own is another. */
const others = wordSet('other another')

/** How a medicine is given, where not each way is meant. */
const ways = wordSet(
  'intrathecal intravitreal intravenous intraarticular inhaled intranasal injectable parenteral subcutaneous intramuscular topical',
)
/** "Uncontrolled zorb, blurg or quix": it may be said of each. */
const states = wordSet(
  'uncontrolled unstable severe active symptomatic untreated advanced decompensated serious major acute',
)

/** "The study eye": one of two, which the study picks. */
const ofChosenPart =
  /\b(?:study|target|index|treated|operated|fellow|affected) (?:eyes?|knees?|hips?|limbs?|legs?|arms?|feet|foot|hands?|shoulders?|ears?|breasts?|joints?|teeth|tooth|sides?|lesions?|areas?|vessels?)\b/i

/** "On a stable zorb for more than 2 weeks before": since then, and not at some time before. */
function isStillGoing(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || (rule.frame !== 'had' && rule.frame !== 'took')) return false
  return (
    going.test(text) &&
    askedTimesOf(rule).some(({ kind }) => kind === 'moreThan' || kind === 'before')
  )
}

const going =
  /\b(?:(?:is|are|be|been|currently|being|if) (?:on|taking|receiving|treated|using)|stable|continuous|maintained|ongoing)\b/i

/** Who speaks a language may not read it. */
function isSpokenAlone(text: string, rule: AskedRule): boolean {
  return (
    rule.ask === 'speaks' &&
    !/\b(?:read\w*|writ\w*|\w*litera\w*|fluen\w*|native|languages?|proficien\w*|understand\w*)\b/i.test(
      text,
    )
  )
}

/** Who cannot sign may well agree: a yes tells nothing of it. */
function isUnable(text: string, rule: AskedRule): boolean {
  return (
    rule.ask === 'set' &&
    rule.isTurned &&
    (rule.phrase === 'consent' || rule.phrase === 'consentOfOther') &&
    /\b(?:unable|inability|incapab\w+|incapacit\w+|incompeten\w+|not (?:be )?(?:able|capable|competent)|cannot|lack\w* (?:of )?(?:the )?capacity)\b/i.test(
      text,
    )
  )
}

/** "Medical, zorbic or blurgic conditions": the first is no word of the second. */
function isLikeOfRow(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || !/\w, \w+(?: \w+)? (?:or|and) \w/.test(text)) return false
  return rule.what.things.some(
    (one) => isThing(one) && one.like.some(({ en }) => en === 'medical' || en === 'physical'),
  )
}

/** "Zorb, blurg, or a history of quix": what the last was the others are. */
function isPastOfLast(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.frame !== 'had') return false
  // An illness that is or was is one of any time.
  if (new Set(rule.what.things.map((one) => (isThing(one) ? one.name.fr : ''))).size < 2)
    return false
  return (
    /(?:,|\bor|\band) (?:an? )?(?:prior |previous |recent |past )?history of\b/i.test(text) &&
    !/^\W*(?:\w+ ){0,4}history\b/i.test(text)
  )
}
