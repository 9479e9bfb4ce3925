import type { Quantity } from '../quantity/quantity.ts'
import type { Wording } from './node.ts'

/** ISO 8601, days and smaller or months and years: `PT48H`, `P3M`, `-P1D`. */
export type DurationText = string

/** A moment. `decision` is when the decision at hand is taken or was taken: a dose's due time, else now. */
export type MomentExpression =
  | { readonly at: 'now' | 'decision'; readonly plus?: DurationText }
  | { readonly at: 'anchor'; readonly anchor: string; readonly plus?: DurationText }
  /** The whole day that has a number, as the anchor numbers its days: J3. */
  | { readonly at: 'day'; readonly anchor: string; readonly day: number }

/** Which readings of an item are meant; every limit that is given must hold. */
export interface ReadingSelect {
  readonly item: string
  readonly site?: readonly string[]
  readonly method?: readonly string[]
  /** Details that must be as given: `{ "by": "physician" }`. */
  readonly details?: Readonly<Record<string, string>>
  /** At this moment or later. */
  readonly from?: MomentExpression
  /** Later than this moment. */
  readonly after?: MomentExpression
  /** At this moment or earlier. */
  readonly until?: MomentExpression
  /** Earlier than this moment. */
  readonly before?: MomentExpression
  /** On the calendar day of this moment, by the local date written with each reading. */
  readonly onDayOf?: MomentExpression
  /** Named for this visit, or taken in its window. */
  readonly visit?: string
}

/** How two values are compared. */
export type ComparisonSign = '<' | '<=' | '>' | '>=' | '=' | '!='

/**
 * What can be met, not met, unknown or not applicable. Three-valued: what is not known is unknown, and a
 * reading that is not there never counts as normal.
 */
export type TruthExpression =
  /** A yes-or-no item is yes. */
  | { readonly op: 'fact'; readonly item: string }
  /** A coded item has one of these codes. */
  | { readonly op: 'code'; readonly item: string; readonly in: readonly string[] }
  | {
      readonly op: 'compare'
      readonly left: ValueExpression
      readonly is: ComparisonSign
      readonly right: ValueExpression
    }
  /** Recorded at all; silence is unknown, not no. */
  | { readonly op: 'exists'; readonly of: ReadingSelect }
  /** At least one reading of the window holds. Not met only when the window is closed and has readings. */
  | { readonly op: 'any'; readonly of: ReadingSelect; readonly holds: TruthExpression }
  /** All readings of the window hold, or none does; where they disagree it is unknown and a person is asked. */
  | { readonly op: 'agreed'; readonly of: ReadingSelect; readonly holds: TruthExpression }
  /** One moment is earlier than another. */
  | { readonly op: 'before'; readonly first: MomentExpression; readonly second: MomentExpression }
  | { readonly op: 'and' | 'or'; readonly of: readonly TruthExpression[] }
  | { readonly op: 'not'; readonly of: TruthExpression }
  | { readonly op: 'atLeast'; readonly count: number; readonly of: readonly TruthExpression[] }
  /** A named test of the document's `definitions`. */
  | { readonly op: 'defined'; readonly name: string }
  /** A person judges, with a reason: recorded as a yes-or-no item. */
  | {
      readonly op: 'judgement'
      readonly item: string
      readonly by: string
      readonly question: Wording
    }
  /** Words with more than one meaning: `reading` counts unless another meaning gives another answer; then a person is asked. */
  | {
      readonly op: 'doubt'
      readonly reading: TruthExpression
      readonly others: readonly TruthExpression[]
      readonly question: Wording
    }

/** What has a value: a quantity, a code, a day. A value that cannot be worked out is unknown, never zero. */
export type ValueExpression =
  | { readonly op: 'quantity'; readonly value: string; readonly unit: string }
  | { readonly op: 'text'; readonly text: string }
  /** The reading under test, inside `holds` of `any` and `agreed`. */
  | { readonly op: 'this' }
  /** A threshold for each body site of the reading under test; a site that is not listed is unknown. */
  | { readonly op: 'bySite'; readonly sites: Readonly<Record<string, Quantity>> }
  | {
      readonly op: 'reading'
      readonly pick: 'latest' | 'first' | 'lowest' | 'highest'
      readonly of: ReadingSelect
      /** The detail that must be the same as in another reading (a Z score's model); otherwise the value is unknown. */
      readonly comparable?: {
        readonly detail: string
        readonly with: ReadingSelect
        readonly question: Wording
      }
    }
  /** How many readings there are in a window, or how many of them hold. */
  | { readonly op: 'count'; readonly of: ReadingSelect; readonly holds?: TruthExpression }
  /** Completed years, months, weeks or days (`a`, `mo`, `wk`, `d`), by the calendar. */
  | {
      readonly op: 'age'
      readonly unit: 'a' | 'mo' | 'wk' | 'd'
      readonly on: MomentExpression
    }
  /** The day by an anchor's own numbering: `J3`. */
  | { readonly op: 'day'; readonly anchor: string; readonly of: MomentExpression }
  /** Elapsed time, which the change of the clocks does not touch. */
  | {
      readonly op: 'elapsed'
      readonly from: MomentExpression
      readonly to: MomentExpression
      readonly unit: 'min' | 'h' | 'd'
    }
  | {
      readonly op: 'add' | 'subtract' | 'multiply' | 'divide'
      readonly of: readonly ValueExpression[]
    }
  /** A clinical function of the product, by name and version: `bsa-haycock`, `z-dallaire-2011`. */
  | {
      readonly op: 'derived'
      readonly by: string
      readonly inputs: Readonly<Record<string, ValueExpression>>
    }
