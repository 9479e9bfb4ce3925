import type { DurationText, TruthExpression } from './expressions.ts'
import type { ProtocolNode } from './node.ts'

/**
 * A moment that others are counted from. `first`/`last` take the moment of a recorded item (the value, where
 * the item is a date); `increase` is the last dose of an item that was of a higher level than the one before, or the
 * first dose.
 */
export interface ProtocolAnchor extends ProtocolNode {
  readonly event:
    | {
        readonly type: 'first' | 'last'
        readonly item: string
        readonly details?: Readonly<Record<string, string>>
        /** Only one on this day of another anchor: the injection of J3. */
        readonly onDay?: { readonly anchor: string; readonly day: number }
        /** Where it has not happened: the moment of the decision at hand stands in (a first dose that is planned for now). */
        readonly orDecision?: boolean
      }
    | { readonly type: 'increase'; readonly item: string }
    | { readonly type: 'visit'; readonly visit: string }
  /** How days are counted from it; without it, it counts no days. */
  readonly days?: {
    /** The number of the anchor's own day: 1 for J1, 0 for d0. */
    readonly first: 0 | 1
    /** What is written before the number: `J`, `d`, `illness day `. */
    readonly label: string
  }
}

/** How far from its target a visit still counts. */
export interface PlannedWindow {
  readonly early: DurationText
  readonly late: DurationText
}

/** A visit or contact that is planned. */
export interface PlannedVisit extends ProtocolNode {
  /** Without a target the visit is named by the source but not placed, and a person is asked. */
  readonly target?: {
    readonly anchor: string
    /** The day by the anchor's numbering, or an elapsed time after it: one of them. */
    readonly day?: number
    readonly after?: DurationText
  }
  /** Missing where the source is silent: then nothing is early, late or missed until an operator sets one. */
  readonly window?: PlannedWindow
  /** Items to record at it. */
  readonly items: readonly string[]
  /** The first is to be done before the second. */
  readonly order?: readonly { readonly first: string; readonly then: string }[]
  readonly onlyIf?: TruthExpression
  /** Comes again at this distance from its target, so many times or until something is met. */
  readonly repeat?: {
    readonly every: DurationText
    readonly times?: number
    readonly until?: TruthExpression
  }
  /** May happen at any time; it is recorded and is never due. */
  readonly unscheduled?: boolean
}
