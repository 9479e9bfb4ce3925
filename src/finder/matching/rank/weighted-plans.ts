import { tokens } from '../../vocabulary/fold.ts'
import type { Wanted } from './wanted.ts'
import type { WeightedPlan } from '../../catalogue/model/query.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { conceptKey } from '../../catalogue/model/plan.ts'

/** What each kind of find is worth, as data. */
export const planWeights = {
  /** The study is about the very disease. */
  exact: 1,
  /** About something narrower than what the person has. */
  narrower: 0.35,
  /** About what the person's disease is a kind of, one step up and further. */
  broader: [0.5, 0.25],
  /** The disease's own words in the record. */
  name: 0.5,
  /** Any telling word of the note, in the record proper and in its long texts. */
  word: 0.18,
  body: 0.15,
} as const

const nameFields = {
  briefTitle: 0.9,
  officialTitle: 0.7,
  condition: 0.95,
  keyword: 0.5,
  conditionMesh: 0.4,
  acronym: 0.4,
  summary: 0.3,
} as const
const wordFields = {
  ...nameFields,
  intervention: 0.6,
  arm: 0.3,
  primaryOutcome: 0.3,
  summary: 0.5,
} as const
const bodyFields = { eligibility: 0.6, description: 0.3 } as const

/** What a person has, as weighted plans to rank studies by: diseases with what is above and below them, then words. */
export function weightedPlansFor(wanted: Wanted, vocabulary: Vocabulary): WeightedPlan[] {
  return [
    ...wanted.concepts.flatMap(({ term, weight }) => conceptPlans(term, weight, vocabulary)),
    ...wanted.words.flatMap(({ word, weight }) => wordPlans(word, weight)),
  ]
}

function conceptPlans(term: string, weight: number, vocabulary: Vocabulary): WeightedPlan[] {
  const concept = vocabulary.byName(term)
  if (!concept) return []
  const above = vocabulary.ancestors(concept).slice(0, planWeights.broader.length)
  const name = tokens(term).filter((word) => word.length > 2)
  return [
    conceptPlan('exact', term, weight * planWeights.exact),
    conceptPlan('broader', term, weight * planWeights.narrower),
    ...above
      .filter(({ trees }) => trees.some((tree) => tree.split('.').length > 2))
      .map((broader, steps) =>
        conceptPlan('exact', broader.term, weight * (planWeights.broader[steps] ?? 0)),
      ),
    {
      plan: {
        kind: 'all',
        parts: name.map((word) => ({
          kind: 'term',
          index: 'main',
          term: word,
          weights: nameFields,
        })),
      },
      weight: (weight * planWeights.name) / Math.max(1, name.length),
    },
  ]
}

function conceptPlan(kind: 'exact' | 'broader', term: string, weight: number): WeightedPlan {
  return { plan: { kind: 'concept', term: conceptKey(kind, term), weight: 1 }, weight }
}

function wordPlans(word: string, weight: number): WeightedPlan[] {
  return [
    {
      plan: { kind: 'term', index: 'main', term: word, weights: wordFields },
      weight: weight * planWeights.word,
    },
    {
      plan: { kind: 'term', index: 'body', term: word, weights: bodyFields },
      weight: weight * planWeights.body,
    },
  ]
}
