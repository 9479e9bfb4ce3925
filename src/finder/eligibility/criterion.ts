import type { CriterionKind } from './headings.ts'

/** A study's criteria as a checklist: what must be so, what must not be, headings and remarks, in their order. */
export interface Criteria {
  readonly source: string
  readonly parts: readonly Part[]
}

/** A piece of the text of criteria: something asked, a heading over it, or a remark. */
export type Part = Criterion | Heading | Note

/** Characters `start` to `end` (not included) of the source. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One thing asked of a person. */
export interface Criterion {
  readonly type: 'criterion'
  /** Stable within a text: `i1`, `e2`, and `e2.1` for the first criterion under `e2`; `u1` where no kind is said. */
  readonly id: string
  readonly kind: CriterionKind
  /** Without marker, escapes and line breaks. */
  readonly text: string
  /** Its own words, marker and space after them; its children's spans follow. */
  readonly span: Span
  /** How its children combine, and how many of them are needed where the text says a number. */
  readonly join: 'all' | 'any'
  readonly atLeast?: number
  /** True when the text only opens the list under it ("One of the following:") and asks nothing itself. */
  readonly opens: boolean
  readonly children: readonly (Criterion | Note)[]
  /**
   * Why it never speaks against a person by itself: another line of its list may be enough, it may be of other people, or it is
   * of one group of several.
   */
  readonly notAlone?: 'one of several' | 'some people' | 'one group'
  /** The title it is under: `Renal`, `Inclusion Criteria for Cohort B`. */
  readonly heading?: string
}

/** A title. `kind` is there when it says what the criteria after it do. */
export interface Heading {
  readonly type: 'heading'
  readonly text: string
  readonly span: Span
  readonly kind?: CriterionKind
}

/** A remark that asks nothing of a person. */
export interface Note {
  readonly type: 'note'
  readonly text: string
  readonly span: Span
}
