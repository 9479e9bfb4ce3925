import type { Span } from './criteria.ts'
import type { Bound } from './comparisons.ts'

/** What a criterion states plainly, with the words that say so and the rule that read them. */
export type Reading =
  | AgeReading
  | SexReading
  | MeasureReading
  | TimeReading
  | PregnancyReading
  | ConceptReading
  | TopicReading
  | QuestionReading

/** What every reading has: where in the text it is, by which rule, and whether it is denied. */
export interface Read {
  /** Characters of the criterion's `text`. */
  readonly span: Span
  /** The rule and its version, as `age@1`. */
  readonly rule: string
  /** True under "no", "not", "without": the person must not be, or have, this. */
  readonly negated: boolean
}

/** An age, from and to. */
export interface AgeReading extends Read {
  readonly type: 'age'
  readonly min?: Bound
  readonly max?: Bound
  /** UCUM; `a` also where an age is given without a unit. */
  readonly unit: string
  /** Within the bounds, but outside these, the words may mean this age or not: "children". */
  readonly sure?: { readonly min?: Bound; readonly max?: Bound }
}

/** A sex that a criterion asks for. */
export interface SexReading extends Read {
  readonly type: 'sex'
  readonly sex: 'FEMALE' | 'MALE' | 'ALL'
}

/** A measured value, or one of several ("AST/ALT") within the same bounds. */
export interface MeasureReading extends Read {
  readonly type: 'measure'
  readonly codes: readonly string[]
  /** What is measured, in the criterion's words, where no code of ours is for it; then nothing known can tell it. */
  readonly name?: string
  /** True for "AST or ALT". */
  readonly either?: boolean
  readonly min?: Bound
  readonly max?: Bound
  /** UCUM; `1` for a plain number. */
  readonly unit: string
}

/** A length of time: "for at least 6 weeks", "within 48 hours after". What it is counted from is left in words. */
export interface TimeReading extends Read {
  readonly type: 'time'
  readonly min?: Bound
  readonly max?: Bound
  readonly unit: string
  readonly relation: 'before' | 'after' | 'within' | 'for'
}

/** Pregnancy, nursing or contraception. */
export interface PregnancyReading extends Read {
  readonly type: 'pregnancy'
  readonly about: 'pregnant' | 'planned' | 'lactating' | 'contraception' | 'childbearing' | 'test'
}

/** A disease or drug of the vocabulary, by its term. */
export interface ConceptReading extends Read {
  readonly type: 'concept'
  readonly term: string
}

/** Something a person can answer at once, by topic. */
export interface TopicReading extends Read {
  readonly type: 'topic'
  readonly topic: 'consent' | 'insurance' | 'language' | 'travel' | 'other study' | 'smoking'
}

/** Nothing was recognised: a person answers the criterion as it is written. */
export interface QuestionReading extends Read {
  readonly type: 'question'
}
