import type { AskedRule } from '../../words/language/asked.ts'
import { type Criteria, allCriteria } from '../eligibility/criteria.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import type { AsksById } from './ask.ts'
import { illnessPhrase } from './illness-phrase.ts'
import { isThing } from '../../words/language/is-thing.ts'

/**
 * The ids of rules that ask for the one illness of a study and nothing more ("Diagnosed with asthma"): whether a doctor said that
 * it is asthma is asked first, and its answer is theirs. None where a study is about several illnesses, or about one that has no
 * name of ours. Rule `rules-of-illness@1`.
 */
export function rulesOfIllness(
  illnesses: readonly string[],
  study: {
    readonly criteria: Criteria
    readonly asks: AsksById
    readonly vocabulary: Vocabulary
  },
): ReadonlySet<string> {
  const [only, ...more] = illnesses
  const phrase = only && more.length === 0 ? illnessPhrase(only, study.vocabulary) : undefined
  const illness = phrase && onlyThing(phrase)
  if (illness === undefined) return new Set()
  const rules = allCriteria(study.criteria.parts).filter(({ id, kind, children }) => {
    const ask = study.asks.get(id)
    const isWhole = kind === 'inclusion' && !id.includes('.') && children.length === 0
    return isWhole && ask?.kind === 'rule' && !ask.rule.isWide && onlyThing(ask.rule) === illness
  })
  return new Set(rules.map(({ id }) => id))
}

/** The name of what is asked for, where it is asked whether one has it and nothing more is said of it. */
function onlyThing(rule: AskedRule): string | undefined {
  if (rule.ask !== 'things' || rule.frame !== 'have' || rule.isTurned) return undefined
  const [only, ...more] = rule.what.things
  const isBare = only && isThing(only) && only.like.length + only.tails.length + more.length === 0
  return isBare ? only.name.en : undefined
}
