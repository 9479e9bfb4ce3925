import { ranking } from '../model/fields.ts'
import { type Plan, conceptKey } from '../model/plan.ts'
import { type PlanContext, noteConcept } from './plan-findings.ts'
import { unlessExcluded } from './excluded.ts'

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
    standing: true,
  }))
  // Those that leave it out are taken out again below, and so can be named apart.
  const leftOut = conceptKey('excluded', term)
  if (mayHold(leftOut, context)) parts.push({ kind: 'concept', term: leftOut, weight: 0 })
  return withoutExcluded({ kind: 'any', parts }, term, context)
}

/** The studies of a plan that are about something. */
export function withinAbout(plan: Plan | undefined, about: Plan | undefined): Plan | undefined {
  return plan && about ? { kind: 'all', parts: [about, plan] } : plan
}

/** The plan of an illness without the studies that name it only to leave it out. */
export function withoutExcluded(plan: Plan, term: string, context: PlanContext): Plan {
  const isIndexed = (key: string): boolean => mayHold(key, context)
  return unlessExcluded(plan, term, context.lexicon.vocabulary, isIndexed)
}

/** Whether any study that is looked within may hold a concept. */
function mayHold(key: string, { lexicon }: PlanContext): boolean {
  const { holds, onlyFound } = lexicon
  return (onlyFound?.within ?? holds)('main', key)
}
