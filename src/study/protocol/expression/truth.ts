import type { Verdict } from '../../../finder/eligibility/logic.ts'
import type { ComparisonSign } from '../document/expressions.ts'
import type { Wording } from '../document/node.ts'
import type { Quantity } from '../quantity/quantity.ts'

/** A value as it is shown: a quantity, or a code, a day, a word. */
export type ShownValue = Quantity | { readonly text: string }

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
    | 'unit not convertible'
    | 'not comparable'
    | 'not defined'
    | 'not computable'
  /** The window in which it is wanted. */
  readonly from?: string
  readonly until?: string
  readonly onDay?: string
  /** The facts that are in the way, where there are some. */
  readonly facts?: readonly string[]
}

/** A question that an expression raises by itself, beside what is missing. */
export interface RaisedQuestion {
  readonly type: 'doubt' | 'judgement' | 'not comparable'
  readonly words: Wording
  readonly item?: string
  readonly facts: readonly string[]
}

/** A verdict with what it rests on, what is missing for it, and what must be asked. Only what decides is kept. */
export interface Truth {
  readonly verdict: Verdict
  readonly grounds: readonly Ground[]
  readonly missing: readonly MissingFact[]
  readonly raised: readonly RaisedQuestion[]
  /** Where it is not met yet and time alone will change that: the first day or moment at which it is. */
  readonly turnsMet?: string
}

/** A truth as an answer shows it: what it raises is asked by id, in `ParticipantState.questions`. */
export interface Judged extends Omit<Truth, 'raised'> {
  readonly asks: readonly string[]
  /** Of an open criterion: what was against it when it was recorded, and does not count any more. */
  readonly lapsed?: readonly Ground[]
}

/** A truth that rests on one ground. */
export function groundedTruth(ground: Ground, turnsMet?: string): Truth {
  return {
    verdict: ground.verdict,
    grounds: [ground],
    missing: [],
    raised: [],
    ...(turnsMet !== undefined && { turnsMet }),
  }
}

/** What cannot be told, for what is missing. */
export function unknownTruth(
  missing: readonly MissingFact[],
  raised: readonly RaisedQuestion[] = [],
  grounds: readonly Ground[] = [],
): Truth {
  return { verdict: 'unknown', grounds, missing, raised }
}

/** The truths that decide a verdict, as one: where the whole is unknown, only what is unknown in it; else what agrees. */
export function joinTruths(verdict: Verdict, truths: readonly Truth[]): Truth {
  const deciding = truths.filter((one) => one.verdict === verdict)
  const kept = deciding.length > 0 ? deciding : truths
  const turns = verdict === 'not met' ? kept.map(({ turnsMet }) => turnsMet) : []
  const latest = latestOf(turns)
  return {
    verdict,
    grounds: kept.flatMap(({ grounds }) => grounds),
    missing: verdict === 'unknown' ? kept.flatMap(({ missing }) => missing) : [],
    raised: verdict === 'unknown' ? kept.flatMap(({ raised }) => raised) : [],
    ...(latest !== undefined && { turnsMet: latest }),
  }
}

/** The last of some moments; undefined where one of them never comes. All days, or all instants of one form. */
function latestOf(moments: readonly (string | undefined)[]): string | undefined {
  const known = moments.filter((one) => one !== undefined)
  return known.length === moments.length ? known.toSorted().at(-1) : undefined
}

/** What a truth says turned round. */
export function reverseTruth(truth: Truth, verdict: Verdict): Truth {
  const { turnsMet: _, ...rest } = truth
  return { ...rest, verdict, grounds: truth.grounds }
}
