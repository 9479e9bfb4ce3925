import type { Quantity } from '../quantity/quantity.ts'
import type { DurationText, TruthExpression } from './expressions.ts'
import type { Wording, ProtocolNode } from './node.ts'

/** One product given by one rule. A study has one or several, each for its arm or period. */
export interface Regimen extends ProtocolNode {
  readonly product: DosedProduct
  /** The item that records a dose given. */
  readonly item: string
  readonly route: string
  /** Only for these people: an arm, a period of a crossover. */
  readonly appliesIf?: TruthExpression
  /** The first day is the anchor's; its numbering names the days of doses. */
  readonly anchor: string
  readonly timing: DoseTiming
  /** From the lowest to the highest; the last is the ceiling. */
  readonly levels: readonly DoseLevel[]
  /** The first whose condition is met; one without a condition is for all others. */
  readonly start: readonly StartRule[]
  readonly changes: readonly LevelChange[]
  readonly weight?: WeightRule
  readonly cap?: CapRule
  readonly rounding?: RoundingRule
  readonly smallest?: SmallestDose
  /** A second person confirms each dose before it counts as given. */
  readonly secondPerson?: true
  readonly holds?: readonly HoldRule[]
  readonly stops: readonly StopRule[]
}

/** What is given. A strength turns an amount into a volume or a number of tablets. */
export interface DosedProduct {
  readonly name: string
  /** `150 mg/mL`, `40 mg/{tablet}`. */
  readonly strength?: Quantity
  readonly strengthFrom?: string
}

/** When the next dose is due. */
export type DoseTiming = ProtocolNode & {
  /** From dose to dose: `PT24H` is elapsed, `P1D` the same time of the next day. */
  readonly every: DurationText
  /** Days of a cycle on which doses are given; without it, every day. */
  readonly cycle?: { readonly length: number; readonly from: number; readonly to: number }
}

/** A dose level. `mg/kg` and `mg/m2` need a weight or a body surface; `mg` and `{tablet}` are fixed. */
export interface DoseLevel extends ProtocolNode {
  readonly amount: Quantity
}

/** The level a person begins on. */
export interface StartRule extends ProtocolNode {
  readonly level: string
  readonly when?: TruthExpression
}

/** At which doses a rule is looked at: those of some days, or every one from the so-manieth on. */
export type Checkpoint =
  | { readonly days: readonly number[] }
  | { readonly fromDay: number }
  | { readonly fromDose: number }

/**
 * A step from one level to another, looked at before a dose. Unknown holds the dose and asks, and never steps.
 * Without `to` nothing changes: a person is asked `question`.
 */
export interface LevelChange extends ProtocolNode {
  readonly from: readonly string[]
  readonly to?: string
  readonly at: Checkpoint
  readonly when: TruthExpression
  readonly once?: boolean
  /** The least time since the last change of level, or the first dose. */
  readonly minGap?: DurationText
  readonly ifUnknown: 'hold' | 'go on'
}

/** Which weight a dose is worked out with; silent asks where they give different doses. */
export type WeightRule = ProtocolNode & {
  readonly item: string
  readonly use?: 'baseline' | 'current'
  /** With `mg/m2`: how body surface is worked out, and the height it needs. */
  readonly surface?: {
    readonly formula: 'haycock' | 'mosteller' | 'dubois'
    readonly height: string
  }
}

/** The most that is ever given in one dose. */
export type CapRule = ProtocolNode & {
  readonly amount?: Quantity
  /** Where the source is silent: above this a person is asked. */
  readonly askAbove?: Quantity
}

/** How an amount is rounded. */
export type RoundingRule = ProtocolNode & {
  readonly step?: Quantity
  readonly mode?: 'down' | 'nearest half up'
}

/** The least that can be drawn up or given. */
export type SmallestDose = ProtocolNode & { readonly amount?: Quantity }

/** Doses rest while this is met; they go on when the second is, at a lower level if it says so. */
export interface HoldRule extends ProtocolNode {
  readonly when: TruthExpression
  readonly resumeWhen: TruthExpression
  /** How many levels lower. */
  readonly resumeLower?: number
  /** Longer than this stops treatment. */
  readonly longest?: DurationText
}

/** Treatment ends. `days` counts calendar days from the first dose, that day included; it is not a number of doses. */
export interface StopRule extends ProtocolNode {
  readonly days?: number
  readonly doses?: number
  readonly when?: TruthExpression
  /** Said with the question where nobody has judged yet. */
  readonly asks?: Wording
}
