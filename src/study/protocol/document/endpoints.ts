import type { MomentExpression, TruthExpression, ValueExpression } from './expressions.ts'
import type { Wording, ProtocolNode } from './node.ts'

/** What the study is judged by, for one participant. Belongs to a version: another version may read it otherwise. */
export interface ProtocolEndpoint extends ProtocolNode {
  readonly level: 'primary' | 'secondary' | 'exploratory'
  /** Met is a success. Without it the source names the endpoint and does not define it. */
  readonly success?: TruthExpression
  /** Numbers worth keeping with the answer: a baseline, a fall in percent. */
  readonly values?: readonly {
    readonly name: string
    /** What it is called in both languages; without it, its name is shown. */
    readonly title?: Wording
    readonly value: ValueExpression
  }[]
  /** Out of the denominator for whom this is not met: no coronary abnormality at screening. */
  readonly appliesIf?: TruthExpression
  /** Before this moment a missing reading may still come. Without it, and with a visit: the day of that visit. */
  readonly readyAt?: MomentExpression
  readonly visit?: string
  /** How a missing value counts; without it, it is unknown and a person is asked. */
  readonly ifMissing?: 'failure' | 'success' | 'excluded'
  readonly missingQuestion?: Wording
  /** How withdrawal before the endpoint counts; without it a person is asked. */
  readonly ifWithdrawn?: 'failure' | 'excluded' | 'as collected'
  readonly withdrawnQuestion?: Wording
  readonly sets: readonly string[]
  readonly analysis?: {
    readonly method: string
    readonly interval?: 'exact' | 'wilson'
    readonly confidence?: string
  }
  /** What the source published for it, with its words in `words`. */
  readonly published?: readonly PublishedResult[]
}

/** A result as printed in the source. */
export interface PublishedResult {
  readonly set?: string
  readonly percent?: string
  readonly from?: string
  readonly to?: string
  readonly successes?: number
  readonly total?: number
  /** Where the source prints no denominator: why it is read so. */
  readonly inferred?: Wording
}

/** A set of participants for the analysis. */
export interface AnalysisSet extends ProtocolNode {
  /** Without it the source names the set and does not define it. */
  readonly member?: TruthExpression
}
