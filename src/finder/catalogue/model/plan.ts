import type { Index, Weights } from './fields.ts'
import { fold } from '../../vocabulary/fold.ts'

/** What to look up for an expression: leaves are terms of the index, with the weight of each field. */
export type Plan =
  | {
      readonly kind: 'term'
      readonly index: Index
      readonly term: string
      readonly weights: Weights
    }
  /** With `standing`, a study that is about nothing else counts whole, others less (`standingWeights`). */
  | {
      readonly kind: 'concept'
      readonly term: string
      readonly weight: number
      readonly standing?: true
    }
  | {
      readonly kind: 'prefix'
      readonly index: Index
      readonly prefix: string
      readonly weights: Weights
    }
  | {
      readonly kind: 'phrase'
      readonly index: Index
      readonly terms: readonly string[]
      readonly weights: Weights
    }
  | { readonly kind: 'all'; readonly parts: readonly Plan[] }
  /** Any of several ways to say one thing: the best one counts. */
  | { readonly kind: 'any'; readonly parts: readonly Plan[] }
  | { readonly kind: 'not'; readonly part: Plan }
  /**
   * What `part` finds, and of it first what is found by any of `first`, which find nothing by themselves; `beside` decides only
   * between studies that are nearly equal in those.
   */
  | {
      readonly kind: 'ranked'
      readonly part: Plan
      readonly first: readonly Plan[]
      readonly beside: readonly Plan[]
    }

/** How a study stands to a concept that it is indexed under. */
export type ConceptKind = keyof typeof kindMark

/** The key under which a concept is indexed, apart from all words. */
export function conceptKey(kind: ConceptKind, term: string): string {
  return `\u0001${kindMark[kind]}${fold(term)}`
}

const kindMark = { exact: 'e', broader: 'b', named: 'n', excluded: 'x' } as const

/** The key under which a word is indexed as it is written, where it is indexed as another: "haemorrhages" of hemorrhage. */
export function formKey(form: string): string {
  return `\u0004${form}`
}

/** The key under which a study's number in another registry, or its sponsor's, is indexed: in the form of `otherNumbersIn`. */
export function numberKey(number: string): string {
  return `\u0003${number}`
}
