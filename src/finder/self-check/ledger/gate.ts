import { isThing } from '../../../words/language/is-thing.ts'
import type { AskedItem, AskedRule } from '../../../words/language/asked.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import type { ReadAsk } from '../plain/rule-reader.ts'
import { wordSet } from '../plain/word-sets.ts'
import { type Account, accountOf } from './account.ts'
import { thingKindsOf, valuesOf } from './asked-values.ts'
import { asksOtherSense } from './other-sense.ts'
import { saysTheSame } from './same-words.ts'
import { asksInPassing } from './in-passing.ts'
import { choicesIn } from './subjects.ts'
import { isAboutTopic } from './topic-held.ts'
import { setTurning } from './set-turning.ts'
import { senseTurning } from './sense-turning.ts'
import { unheldTurning } from './every-word.ts'
import { type Turning, wordsTurning } from './words-turning.ts'

/**
 * The last gate of every question: a round trip. What it asks is laid beside the English words of its rule again. Undefined where
 * it asks of something that the rule but names beside its subject, or that the rule does not say; an answer tells nothing
 * that words which the question does not hold could turn. A line that stands alone and says what is asked, in other words, is told
 * by both. Rule `ledger@3`.
 */
export function asFarAsHeld(
  line: WrittenRule,
  ask: ReadAsk,
  { vocabulary, isAlone }: { readonly vocabulary: Vocabulary; readonly isAlone: boolean },
): ReadAsk | undefined {
  const { rule } = ask
  if (!isAboutTopic(line.text, rule, vocabulary) || asksOtherSense(line, ask)) return undefined
  const account = accountOf(line.text, ask, vocabulary)
  if (
    isEmpty(rule) ||
    itemsOf(rule).some((one) => isOfTwoTypes(one) || isAnyMedicine(one) || isNoSuchThing(one))
  )
    return undefined
  if (itemsOf(rule).some((one) => isNotSaid(one, line.text, ask) || isPartOfName(one, account)))
    return undefined
  if (rule.isWide && isOfStopping(line, rule)) return undefined
  const turning = [
    wordsTurning(line, rule, account),
    senseTurning(line, ask, account),
    unheldTurning(line, ask, account),
    setTurning(line, rule),
  ].reduce(bothTurning)
  if (
    isAlone &&
    (rule.isWide || rule.isPart) &&
    !turning.isWide &&
    !turning.isPart &&
    saysTheSame(line, rule, accountOf(line.text, ask, vocabulary, false))
  )
    return { ...ask, rule: asSaid(rule) }
  const isWide = rule.isWide === true || turning.isWide
  const isPart =
    rule.isPart === true || turning.isPart || (isWide && leavesChoice(line, rule, account))
  if (isWide && isPart && asksInPassing(line.text, rule, account)) return undefined
  return {
    ...ask,
    rule: { ...rule, ...(isWide && { isWide: true }), ...(isPart && { isPart: true }) },
  }
}

function bothTurning(one: Turning, other: Turning): Turning {
  return { isWide: one.isWide || other.isWide, isPart: one.isPart || other.isPart }
}

/** Of a row of people who are pregnant or something else a yes tells, and a no does not. */
function asSaid(rule: AskedRule): AskedRule {
  const { isWide: _wide, isPart: _part, ...both } = rule
  return rule.ask === 'pregnancy' && rule.isPart ? { ...both, isPart: true } : both
}

function itemsOf(rule: AskedRule): readonly AskedItem[] {
  if (rule.ask === 'several') return rule.rules.flatMap(itemsOf)
  return rule.ask === 'things' ? rule.what.things : []
}

/** Of a pregnancy that only stands in the name of who is meant nothing is left to ask. */
function isEmpty(rule: AskedRule): boolean {
  if (rule.ask === 'several') return rule.rules.some(isEmpty)
  return rule.ask === 'pregnancy' && rule.about.length === 0
}

/** "Type 1 or badly controlled type 2 zorb": French would say one of the other. */
function isOfTwoTypes(item: AskedItem): boolean {
  return (
    isThing(item) && / de type /.test(item.name.fr) && item.like.some(({ fr }) => /type/.test(fr))
  )
}

/** "Zorbic component of a lesion", "a coma against zorb", "allergic to zorbitis": words that are of a medicine or not of an illness. */
function isNoSuchThing(item: AskedItem): boolean {
  if (!isThing(item)) return false
  const { name, like, tails } = item
  const isOfIllness = name.kind === undefined
  return (
    name.fr === 'composants' ||
    (isOfIllness && like.some(({ en }) => en.startsWith('against '))) ||
    (/^(?:allergie|mauvaise réaction|réaction allergique)/.test(name.fr) &&
      tails.some((one) => one.tail === 'to' && one.things.things.some(isIllness)))
  )
}

function isIllness(item: AskedItem): boolean {
  if (!isThing(item)) return false
  const { kind, mark, fr } = item.name
  return kind === undefined && (mark === undefined || mark === 'named') && illnessFr.test(fr)
}

const illnessFr = /^(?:asthme|eczéma|urticaire|maladie|trouble|syndrome|infection|rhinite)/

/** "Previous or concomitant medications": everybody took some. */
function isAnyMedicine(item: AskedItem): boolean {
  return (
    isThing(item) &&
    /^(?:médicament|traitement)$/.test(item.name.fr) &&
    item.tails.length === 0 &&
    item.like.every(({ en }) =>
      /^(?:earlier|current|at the same time|recent|ongoing|another|other|particular|certain|specific)/.test(
        en,
      ),
    )
  )
}

/** "Or < 18" of a weight is no age; "hearing aids" are no illness. */
function isNotSaid(item: AskedItem, text: string, { readings }: ReadAsk): boolean {
  if (isThing(item)) return item.name.fr === 'sida' && !/\bAIDS\b|\b[Aa]cquired\b/.test(text)
  const reading = readings[item.reading]
  if (reading?.type !== 'age') return false
  const said = text.slice(Math.max(0, reading.span.start - 30), reading.span.end + 40)
  return !/\b(?:age[ds]?|years?|yrs?|y\.?o\.?|months?|weeks?|days?|old|older|younger|adults?|child\w*|infants?)\b/i.test(
    said,
  )
}

/** "Withdrawal from zorbine", "the last dose of it was 3 weeks ago": who takes it is not asked for. */
function isOfStopping({ kind, text }: WrittenRule, rule: AskedRule): boolean {
  const kinds = thingKindsOf(rule)
  const isTaken =
    valuesOf(rule, 'frame').some((frame) => frame === 'take' || frame === 'concerns') &&
    (kinds.has('given') || kinds.has('done'))
  if (!isTaken || rule.isTurned) return false
  return (kind === 'exclusion' ? stopped : lastOne).test(text)
}

const stopped =
  /^\W*(?:\w+ ){0,3}(?:withdrawal (?:from|of)|discontinu\w+ of|stopping|cessation of)\b/i
const lastOne =
  /\b(?:last|final) (?:dose|treatment|administration|infusion|cycle)\b|\b(?:stopped|discontinued|wash-?out|off)\b/i

/** "Retina vein occlusion": of a bare process only the words beside it say which it is. */
function isPartOfName(item: AskedItem, { isHeld }: Account): boolean {
  if (!isThing(item) || item.name.of || item.like.length + item.tails.length > 0) return false
  return processes.test(item.name.fr) && isHeld.includes(false)
}

const processes =
  /^(?:obstruction|occlusion|blocage|hypertrophie|rétrécissement|sténose|sclérose|fibrose|nécrose|rupture|déchirure|perforation|dilatation|calcification|inflammation|lésion|anomalie|malformation|maladie|trouble)(?: \([^()]*\))?$/

/** What is asked for gives a choice that the question does not hold: a no does not tell it. */
function leavesChoice({ kind, text }: WrittenRule, rule: AskedRule, account: Account): boolean {
  if (kind === 'exclusion' || rule.isTurned) return false
  const items = itemsOf(rule)
  if (items.length === 0) return false
  return items.every(isThing) ? leavesThing(text, account) : leavesDegree(account)
}

/** "Acute leukaemia, a type of zorb, and blurg": one of a row of which the question holds no word. */
function leavesThing(text: string, { cut, isHeld }: Account): boolean {
  const choices = choicesIn(text.replace(/[.;]\s+\p{Lu}.*$/su, ''))
  let from = 0
  return choices.some((one) => {
    const start = text.indexOf(one, from)
    from = start + one.length
    const places = cut.words.flatMap((_, at) =>
      (cut.starts[at] ?? 0) >= start && (cut.ends[at] ?? 0) <= from ? [at] : [],
    )
    if (choices.length < 2 || !/\p{L}{3}/u.test(one) || noThing.test(one)) return false
    return places.every((at) => isHeld[at] !== true)
  })
}

/** A stage, a degree, or what a thing is like. */
const noThing =
  /^\w+(?:ed|[ai]ble|ic|al|ive)$|^(?:deemed|considered|suitable|eligible|stages?|grades?|men|all|longer|older|younger|more|less|higher|lower|greater|worse|above|below|over|under)\b/i

/** "Class II to (walking) IV": a further degree beside the value that is asked. */
function leavesDegree({ cut, isHeld }: Account): boolean {
  return cut.words.some(
    (word, at) => isHeld[at] === false && degrees.has(word) && beside.has(cut.words[at - 1] ?? ''),
  )
}

const degrees = wordSet('i ii iii iv v')
const beside = wordSet('to or , / and ( )')
