import { allergyOf } from './allergies.ts'
import type { WrittenRule } from './asked-rule.ts'
import type { ReadAsk, RuleReader } from './rule-reader.ts'

/**
 * A rule that is not read as it stands, asked of what is left without its brackets ("Asthma (zorbled in spring)"), or, where
 * "and" may mean one or both of what keeps out ("asthma and eczema"), of either. A no to what is asked tells the rule; a yes
 * leaves it open. Rule `wider-texts@1`.
 */
export function widerTextOf(rule: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  if (rule.text.length > mostText || /:\s*$/.test(rule.text)) return undefined
  const found = withoutAsides(rule, reader) ?? eitherOfBoth(rule, reader)
  if (found) return found
  const allergy = allergyOf(rule, reader.vocabulary)
  return allergy && { rule: allergy, readings: [] }
}

const mostText = 450

/** A bracket with a value is the study's own definition, which the question tells of; any other only says more. */
function withoutAsides({ kind, text }: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  const asides = [...text.matchAll(aside)]
  if (asides.length === 0 || adding.test(text)) return undefined
  const isStrict = kind !== 'exclusion' || turning.test(text)
  const letsIn = asides.some(({ 0: words }) => lettingIn.test(words))
  if (isStrict && letsIn) return undefined
  const defined = text.replaceAll(aside, (words, at: number) =>
    value.test(words) && !amount.test(text.slice(0, at)) ? ' (defined as such)' : '',
  )
  const found = readWider({ kind, text: defined.replaceAll(/\s+/g, ' ').trim() }, reader)
  return letsIn && found?.rule.isTurned ? undefined : found
}

/** A bracket, with the space before it; names of tests and the like are read with their word. */
const aside = /\s*(?:\([^()]*\)|\[[^[\]]*\]?)/g
const value =
  /[<>≤≥=]|\b(?:less|greater|more|above|below|over|under) (?:than )?\d|\d\s?(?:%|mm|mg|°)/i
/** After a value a bracket says it in another unit. */
const amount = /\d\s?[\p{L}%/²³\d.^]{0,14}$/u
/** What adds to the things that are named, or turns them. */
const adding =
  /[([]\s*(?:(?:and\/)?or|and|nor|plus|also|as well as|either|\+|&|not|no|non|without|must|excluding|in addition)\b/i
/** What lets somebody in, or asks for something else instead. */
const lettingIn =
  /\b(?:or|if|unless|except\w*|may|might|can|could|allowed|permitted|acceptable|not required|also|including|includes?|regardless|optional|alternatively|instead|waive\w*|eligible|other than|only|for|cohorts?|parts?|phases?|arms?|groups?|in (?:case|the case|patients|subjects|participants|those|women|men)|with)\b/i
const denying = String.raw`no|not|without|absence|free|never|unable|inability|unwilling\w*|cannot|refus\w*|lack|neither`
const turning = new RegExp(String.raw`\b(?:${denying}|fail\w*|nor)\b`, 'i')

/** "Asthma and eczema": who has neither is not kept out, whether one or both are meant. */
function eitherOfBoth({ kind, text }: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  if (kind !== 'exclusion' || !/\band\b/i.test(text) || notOfBoth.test(text)) return undefined
  const either = text.replaceAll(/,?\s+and\s+/gi, ' or ')
  const found = readWider({ kind, text: either }, reader)
  return found?.rule.isTurned ? undefined : found
}

/** "And" within a range, or where something is denied, let in or asked for. */
const notOfBoth = new RegExp(
  String.raw`\b(?:between|both|${denying}|unless|except\w*|must|should|other than|from \d|range\w*|negative|normal|and\/or)\b`,
  'i',
)

function readWider(rule: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  const found = reader.whole(rule)
  return found && { ...found, rule: { ...found.rule, isWide: true } }
}
