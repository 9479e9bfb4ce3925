import type { AskedItem, AskedRule } from '../../words/language/asked.ts'
import type { Criterion, Part } from '../eligibility/criteria.ts'
import { readCriterion } from '../eligibility/readings.ts'
import type { Reading } from '../eligibility/reading.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { conceptsIn } from './concepts-in.ts'
import { askedRuleOf } from './plain/asked-rule.ts'

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
  const add = (criterion: Criterion, lead: string | undefined): void => {
    asks.set(criterion.id, lead === undefined ? site : askOf(criterion, lead))
    const under = criterion.opens ? leadOf(criterion.text) : ''
    for (const child of criterion.children) if (child.type === 'criterion') add(child, under)
  }
  const askOf = (criterion: Criterion, lead: string): CriterionAsk => {
    if (criterion.opens) return site
    const text = lead === '' ? criterion.text : `${lead} ${criterion.text}`
    const own = lead === '' ? known.get(criterion.id) : undefined
    const readings = own ?? readCriterion({ text }, concepts)
    const rule = askedRuleOf({ kind: criterion.kind, text }, readings, vocabulary)
    return rule ? { kind: 'rule', rule, readings } : site
  }
  for (const part of parts) if (part.type === 'criterion') add(part, '')
  return asks
}

const site: CriterionAsk = { kind: 'site' }

/**
 * What the words over a list say of each of its lines: nothing ("One of the following:"), or how each begins ("History of
 * any of the following:"). Undefined where they say more, so that its lines alone would ask something else.
 */
function leadOf(text: string): string | undefined {
  if (onlyOpens.test(text) || organsOpen.test(text)) return ''
  const [, lead] =
    /^(.{3,60}?) (?:any |either |one |one or more |at least one )?(?:of )?(?:the )?following\b(?: (?:conditions|diseases|disorders|medications|drugs|treatments|therapies|events|procedures))?\W*$/i.exec(
      text,
    ) ?? []
  return lead === undefined || /\b(?:no|not|without|absence|free|never|unless|except)\b/i.test(lead)
    ? undefined
    : lead
}

/** "Adequate organ function, as defined by:": each of its lines is a value that is asked alone. */
const organsOpen =
  /^(?!.*\b(?:no|not|without|unless|except|if|or one)\b)(?:(?:patients?|subjects?|participants?|must|have|has|having|demonstrate|evidence of|an?|with) )*(?:in)?(?:adequate|sufficient|acceptable|satisfactory|normal)\b[\w ,/()-]*\bfunctions?\b[^.:]*:?\W*$/i

const onlyOpens =
  /^(?:(?:has|have|having|with|presence|any|either|one|at least|least|meets?|meeting|must|patients?|subjects?|participants?|individuals?|people|those|who|that|are|is|will be|be|of|for|the|following|or|more|two|all|both|criteria|criterion|conditions?|diseases?|if|they|listed|below|defined as|as follows|exclusion|inclusion|a|an|these|other|medical|to|apply|applies|include|includes|including|included|including,? but not limited to|but not limited to|in order to be eligible|in this study|in the study|for this study|individuals?|requirements?|laboratory|lab|values?|ranges?|results?|parameters?|risk factors?|comorbidities|co-morbidities|cardiovascular|cardiac|medical|diagnos[ie]s|known|there|fulfil|fulfill|fulfilling|satisfy|enrolled|enrollment|eligible|eligibility|should|also|further|at the time of screening|at screening|such as|as|signs?|symptoms?|features?|characteristics|each|every|every one)[\s,:.]*)+$/i

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
