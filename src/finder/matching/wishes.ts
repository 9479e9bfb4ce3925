import { tokens } from '../vocabulary/fold.ts'
import type { Wanted } from './query-of.ts'
import type { WeightedPlan } from '../catalogue/model/query.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { conceptKey } from '../catalogue/model/plan.ts'

/** What each kind of find is worth, as data. */
export const wishWeights = {
  /** The study is about the very disease. */
  exact: 1,
  /** About something narrower than what the person has. */
  narrower: 0.35,
  /** About what the person's disease is a kind of, one step up and further. */
  broader: [0.5, 0.25],
  /** The disease's own words in the record. */
  name: 0.5,
  /** Any telling word of the note, in the record proper and in its long texts. */
  word: 0.12,
  body: 0.05,
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

/** What a person has, as wishes to rank studies by: diseases with what is above and below them, then words. */
export function wishesFor(wanted: Wanted, vocabulary: Vocabulary): WeightedPlan[] {
  return [
    ...wanted.concepts.flatMap(({ term, weight }) => conceptWishes(term, weight, vocabulary)),
    ...wanted.words.flatMap(({ word, weight }) => wordWishes(word, weight)),
  ]
}

function conceptWishes(term: string, weight: number, vocabulary: Vocabulary): WeightedPlan[] {
  const concept = vocabulary.byName(term)
  if (!concept) return []
  const above = vocabulary.ancestors(concept).slice(0, wishWeights.broader.length)
  const name = tokens(term).filter((word) => word.length > 2)
  return [
    conceptWish('exact', term, weight * wishWeights.exact),
    conceptWish('broader', term, weight * wishWeights.narrower),
    ...above
      .filter(({ trees }) => trees.some((tree) => tree.split('.').length > 2))
      .map((broader, steps) =>
        conceptWish('exact', broader.term, weight * (wishWeights.broader[steps] ?? 0)),
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
      weight: (weight * wishWeights.name) / Math.max(1, name.length),
    },
  ]
}

function conceptWish(kind: 'exact' | 'broader', term: string, weight: number): WeightedPlan {
  return { plan: { kind: 'concept', term: conceptKey(kind, term), weight: 1 }, weight }
}

function wordWishes(word: string, weight: number): WeightedPlan[] {
  return [
    {
      plan: { kind: 'term', index: 'main', term: word, weights: wordFields },
      weight: weight * wishWeights.word,
    },
    {
      plan: { kind: 'term', index: 'body', term: word, weights: bodyFields },
      weight: weight * wishWeights.body,
    },
  ]
}
