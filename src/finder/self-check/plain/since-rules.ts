import type { ReadAsk, RuleReader } from './rule-reader.ts'
import type { WrittenRule } from './asked-rule.ts'

/**
 * "At least 4 weeks since prior chemotherapy and recovered": whether there was any in the last 4 weeks is asked. Who had some is
 * not as the rule says; what it asks beside the time is left open. Rule `since@1`.
 */
export function sinceRuleOf({ kind, text }: WrittenRule, reader: RuleReader): ReadAsk | undefined {
  const { length = '', what = '' } = since.exec(text)?.groups ?? {}
  if (what === '' || kind === 'exclusion' || ofSome.test(what)) return undefined
  const bare = what.replace(aside, '').replace(/[\s.,;]+$/, '')
  const found = reader.whole({
    kind: 'exclusion',
    text: `${bare.replace(already, '')} within the last ${length}`,
  })
  if (!found || found.rule.isTurned || !isOfTime(found)) return undefined
  const isWhole = bare.length >= what.replace(/[\s.,;]+$/, '').length
  const rule = { ...found.rule, isTurned: true, ...(!isWhole && { isPart: true as const }) }
  return { ...found, rule }
}

/** Each thing was within the time: in "surgery or radiotherapy within 4 weeks" it may be of the last alone. */
function isOfTime({ rule }: ReadAsk): boolean {
  if (rule.ask !== 'things') return false
  const { things } = rule.what
  return (
    things.length === 1 && things.every(({ tails }) => tails.some(({ tail }) => tail === 'time'))
  )
}

const since =
  /^(?:(?!cohort|arm|group|part|patients|subjects)[\p{L}/ ]{3,40}: ?)*(?:(?:patients?|subjects?|participants?) )?(?:(?:must|should) (?:be|have) )?(?:at least|≥|>|more than|greater than|a minimum of|minimum of)? ?(?<length>\d{1,3} (?:days?|weeks?|months?|years?)) (?:(?:must |should )?(?:have )?(?:elapsed|passed) )?(?:since|from|after|beyond) (?:the )?(?:(?:completion|end|last dose|date|administration|receipt|last administration|any|most recent|course) (?:of )?)*(?:the )?(?<what>\S.{3,90})$/iu
/** What is asked beside the time, and what is said of some of it. */
const aside =
  /\s*(?:\([^()]*\)|,? (?:and|with|with full) (?:full )?recover\w*.*$|,? and has recovered.*$)\s*/gi
const already = /^(?:last|any|previous|prior|most recent)\s+(?=\S)/i
/** Lets somebody off, or says more of one of several things. */
const ofSome =
  /\b(?:unless|except\w*|if|other than|for (?:patients|subjects|participants|those)|onset|diagnosis|diagnosed|birth|event|symptoms?|allowed|permitted|required|at least|no)\b/i
