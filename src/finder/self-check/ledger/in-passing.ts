import type { AskedItem, AskedRule } from '../../../words/language/asked.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import type { Account } from './account.ts'

/**
 * Whether a question that no answer tells asks of what its rule says in passing alone: what a thing comes from or needs, what
 * it is found with or without, who is let off, or what it is not.
 */
export function asksInPassing(text: string, rule: AskedRule, { cut, names }: Account): boolean {
  return itemsOf(rule).some((item) => {
    if (!isThing(item)) return false
    const places = names.filter(({ en }) => en === item.name.en)
    return (
      places.length > 0 &&
      places.every(({ from, end }) => {
        const before = text.slice(0, cut.starts[from] ?? 0)
        return aside.test(before) || compound.test(text.slice(cut.ends[end - 1] ?? 0))
      })
    )
  })
}

function itemsOf(rule: AskedRule): readonly AskedItem[] {
  if (rule.ask === 'several') return rule.rules.flatMap(itemsOf)
  return rule.ask === 'things' && rule.frame !== 'need' ? rule.what.things : []
}

/** "Because of zorb", "those that need zorb", "non-zorbic", "with or without zorb". */
const aside =
  /\b(?:because of|caused by|secondary to|due to|result(?:ing|s)? (?:from|of)|associated with|related to|unrelated to|other than|except(?:ing)?(?: for| of)?|apart from|excluding|without|despite|(?:that|which|who|those) (?:\w+ )?requir\w+|those requiring|if|unless(?: \w+){0,3} in|with (?:or|and) without|for the (?:prevention|prophylaxis) of|prior to|before starting|eligible for|candidates? for|suitable for|in case of)(?: (?:an?|the|any|other|their|severe|active|use of|systemic|oral))* $|\bnon[- ]?$/i
/** "Zorb-related", "zorb-free". */
const compound =
  /^[- ](?:related|associated|induced|free|negative|na[iï]ve|like|specific|directed|containing|positive (?:donors?|partners?)|chemoprevention|prevention|screening|vaccin\w+|education|clinics?|programm?es?|scores?|scales?|models?|inventor\w+|questionnaires?)\b/i
