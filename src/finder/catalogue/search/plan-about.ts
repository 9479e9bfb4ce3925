import { ranking } from '../model/fields.ts'
import { type Plan, conceptKey } from '../model/plan.ts'
import { type PlanContext, noteConcept } from './plan-findings.ts'
import { notKindsOf } from '../../vocabulary/not-kinds.ts'
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

/** The plan of an illness without the studies that name it only to leave it out, or have only what is no kind of it. */
export function withoutExcluded(plan: Plan, term: string, context: PlanContext): Plan {
  const isIndexed = (key: string): boolean => mayHold(key, context)
  return unlessExcluded(
    withoutNotKinds(plan, term, isIndexed),
    term,
    context.lexicon.vocabulary,
    isIndexed,
  )
}

function withoutNotKinds(plan: Plan, term: string, isIndexed: (key: string) => boolean): Plan {
  const keys = notKindsOf(term)
    .flatMap((kind) => [conceptKey('exact', kind), conceptKey('broader', kind)])
    .filter(isIndexed)
  if (keys.length === 0) return plan
  const oneOf = (terms: readonly string[]): Plan => ({
    kind: 'any',
    parts: terms.map((key): Plan => ({ kind: 'concept', term: key, weight: 0 })),
  })
  const itself = oneOf([conceptKey('exact', term), conceptKey('named', term)])
  const other: Plan = { kind: 'all', parts: [oneOf(keys), { kind: 'not', part: itself }] }
  return { kind: 'all', parts: [plan, { kind: 'not', part: other }] }
}

/** Whether any study that is looked within may hold a concept. */
function mayHold(key: string, { lexicon }: PlanContext): boolean {
  const { holds, onlyFound } = lexicon
  return (onlyFound?.within ?? holds)('main', key)
}
