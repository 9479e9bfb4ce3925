import type { TruthExpression, ValueExpression } from '../protocol/document/expressions.ts'
import { namedMoment, selectText } from './moments.ts'
import { quantityInWords } from './values.ts'
import { codeText, codesText, type Telling, titleOf, wordingText } from './telling.ts'

/** How a rule is read: a line, and the lines under it. */
export interface ConditionInWords {
  readonly text: string
  readonly parts: readonly ConditionInWords[]
}

/** How the engine reads a condition, in words that a clinician can hold against the source's. */
export function conditionInWords(telling: Telling, rule: TruthExpression): ConditionInWords {
  const { truth } = telling.words.rules
  switch (rule.op) {
    case 'and':
    case 'or':
      return only(telling, rule.of) ?? group(telling, truth[rule.op], rule.of)
    case 'not':
      return group(telling, truth.not, [rule.of])
    case 'atLeast':
      return group(telling, truth.atLeast(rule.count, rule.of.length), rule.of)
    case 'any':
    case 'agreed':
      return onReadings(telling, truth[rule.op](selectText(telling, rule.of)), rule.holds)
    case 'doubt':
      return doubtLine(telling, rule)
    case 'fact':
    case 'code':
    case 'compare':
    case 'exists':
    case 'before':
    case 'defined':
    case 'judgement':
      return { text: leafText(telling, rule), parts: [] }
  }
}

type Leaf = Extract<
  TruthExpression,
  { op: 'fact' | 'code' | 'compare' | 'exists' | 'before' | 'defined' | 'judgement' }
>

function leafText(telling: Telling, rule: Leaf): string {
  const { truth } = telling.words.rules
  switch (rule.op) {
    case 'fact':
      return truth.fact(titleOf(telling, rule.item))
    case 'code':
      return truth.code(titleOf(telling, rule.item), codesText(telling, rule.in))
    case 'compare':
      return truth.compare(
        valueText(telling, rule.left),
        telling.words.participant.ground.signs[rule.is].met,
        valueText(telling, rule.right),
      )
    case 'exists':
      return truth.exists(selectText(telling, rule.of))
    case 'before':
      return truth.before(namedMoment(telling, rule.first), namedMoment(telling, rule.second))
    case 'defined':
      return titleOf(telling, rule.name)
    case 'judgement':
      return truth.judgement(rule.by, wordingText(telling, rule.question))
  }
}

function group(telling: Telling, text: string, of: readonly TruthExpression[]): ConditionInWords {
  return { text, parts: of.map((one) => conditionInWords(telling, one)) }
}

/** A group of one is that one. */
function only(telling: Telling, of: readonly TruthExpression[]): ConditionInWords | undefined {
  const [first, ...others] = of
  return first && others.length === 0 ? conditionInWords(telling, first) : undefined
}

/** A short test of the reading stands in the same line. */
function onReadings(telling: Telling, text: string, holds: TruthExpression): ConditionInWords {
  const test = conditionInWords(telling, holds)
  return test.parts.length === 0
    ? { text: `${text} ${test.text}`, parts: [] }
    : { text, parts: [test] }
}

function doubtLine(
  telling: Telling,
  rule: Extract<TruthExpression, { op: 'doubt' }>,
): ConditionInWords {
  const { truth } = telling.words.rules
  return {
    text: truth.doubt(wordingText(telling, rule.question)),
    parts: [
      group(telling, truth.doubtReading, [rule.reading]),
      group(telling, truth.doubtOthers, rule.others),
    ],
  }
}

/** A value as a rule names it: "38.0 °C", "age in completed months at the first injection". */
function valueText(telling: Telling, value: ValueExpression): string {
  const { reading, value: words } = telling.words.rules
  switch (value.op) {
    case 'quantity':
      return quantityInWords(telling, value)
    case 'text':
      return value.text
    case 'this':
      return reading.this
    case 'bySite':
      return reading.bySite(limitsText(telling, value.sites))
    case 'reading':
      return readingText(telling, value)
    case 'count':
      return countText(telling, value)
    case 'age':
      return words.age[value.unit](namedMoment(telling, value.on))
    case 'day':
      return words.day(titleOf(telling, value.anchor), namedMoment(telling, value.of))
    case 'elapsed':
      return words.elapsed[value.unit](
        namedMoment(telling, value.from),
        namedMoment(telling, value.to),
      )
    case 'derived':
      return words.derived(value.by, inputsText(telling, value.inputs))
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return `(${value.of.map((one) => valueText(telling, one)).join(words.signs[value.op])})`
  }
}

function readingText(
  telling: Telling,
  { pick, of, comparable }: Extract<ValueExpression, { op: 'reading' }>,
): string {
  const words = telling.words.rules.reading
  const said = words.picks[pick](selectText(telling, of))
  return comparable ? words.comparable(said, comparable.detail) : said
}

function countText(
  telling: Telling,
  { of, holds }: Extract<ValueExpression, { op: 'count' }>,
): string {
  const words = telling.words.rules.reading
  const reading = selectText(telling, of)
  return holds
    ? words.countHolds(reading, oneLine(conditionInWords(telling, holds)))
    : words.count(reading)
}

/** A rule and what is under it, in one line. */
function oneLine({ text, parts }: ConditionInWords): string {
  return parts.length === 0 ? text : `${text} ${parts.map(oneLine).join('; ')}`
}

function limitsText(
  telling: Telling,
  sites: Extract<ValueExpression, { op: 'bySite' }>['sites'],
): string {
  return Object.entries(sites)
    .map(([site, limit]) => `${codeText(telling, site)} ${quantityInWords(telling, limit)}`)
    .join(', ')
}

function inputsText(
  telling: Telling,
  inputs: Extract<ValueExpression, { op: 'derived' }>['inputs'],
): string {
  return Object.values(inputs)
    .map((one) => valueText(telling, one))
    .join(', ')
}
