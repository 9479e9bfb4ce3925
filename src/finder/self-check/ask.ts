import type { AskedItem, AskedRule } from '../../words/language/asked.ts'
import { type Criterion, type Part, allCriteria } from '../eligibility/criteria.ts'
import { readCriterion } from '../eligibility/readings.ts'
import type { Reading } from '../eligibility/reading.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { conceptsIn } from './concepts-in.ts'
import { type ListWords, noWords, wordsUnder } from './list-words.ts'
import type { WrittenRule } from './plain/asked-rule.ts'
import { enoughPartsOf } from './plain/enough-parts.ts'
import { asFarAsHeld } from './ledger/gate.ts'
import { toLastWord } from './plain/last-word.ts'
import { tellsSomething } from './plain/named-alone.ts'
import { namedThingsOf } from './plain/named-things.ts'
import { neededPartsOf } from './plain/needed-parts.ts'
import { type ReadAsk, type RuleReader, ruleReader } from './plain/rule-reader.ts'
import { saysNoRule } from './plain/no-rule.ts'
import { rewordedOf } from './plain/reworded.ts'
import { spokenTopicOf } from './plain/spoken-topics.ts'
import { sinceRuleOf } from './plain/since-rules.ts'
import { toldTopicOf } from './plain/told-topics.ts'
import { valueRuleOf } from './plain/value-rules.ts'
import { widerFormOf } from './plain/wider-forms.ts'
import { widerTextOf } from './plain/wider-texts.ts'
import { openIfInDoubt } from './plain/in-doubt.ts'
import { isOfNow } from './plain/slips.ts'
import { withSafeAnswers } from './plain/unsafe-answers.ts'
import { everIfPast, isBareTreatment } from './plain/wider-rule.ts'

/** How a criterion is put to a person: as a plain question that asks exactly what it says, or left to the site. */
export type CriterionAsk =
  | { readonly kind: 'site' }
  | {
      readonly kind: 'rule'
      readonly rule: AskedRule
      /** What the question's values are read from, by their place. */
      readonly readings: readonly Reading[]
    }

/** Each criterion of a study with how it is put, by its id. */
export type AsksById = ReadonlyMap<string, CriterionAsk>

/** How each criterion of a study is put to a person; `known` is what was read in each, by its id. Rule `question@2`: only what was read to its last word is asked. */
export function asksOf(
  parts: readonly Part[],
  known: ReadonlyMap<string, readonly Reading[]>,
  vocabulary: Vocabulary,
): AsksById {
  const asks = new Map<string, CriterionAsk>()
  const concepts = conceptsIn(vocabulary)
  const readBefore = new Map(allCriteria(parts).map(({ id, text }) => [text, known.get(id)]))
  const reader = ruleReader(
    (text) => readBefore.get(text) ?? readCriterion({ text }, concepts),
    vocabulary,
  )
  const add = (criterion: Criterion, over: ListWords | undefined, isChoice: boolean): void => {
    const ask = over && askOf(criterion, { over, isChoice, reader })
    asks.set(criterion.id, ask ?? site)
    const under = underOf(criterion, over)
    const isOfChoice = (over !== undefined && isChoice) || criterion.join === 'any'
    for (const child of criterion.children)
      if (child.type === 'criterion') add(child, under, isOfChoice)
  }
  for (const part of parts) if (part.type === 'criterion') add(part, noWords, false)
  return asks
}

/** What the words of a rule say of the lines under it; after a rule of its own only that they let somebody off. */
function underOf(criterion: Criterion, over: ListWords | undefined): ListWords | undefined {
  if (exceptOver.test(criterion.text)) return undefined
  if (criterion.opens) return wordsUnder(criterion, over)
  return lettingOff.test(criterion.text) ? undefined : noWords
}

/** "… within 14 days. The following are exceptions:", "… except:": the lines under it keep nobody out. */
const lettingOff =
  /\b(?:unless|allowed|permitted|acceptable|eligible|not exclu\w+)\b[^.;]{0,80}(?:\([^()]*\)?)?\W*$/i

const exceptOver =
  /\b(?:exceptions?|except|exempt\w*|other than|excluding|apart from)\b[^.;]{0,80}(?:\([^()]*\)?)?\W*$/i

/** What a line is read with. */
interface Reads {
  readonly over: ListWords
  /** True where one line of several is enough: what a line names may be a choice, too. */
  readonly isChoice: boolean
  readonly reader: RuleReader
}

function askOf(criterion: Criterion, reads: Reads): CriterionAsk {
  if (criterion.opens || saysNoRule(criterion)) return site
  const { kind, text } = criterion
  const read = readLine({ kind, text: text.replaceAll(explaining, '') }, reads)
  const isAlone = reads.over === noWords && !reads.isChoice
  const sure = read && isAlone ? openIfInDoubt({ kind, text }, read) : read
  const safe = sure && withSafeAnswers({ kind, text }, sure)
  const found = safe && toLastWord({ kind, text }, safe, reads.reader.vocabulary)
  const held =
    found && asFarAsHeld({ kind, text }, found, { vocabulary: reads.reader.vocabulary, isAlone })
  if (!held || isOfAnyTreatment(held.rule)) return site
  return reads.over.isOfValues === true && !isOfValuesAlone(held.rule)
    ? site
    : { kind: 'rule', ...(kind === 'exclusion' ? leftIfOfNow(text, held) : held) }
}

/** Who had once what keeps out whoever has it now is asked whether they ever did: a yes tells nothing. */
function leftIfOfNow(text: string, ask: ReadAsk): ReadAsk {
  return isOfNow(text, ask.rule) ? { ...ask, rule: { ...ask.rule, isWide: true } } : ask
}

function readLine(line: WrittenRule, reads: Reads): ReadAsk | undefined {
  const { over, isChoice, reader } = reads
  const found = readUnder(line, reads)
  return found || over.loose === undefined
    ? found
    : looseLine(line, over.loose, { isChoice, reader })
}

/** "… The closing of the zorb alone is not enough." explains what was said before it. */
const explaining =
  /(?<=[\p{L}\d)]{2}\.)\s+\p{Lu}[^.;]*\b(?:alone|by itself) (?:is|are|does|do|will) not\b[^.;]*\.?/gu

/** A line with what the words over it say of it. */
function readUnder(line: WrittenRule, { over, isChoice, reader }: Reads): ReadAsk | undefined {
  const { before, after, isOfValues, unread, said } = over
  if (over.isLoose) return undefined
  if (unread !== undefined) return widenedUnder(line, unread, reader)
  if (before === '' && after === '')
    return (
      reader.wholeOrWider(line) ?? (isOfValues ? undefined : readOtherwise(line, isChoice, reader))
    )
  const whole = reader.whole({ kind: line.kind, text: lineIn(line.text, before, after) })
  return whole ?? (said === undefined ? undefined : widenedUnder(line, said, reader))
}

/** A rule that was not read as it stands: of a time, of something wider, or of a part of it. */
function readOtherwise(
  line: WrittenRule,
  isChoice: boolean,
  reader: RuleReader,
): ReadAsk | undefined {
  return (
    readInPart(line, isChoice, reader) ??
    rewordedOf(
      line,
      reader,
      (plain) => reader.wholeOrWider(plain) ?? readInPart(plain, isChoice, reader),
      (plain) => namedIn(plain, reader),
    ) ??
    topicOf(line)
  )
}

/** What is named in a rule, where nothing more exact is read: values that must be, things, other values. */
function namedIn(line: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  const value = valueRuleOf(line, reader)
  return value && !value.rule.isPart ? value : (namedThingsOf(line, reader) ?? value)
}

function readInPart(line: WrittenRule, isChoice: boolean, reader: RuleReader): ReadAsk | undefined {
  return (
    sinceRuleOf(line, reader) ??
    widerFormOf(line, reader) ??
    (isChoice ? undefined : neededPartsOf(line, reader)) ??
    enoughPartsOf(line, reader) ??
    (isChoice ? undefined : widerTextOf(line, reader))
  )
}

function topicOf(line: WrittenRule): ReadAsk | undefined {
  const rule = toldTopicOf(line) ?? spokenTopicOf(line)
  return rule && { rule, readings: [] }
}

/** A line that may be but a part of what counts: neither answer tells it. */
function looseLine(
  line: WrittenRule,
  over: string,
  { isChoice, reader }: Pick<Reads, 'isChoice' | 'reader'>,
): ReadAsk | undefined {
  const found = reader.wholeOrWider(line) ?? readOtherwise(line, isChoice, reader)
  if (!found || found.rule.isTurned || !tellsSomething(found)) return undefined
  // Who is pregnant is kept out, whatever else the words over the line say.
  if (found.rule.ask === 'pregnancy' && line.kind === 'exclusion') return found
  return { ...found, rule: { ...everIfPast(found.rule, over), isWide: true, isPart: true } }
}

function lineIn(text: string, before: string, after: string): string {
  return `${before} ${after === '' ? text : text.replace(/[\s.;,]+(?:and|or)?[\s.;,]*$/i, '')} ${after}`.trim()
}

/** "Diagnosis or treatment", "drugs ‖ that zorble": a medicine or a treatment, whatever it is, was given to everybody. */
function isOfAnyTreatment(rule: AskedRule): boolean {
  const rules = rule.ask === 'several' ? rule.rules : [rule]
  return rules.some(
    (one) =>
      one.ask === 'things' &&
      (one.frame === 'took' ||
        one.frame === 'had' ||
        (rule.isWide === true && one.frame === 'take')) &&
      one.what.things.some((thing) => isBareTreatment(thing)),
  )
}

function isOfValuesAlone(rule: AskedRule): boolean {
  return rule.ask === 'things' && rule.what.things.every(isValue)
}

/** A line under such words, asked alone: a no tells it, a yes leaves it open. */
function widenedUnder(line: WrittenRule, over: string, reader: RuleReader): ReadAsk | undefined {
  const found = reader.wholeOrWider(line) ?? widerFormOf(line, reader)
  if (!found || found.rule.isTurned) return undefined
  return { ...found, rule: { ...everIfPast(found.rule, over), isWide: true } }
}

const site: CriterionAsk = { kind: 'site' }

/** Whether a question asks of one measured value alone. */
export function onlyValueOf(ask: CriterionAsk): Reading | undefined {
  if (ask.kind !== 'rule' || ask.rule.ask !== 'things') return undefined
  const [only, ...more] = ask.rule.what.things
  if (!only || more.length > 0 || !isValue(only) || only.tails.length > 0) return undefined
  return ask.readings[only.reading]
}

function isValue(item: AskedItem): item is Extract<AskedItem, { reading: number }> {
  return 'reading' in item
}
