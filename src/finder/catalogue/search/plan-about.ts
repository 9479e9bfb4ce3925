import { ranking } from '../model/fields.ts'
import { type Plan, conceptKey } from '../model/plan.ts'
import { type PlanContext, noteConcept } from './plan-findings.ts'
import { withoutExcluded } from './plan-keywords.ts'

/** What a study is about: the illness itself, something narrower, or what it names as such. */
export function planAbout(term: string, words: readonly string[], context: PlanContext): Plan {
  noteConcept(words, term, context)
  const weight = context.weights.condition ?? 0.5
  const kinds = [
    ['exact', ranking.exactConcept],
    ['broader', ranking.narrowerConcept],
    ['named', ranking.namedConcept],
  ] as const
  const parts = kinds.map(([kind, share]): Plan => ({
    kind: 'concept',
    term: conceptKey(kind, term),
    weight: weight * share,
  }))
  return withoutExcluded({ kind: 'any', parts }, term, context)
}
