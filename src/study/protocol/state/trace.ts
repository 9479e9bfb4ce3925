import type { Verdict } from '../../../finder/eligibility/logic.ts'
import type { ComparisonSign, QuantityText } from '../document/expressions.ts'

/** A value as it is shown: a quantity, or a code, a day, a word. */
export type ShownValue = QuantityText | { readonly text: string }

/** One thing a verdict rests on. */
export interface Ground {
  readonly type: 'compare' | 'item' | 'exists' | 'judgement' | 'doubt' | 'readings'
  readonly verdict: Verdict
  readonly item?: string
  readonly left?: ShownValue
  readonly is?: ComparisonSign
  readonly right?: ShownValue
  /** When what it rests on happened, as it was recorded. */
  readonly at?: string
  /** Ids of the facts. */
  readonly facts: readonly string[]
  /** The named test it is part of. */
  readonly definition?: string
}

/** What is not known, and what would tell. */
export interface MissingFact {
  readonly item: string
  readonly why:
    | 'not recorded'
    | 'not known'
    | 'contradictory'
    | 'readings disagree'
    | 'window open'
    | 'moment not exact'
    | 'site not listed'
    | 'not plausible'
    | 'unit not convertible'
    | 'not comparable'
    | 'not defined'
  /** The window in which it is wanted. */
  readonly from?: string
  readonly until?: string
  readonly onDay?: string
  /** The facts that are in the way, where there are some. */
  readonly facts?: readonly string[]
}

/** A verdict with everything it rests on. */
export interface Judged {
  readonly verdict: Verdict
  readonly grounds: readonly Ground[]
  readonly missing: readonly MissingFact[]
  /** Ids of the questions it raises, in `ParticipantState.questions`. */
  readonly asks: readonly string[]
  /** Where it is not met yet and time alone will change that: the first day or moment at which it is. */
  readonly turnsMet?: string
}
