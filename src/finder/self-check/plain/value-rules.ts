import type { AskedRule } from '../../../words/language/asked.ts'
import type { MeasureReading, Reading } from '../../eligibility/reading.ts'
import { type WrittenRule, saysKeptOut } from './asked-rule.ts'
import { unnamed } from './rule-text.ts'
import type { ReadAsk, RuleReader } from './rule-reader.ts'

/**
 * "Platelets ≥ 20 x 10^9/L by zorbling (or lower if blurged)": the measured values that a rule names are asked. What is asked for must
 * be: a no tells it, where nothing gives a choice or lets anybody off. Of anything else the site asks the rest. Values of some
 * people only, of some time before, or of how something changed are none. Rule `value-rules@1`.
 */
export function valueRuleOf({ kind, text }: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  if (text.length > mostText || notOfAll.test(text)) return undefined
  if (kind !== 'exclusion' && saysKeptOut.test(text)) return undefined
  const readings = reader.readings(text)
  const values = firstValues(readings, text)
  const [first] = values
  if (!first || values.length > mostValues || isOfSome(text.slice(0, first.span.start)))
    return undefined
  const rest = withoutValues(text, readings)
  const isNeeded = kind !== 'exclusion'
  const isFree = isNeeded && !choice.test(rest) && isPlain(text, first.span.start)
  if (isNeeded ? denied.test(rest) : turned.test(rest)) return undefined
  const things = values.map((value) => ({ reading: readings.indexOf(value), tails: [] }))
  const joint = isNeeded && !/\bor\b/i.test(rest) ? 'and' : 'or'
  const rule: AskedRule = {
    ask: 'things',
    frame: 'concerns',
    what: { things, joint: things.length > 1 ? joint : undefined },
    isTurned: false,
    isWide: true,
    ...(!isFree && { isPart: true }),
  }
  return { rule, readings }
}

const mostText = 400
const mostValues = 4

/** Values outside brackets, one of each measure: those in brackets say the same again, or are of some people. */
function firstValues(readings: readonly Reading[], text: string): readonly MeasureReading[] {
  const seen = new Set<string>()
  const named = readings.filter(
    (one): one is MeasureReading =>
      one.type === 'measure' &&
      !one.negated &&
      one.codes.length > 0 &&
      !one.codes.some((code) => unnamed.has(code) || code === 'zScore'),
  )
  const open = named.filter(({ span }) => depthAt(text, span.start) === 0)
  return (open.length > 0 ? open : named).filter(({ codes }) => {
    const key = codes.join()
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** A value in brackets may be of what only a long rule says. */
function isPlain(text: string, at: number): boolean {
  return depthAt(text, at) === 0 || at < mostBefore
}

const mostBefore = 60

function depthAt(text: string, at: number): number {
  const before = text.slice(0, at)
  return (before.match(/[([]/g)?.length ?? 0) - (before.match(/[)\]]/g)?.length ?? 0)
}

function withoutValues(text: string, readings: readonly Reading[]): string {
  const spans = readings.filter(({ type }) => type === 'measure').map(({ span }) => span)
  return spans
    .toSorted((one, other) => other.start - one.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ¤ ${rest.slice(end)}`, text)
}

/** Of men and women, of children and adults, of one arm, of a change, of what was. */
const notOfAll =
  /\b(?:men|women|males?|females?|girls|boys|children|infants?|cohorts?|arms?|groups?|phases?|parts? [A-Z\d]|healthy|controls?|donors?|mothers?|mean|average|change\w*|decreas\w*|increas\w*|reduc\w+|drop|fall\w*|rise|rises|gain|loss|lost|difference|variab\w+|ratio|previous\w*|prior|history|past|ever|nadir|at (?:the time of )?diagnosis|at birth|during (?:the )?study|target|dose|doses|examples?|classified|classification|monitor\w*|discontinu\w*|withdraw\w*|reversed|recover\w*|improve\w*|toxicit\w+|transfusions?|followed by)\b/i

function isOfSome(before: string): boolean {
  return /\b(?:for|in|if|when|who|patients with|subjects with|those with|with|because|due|unless|except|until|whose)\b/i.test(
    before.replaceAll(/\b(?:who (?:have|has|are|is)|with)\s*$/gi, ''),
  )
}

const choice =
  /\b(?:or|unless|except\w*|if|either|may|might|can|allowed|permitted|acceptable|regardless|for (?:patients|subjects|participants|those)|in (?:patients|subjects|participants|those)|other than|waive\w*|also|eligible|should|will be|alternative\w*|any (?:value|level)|depending)\b|¤[^¤]{0,12}\b(?:for|if)\b(?!\s?(?:[≥>]|at least|more|the |dysp|\d))/i
const denied =
  /\b(?:no|not|without|absence|never|none|cannot|exclu\w+|ineligible)\b(?! (?:more|less|greater|higher|lower|be (?:less|more|lower)))/i
const turned =
  /\b(?:no|not|without|absence|never|none|unless|except\w*|eligible|allowed|permitted|may|must|should|only)\b/i
