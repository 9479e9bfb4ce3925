import { fold, isUnspaced, tokens } from '../../vocabulary/fold.ts'
import type { Plan } from '../model/plan.ts'
import type { PlanContext } from './plan-findings.ts'

/** One typed word; "PD-1" is two terms side by side, "immunoglobulines" also its English name. */
export function planWord(word: string, context: PlanContext): Plan {
  const own = planTerms(tokens(word), context)
  const english = context.exact ? undefined : context.lexicon.translate(word)
  if (!english) return own
  return {
    kind: 'any',
    parts: [own, allOf(tokens(english).map((term) => planTerms([term], context)))],
  }
}

/** Terms side by side, or one. */
export function planTerms(terms: readonly string[], { index, weights }: PlanContext): Plan {
  const [term] = terms
  if (terms.length === 1 && term !== undefined) return { kind: 'term', index, term, weights }
  return { kind: 'phrase', index, terms, weights }
}

/** A text whose words follow one another. */
export function planPhrase(text: string, context: PlanContext): Plan {
  return planTerms(tokens(text), context)
}

/** A beginning is only folded: "series*" must not become "serie". One of several words ("her2*") may be two of a record. */
export function planPrefix(typed: string, context: PlanContext): Plan {
  const prefix = fold(typed)
  const words = tokens(typed)
  if (isUnspaced(prefix)) return planTerms(words, context)
  const begins: Plan = { kind: 'prefix', index: context.index, prefix, weights: context.weights }
  return words.length < 2 ? begins : { kind: 'any', parts: [begins, planTerms(words, context)] }
}

/** All of some plans, or the only one. */
export function allOf(parts: readonly Plan[]): Plan {
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', parts }
}
